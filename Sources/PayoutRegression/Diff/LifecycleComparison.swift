import PayoutContract
import PayoutVectors
import StrictJSON

/// Compares what may happen in the life of a session.
struct LifecycleComparison {
    private typealias Transition = ProtocolSettings.Transition

    private struct Edge: Hashable {
        let from: String
        let event: String
    }

    /// What a partner causes; all else the bank does.
    private static let requests: Set<String> = Set(
        SessionLifecycle.Event.allCases.filter(\.isRequest).map(\.rawValue)
    )

    private let old: [Edge: Transition]
    private let new: [Edge: Transition]

    init(old: ProtocolSettings, new: ProtocolSettings) {
        func edges(_ settings: ProtocolSettings) -> [Edge: Transition] {
            Dictionary(
                settings.transitions.map { (Edge(from: $0.from, event: $0.event), $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        self.old = edges(old)
        self.new = edges(new)
    }

    func changes() -> [ContractChange] {
        let edges = Set(old.keys).union(new.keys).sorted { ($0.from, $0.event) < ($1.from, $1.event) }
        return edges.flatMap { edge -> [ContractChange] in
            switch (old[edge], new[edge]) {
            case (nil, let second?): return [weigh(.transitionAdded, edge, nil, second.to)]
            case (let first?, nil): return [weigh(.transitionRemoved, edge, first.to, nil)]
            case (let first?, let second?):
                var changes: [ContractChange] = []
                if first.to != second.to { changes.append(weigh(.transitionTargetChanged, edge, first.to, second.to)) }
                if first.webhook != second.webhook {
                    changes.append(
                        weigh(.transitionWebhookChanged, edge, first.webhook ?? "none", second.webhook ?? "none")
                    )
                }
                return changes
            case (nil, nil): return []
            }
        }
    }

    private func weigh(_ kind: ChangeKind, _ edge: Edge, _ before: String?, _ after: String?) -> ContractChange {
        let direction: MessageType.Direction = Self.requests.contains(edge.event) ? .request : .webhook
        var change = ContractChange(
            kind: kind,
            subject: "lifecycle",
            direction: direction,
            place: "\(edge.event) in \(edge.from)",
            before: before,
            after: after,
            changeClass: .undecided
        )
        // Who sends needs what was there; so does who waits for what the bank does no more.
        let isNarrowing = direction == .request || kind == .transitionRemoved
        let (source, refuser) = isNarrowing ? (old, new) : (new, old)
        if let trace = trace(to: edge, in: source), trace.contains(where: { refuser[Self.edge($0)] != $0 }) {
            let isBreaking = direction == .request || kind == .transitionTargetChanged
            change.changeClass = isBreaking ? .breaking : .risky
            change.witness = ContractChange.Witness(
                body: JSONWriter.compact.write(["steps": .array(trace.map(Self.tree))]),
                isRefusedByNew: isNarrowing,
                reason: "\(edge.event) in the state \(edge.from) does not go so"
            )
            return change
        }
        // Every way through the table was tried: nobody can be surprised at this place.
        change.changeClass = .compatible
        if source[edge] != nil {
            change.note = "no session gets to the state \(edge.from)"
        } else {
            change.note =
                isNarrowing ? "nothing that went before is refused" : "the bank does nothing that it did not do"
        }
        return change
    }

    private static func edge(_ transition: Transition) -> Edge { Edge(from: transition.from, event: transition.event) }

    private static func tree(_ transition: Transition) -> JSONTree {
        var tree: JSONTree = ["event": .string(transition.event), "state": .string(transition.to)]
        if let webhook = transition.webhook { tree["webhook"] = .string(webhook) }
        return tree
    }

    /// The shortest way from the start of a session through a transition, or nil where it can't be reached.
    private func trace(to edge: Edge, in table: [Edge: Transition]) -> [Transition]? {
        guard let last = table[edge] else { return nil }
        var ways: [String: [Transition]] = [SessionLifecycle.State.created.rawValue: []]
        var waiting = [SessionLifecycle.State.created.rawValue]
        while !waiting.isEmpty {
            let state = waiting.removeFirst()
            if state == edge.from { return (ways[state] ?? []) + [last] }
            let following = table.values.filter { $0.from == state }.sorted { $0.event < $1.event }
            for step in following where ways[step.to] == nil {
                ways[step.to] = (ways[state] ?? []) + [step]
                waiting.append(step.to)
            }
        }
        return nil
    }
}
