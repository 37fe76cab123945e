public import PayoutVectors
import StrictJSON

/// Failures that are known and waited for: they run, and fail no run, until they are mended or their time is over.
///
/// The file is JSON, described by `vectors/schemas/kit/known-failing.json`:
///
/// ```json
/// {"format":1,"known_failing":[{"case":"bank.start.tampered","reason":"PAY-131","until":"2026-12-31"}]}
/// ```
public struct KnownFailures: Hashable, Sendable {
    /// One entry of the list.
    public struct Entry: Hashable, Sendable {
        /// What is known to fail.
        public enum Subject: Hashable, Sendable {
            /// A case by its id.
            case contractCase(String)
            /// Every case that breaks nothing but this rule.
            case rule(RuleID)
        }

        /// What is known to fail.
        public var subject: Subject
        /// Why that is known: a sentence, or the number of a ticket.
        public var reason: String
        /// The last day on which it may fail, as YYYY-MM-DD; nil for no end.
        public var until: String?

        /// Creates an entry.
        public init(subject: Subject, reason: String, until: String? = nil) {
            self.subject = subject
            self.reason = reason
            self.until = until
        }

        /// The case or the rule, in words.
        var name: String {
            switch subject {
            case .contractCase(let id): "case \(id)"
            case .rule(let rule): "rule \(rule.rawValue)"
            }
        }
    }

    /// The entries in the order of the file.
    public var entries: [Entry]

    /// Creates a list.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// Reads a list from the bytes of its file.
    ///
    /// - Throws: `KnownFailuresError` when it is no such list, or names a case or a rule that does not exist.
    public init(reading bytes: [UInt8], cases: [ContractCase], rules: RuleRegister) throws(KnownFailuresError) {
        let root: JSONValue
        do throws(JSONTextError) {
            root = try JSONDocument(parsing: bytes).root
        } catch {
            throw KnownFailuresError(description: "the list is no JSON: \(error)")
        }
        guard root["format"]?.number?.int64 == 1, let list = root["known_failing"], list.kind == .array else {
            throw KnownFailuresError(description: "the list needs format 1 and known_failing, a list of entries")
        }
        var entries: [Entry] = []
        for (index, value) in list.elements.enumerated() {
            entries.append(try Entry(reading: value, at: index + 1, cases: cases, rules: rules))
        }
        self.entries = entries
    }
}

/// A list of known failures that can't be used; the text names the entry.
public struct KnownFailuresError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One clause.
    public let description: String
}

extension KnownFailures.Entry {
    fileprivate init(
        reading value: JSONValue,
        at place: Int,
        cases: [ContractCase],
        rules: RuleRegister
    ) throws(KnownFailuresError) {
        func failure(_ reason: String) -> KnownFailuresError {
            KnownFailuresError(description: "entry \(place) of the list \(reason)")
        }
        let names = value.kind == .object ? value.members.map(\.name) : []
        if let unknown = names.first(where: { !["case", "rule", "reason", "until"].contains($0) }) {
            throw failure("has the member \(unknown), which is not known")
        }
        guard let reason = value["reason"]?.string, !reason.isEmpty else { throw failure("gives no reason") }
        let until = value["until"]?.string
        guard value["until"] == nil || until.map(Self.isDay) == true else {
            throw failure("has an until that is no day written YYYY-MM-DD")
        }
        switch (value["case"]?.string, value["rule"]?.string) {
        case (let id?, nil):
            guard cases.contains(where: { $0.id == id }) else {
                throw failure("names the case \(id), which does not exist")
            }
            self.init(subject: .contractCase(id), reason: reason, until: until)
        case (nil, let id?):
            let rule = RuleID(rawValue: id)
            guard rules[rule] != nil else { throw failure("names the rule \(id), which does not exist") }
            self.init(subject: .rule(rule), reason: reason, until: until)
        default:
            throw failure("needs one of case and rule")
        }
    }

    private static func isDay(_ text: String) -> Bool {
        text.utf8.count == 10
            && zip(text.utf8, "0000-00-00".utf8)
                .allSatisfy { byte, model in
                    model == UInt8(ascii: "-") ? byte == model : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                }
    }
}
