import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// Compares the header fields of two contracts.
struct HeaderComparison {
    private let old: ProtocolSettings
    private let new: ProtocolSettings

    init(old: ProtocolSettings, new: ProtocolSettings) {
        self.old = old
        self.new = new
    }

    func changes() -> [ContractChange] {
        [MessageType.Direction.request, .webhook].flatMap { changes(of: $0) }
    }

    private func changes(of direction: MessageType.Direction) -> [ContractChange] {
        let (before, after) = (HeaderJudge(old, direction), HeaderJudge(new, direction))
        let names = before.names + after.names.filter { before[$0] == nil }
        return names.flatMap { name -> [ContractChange] in
            kinds(before[name], after[name])
                .map { kind, texts in
                    weigh(kind, name, texts, direction, before, after)
                }
        }
    }

    private func kinds(
        _ before: ProtocolSettings.Header?,
        _ after: ProtocolSettings.Header?
    ) -> [(ChangeKind, (String?, String?))] {
        guard let before else { return [(.headerAdded, (nil, after?.isRequired == true ? "required" : "optional"))] }
        guard let after else { return [(.headerRemoved, (before.isRequired ? "required" : "optional", nil))] }
        var kinds: [(ChangeKind, (String?, String?))] = []
        if before.isRequired != after.isRequired {
            kinds.append((after.isRequired ? .headerRequired : .headerOptional, (nil, nil)))
        }
        if before.pattern != after.pattern { kinds.append((.headerValueChanged, (before.pattern, after.pattern))) }
        return kinds
    }

    private func weigh(
        _ kind: ChangeKind,
        _ name: String,
        _ texts: (before: String?, after: String?),
        _ direction: MessageType.Direction,
        _ before: HeaderJudge,
        _ after: HeaderJudge
    ) -> ContractChange {
        var change = ContractChange(
            kind: kind,
            subject: "headers of \(direction == .request ? "requests" : "webhooks")",
            direction: direction,
            place: name,
            before: texts.before,
            after: texts.after,
            changeClass: .undecided
        )
        let isNarrowing = direction == .request
        let (source, refuser) = isNarrowing ? (before, after) : (after, before)
        var random = SeededRandom(seed: 131)
        for _ in 0..<Evidence.survivorCount {
            let fields = source.fields(using: &random)
            guard let reason = refuser.refusal(of: fields, name) else {
                change.survivorCount += 1
                continue
            }
            let listed = fields.map { JSONTree.array([.string($0.name), .string($0.value)]) }
            change.survivorCount = 0
            change.changeClass = direction == .request || kind != .headerValueChanged ? .breaking : .risky
            change.witness = ContractChange.Witness(
                body: JSONWriter.compact.write(["headers": .array(listed)]),
                isRefusedByNew: isNarrowing,
                reason: reason
            )
            return change
        }
        change.changeClass = .compatible
        return change
    }
}

/// Says whether header fields are right.
private struct HeaderJudge {
    private let headers: [ProtocolSettings.Header]

    init(_ settings: ProtocolSettings, _ direction: MessageType.Direction) {
        headers = settings.headers.filter { $0.directions.contains(direction.rawValue) }
    }

    var names: [String] { headers.map(\.name) }

    subscript(name: String) -> ProtocolSettings.Header? { headers.first { $0.name == name } }

    /// Fields that this side accepts: what is required, and what chance takes of the rest.
    func fields(using random: inout SeededRandom) -> [(name: String, value: String)] {
        headers.compactMap { header in
            guard header.isRequired || Bool.random(using: &random) else { return nil }
            let value = header.pattern.flatMap { PatternTexts.example(of: $0, using: &random) } ?? "value"
            return (header.name, value)
        }
    }

    /// What is wrong with one of the fields, or nil.
    func refusal(of fields: [(name: String, value: String)], _ name: String) -> String? {
        guard let header = self[name] else { return nil }
        guard let field = fields.first(where: { $0.name == name }) else {
            return header.isRequired ? "\(name) is missing" : nil
        }
        guard let pattern = header.pattern, !PatternTexts.matches(pattern, field.value) else { return nil }
        return "the value of \(name) does not match \(pattern)"
    }
}
