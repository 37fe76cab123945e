public import StrictJSON

/// All changes between two contracts, ready to be shown.
public struct ChangeReport: Sendable {
    /// What the older side is called.
    public let old: String
    /// What the newer side is called.
    public let new: String
    /// The changes, the gravest first, in the order of the contract within a class.
    public let changes: [ContractChange]
    /// What a partner's own messages say, where they were given.
    public var mine: ReplaySummary?

    /// Orders the changes, and marks those that are accepted.
    public init(old: String, new: String, changes: [ContractChange], accepted: AcceptedChanges = AcceptedChanges()) {
        self.old = old
        self.new = new
        self.changes =
            changes.map { change in
                var change = change
                change.isAccepted = accepted.contains(change)
                return change
            }
            .enumerated()
            .sorted { first, second in
                first.element.changeClass == second.element.changeClass
                    ? first.offset < second.offset : first.element.changeClass > second.element.changeClass
            }
            .map(\.element)
    }

    /// Whether a change of at least this class is there that is not accepted.
    public func fails(on level: ChangeClass) -> Bool {
        changes.contains { $0.changeClass >= level && !$0.isAccepted }
    }

    /// How many changes there are of a class.
    public func count(_ changeClass: ChangeClass) -> Int { changes.count { $0.changeClass == changeClass } }

    /// One line that says how many changes there are of each class.
    public var totals: String {
        let parts = ChangeClass.allCases.reversed()
            .compactMap { changeClass -> String? in
                let count = count(changeClass)
                return count == 0 ? nil : "\(count) \(changeClass.rawValue)"
            }
        return parts.isEmpty ? "no changes" : parts.joined(separator: ", ")
    }
}

/// Changes that people have looked at and accepted, by their fingerprints.
public struct AcceptedChanges: Sendable {
    /// Why each is accepted, by its fingerprint.
    public let reasons: [String: String]

    /// No change is accepted.
    public init() { reasons = [:] }

    /// What is wrong with a file of accepted changes.
    public struct Malformed: Error, Hashable, Sendable {
        /// Where in the file.
        public let position: TextPosition
        /// What is wrong, and how it should be, as a clause.
        public let reason: String
    }

    /// Reads `{"format":1,"accepted":[{"fingerprint":"...","reason":"..."}]}`.
    ///
    /// - Throws: the first thing that is wrong: another form, a member that is not known, a fingerprint that is none or is
    ///   there twice.
    public init(_ document: JSONDocument) throws(Malformed) {
        let root = document.root
        guard root["format"]?.number?.int64 == 1, let list = root["accepted"], list.kind == .array else {
            throw Self.malformed(
                root,
                #"must be {"format":1,"accepted":[{"fingerprint":"...","reason":"..."}]}"#
            )
        }
        try Self.refuseMembers(of: root, besides: ["format", "accepted"])
        var reasons: [String: String] = [:]
        for entry in list.elements {
            guard let fingerprint = entry["fingerprint"]?.string, let reason = entry["reason"]?.string, !reason.isEmpty
            else { throw Self.malformed(entry, #"must be {"fingerprint":"...","reason":"..."}, the reason not empty"#) }
            try Self.refuseMembers(of: entry, besides: ["fingerprint", "reason"])
            guard fingerprint.utf8.count == 16, fingerprint.utf8.allSatisfy(Self.isDigit) else {
                throw Self.malformed(entry, "\(fingerprint) is no fingerprint: it has 16 digits from 0 to f")
            }
            guard reasons.updateValue(reason, forKey: fingerprint) == nil else {
                throw Self.malformed(entry, "\(fingerprint) is accepted twice")
            }
        }
        self.reasons = reasons
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

    private static func refuseMembers(of value: JSONValue, besides names: Set<String>) throws(Malformed) {
        for member in value.members where !names.contains(member.name) {
            throw malformed(member.value, "\(member.name) is no member of it")
        }
    }

    private static func malformed(_ value: JSONValue, _ reason: String) -> Malformed {
        Malformed(position: value.document.position(at: value.byteRange.lowerBound), reason: reason)
    }

    func contains(_ change: ContractChange) -> Bool { reasons[change.fingerprint] != nil }

    /// The fingerprints that no change has: what was accepted is gone or has changed again.
    public func stale(in changes: [ContractChange]) -> [String] {
        let known = Set(changes.map(\.fingerprint))
        return reasons.keys.filter { !known.contains($0) }.sorted()
    }
}
