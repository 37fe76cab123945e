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
        switch source.trial(of: name, for: refuser) {
        case .accepted:
            change.changeClass = .compatible
            change.note = "what could be sent before is still right"
            if !isNarrowing { change.note = "nothing is sent that was not right before" }
        case .notKnown:
            change.note = "the patterns are too large to be compared"
        case .refused(let fields, let reason):
            change.changeClass = direction == .request || kind != .headerValueChanged ? .breaking : .risky
            let listed = fields.map { JSONTree.array([.string($0.name), .string($0.value)]) }
            change.witness = ContractChange.Witness(
                body: JSONWriter.compact.write(["headers": .array(listed)]),
                isRefusedByNew: isNarrowing,
                reason: reason
            )
        }
        return change
    }
}

/// Says whether header fields are right.
private struct HeaderJudge {
    private let headers: [ProtocolSettings.Header]

    /// Whether every right field of one side is right on another.
    enum Trial {
        case accepted
        case notKnown
        case refused([(name: String, value: String)], reason: String)
    }

    init(_ settings: ProtocolSettings, _ direction: MessageType.Direction) {
        headers = settings.headers.filter { $0.directions.contains(direction.rawValue) }
    }

    var names: [String] { headers.map(\.name) }

    subscript(name: String) -> ProtocolSettings.Header? { headers.first { $0.name == name } }

    /// Looks for fields that are right here and, because of the one called `name`, not for another side.
    func trial(of name: String, for refuser: HeaderJudge) -> Trial {
        guard let demanded = refuser[name] else { return .accepted }
        let own = self[name]
        if demanded.isRequired, own?.isRequired != true {
            return .refused(fields(with: name, value: nil), reason: "\(name) is missing")
        }
        guard let own, let pattern = demanded.pattern else { return .accepted }
        // The empty pattern matches every text.
        switch PatternComparison(matchedBy: own.pattern ?? "", notBy: pattern) {
        case .included: return .accepted
        case .undecided: return .notKnown
        case .differs(let value):
            return .refused(
                fields(with: name, value: value),
                reason: "the value of \(name) does not match \(pattern)"
            )
        }
    }

    /// Right fields: those that are required, and the one called `name` with a value, or without.
    private func fields(with name: String, value: String?) -> [(name: String, value: String)] {
        var random = SeededRandom(seed: 131)
        return headers.compactMap { header in
            if header.name == name { return value.map { (name, $0) } }
            guard header.isRequired else { return nil }
            return (header.name, header.pattern.flatMap { PatternTexts.example(of: $0, using: &random) } ?? "value")
        }
    }
}
