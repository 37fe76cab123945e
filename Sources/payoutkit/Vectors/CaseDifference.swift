import PayoutContract
import PayoutVectors
import StrictJSON

/// In what a case differs from its twin.
struct CaseDifference {
    /// A line for each difference: the place, what the twin has, what the case has.
    let lines: [String]

    private static let maximumLength = 80

    init(of vector: VectorCase, from twin: VectorCase) {
        switch (vector.content, twin.content) {
        case (.message(let here), .message(let there)):
            // What a case about an echo has otherwise is the request.
            let requests = Self.ofBodies(here.request ?? [], there.request ?? []).map { "request, \($0)" }
            lines = Self.ofBodies(here.body, there.body) + (here.request == there.request ? [] : requests)
        case (.text(let here), .text(let there)):
            lines = Self.ofBodies(here.body, there.body)
        case (.signature(let here), .signature(let there)):
            lines = Self.ofSignatures(here, there)
        case (.sequence(let here), .sequence(let there)):
            lines = Self.ofSteps(here.steps.map(SequenceText.line), there.steps.map(SequenceText.line))
        default:
            lines = ["a case of another kind"]
        }
    }

    private static func ofBodies(_ here: [UInt8], _ there: [UInt8]) -> [String] {
        guard let after = try? JSONDocument(parsing: here), let before = try? JSONDocument(parsing: there) else {
            return ofBytes(here, there, name: "")
        }
        let differences = after.root.differences(from: before.root)
        guard !differences.isEmpty else { return ofBytes(here, there, name: "") }
        return differences.map { difference in
            let place = difference.pointer.tokens.isEmpty ? "the whole body" : difference.pointer.description
            return line(
                VisibleText.of(place),
                before: difference.before.map { shown($0.rawBytes[...]) },
                after: difference.after.map { shown($0.rawBytes[...]) }
            )
        }
    }

    private static func ofBytes(_ here: [UInt8], _ there: [UInt8], name: String) -> [String] {
        guard let stretch = Stretch(here, there) else { return [] }
        return [
            line(
                "\(name.isEmpty ? "" : name + ", ")from byte \(stretch.start)",
                before: stretch.before.isEmpty ? nil : shown(stretch.before),
                after: stretch.after.isEmpty ? nil : shown(stretch.after)
            )
        ]
    }

    private static func ofSignatures(_ here: SignatureCase, _ there: SignatureCase) -> [String] {
        let names = [
            ("operation", there.operation.rawValue, here.operation.rawValue), ("key", there.keyPath, here.keyPath),
        ]
        return names.filter { $0.1 != $0.2 }.map { line($0.0, before: $0.1, after: $0.2) }
            + ofBytes(here.body, there.body, name: "body")
            + ofBytes(Array(here.signature.utf8), Array(there.signature.utf8), name: "signature")
    }

    private static func ofSteps(_ here: [String], _ there: [String]) -> [String] {
        guard let stretch = Stretch(here, there) else { return [] }
        return [
            line(
                "from step \(stretch.start + 1)",
                before: stretch.before.isEmpty ? nil : stretch.before.joined(separator: "; "),
                after: stretch.after.isEmpty ? nil : stretch.after.joined(separator: "; ")
            )
        ]
    }

    /// What lies between the parts with which both rows start and end.
    private struct Stretch<Element: Equatable> {
        let start: Int
        let before: ArraySlice<Element>
        let after: ArraySlice<Element>

        /// Nil when the rows are equal.
        init?(_ here: [Element], _ there: [Element]) {
            guard here != there else { return nil }
            start = zip(here, there).prefix { $0 == $1 }.count
            let rest = min(here.count, there.count) - start
            let end = zip(here.reversed(), there.reversed()).prefix(rest).prefix { $0 == $1 }.count
            before = there[start..<there.count - end]
            after = here[start..<here.count - end]
        }
    }

    private static func line(_ place: String, before: String?, after: String?) -> String {
        "\(place): \(before ?? "nothing") there, \(after ?? "nothing") here"
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        let text = VisibleText.of(Array(bytes), 0..<bytes.count)
        guard text.count > maximumLength else { return text }
        return text.prefix(maximumLength) + "... (\(bytes.count) bytes)"
    }
}
