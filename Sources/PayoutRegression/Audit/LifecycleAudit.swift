import PayoutContract
package import PayoutVectors

/// Runs the sequences through lifecycles in which one transition is forbidden, allowed, or leads elsewhere.
package struct LifecycleAudit: Sendable {
    private typealias State = SessionLifecycle.State
    private typealias Event = SessionLifecycle.Event

    /// A change of the lifecycle.
    private enum Change {
        /// The call or event is refused in this state.
        case forbids(State, Event)
        /// The call is taken in this state.
        case allows(State, Event)
        /// The call or event leads to another state.
        case misleads(State, Event)
        /// A call about a session that does not exist is taken.
        case invents(String)

        var description: String {
            switch self {
            case .forbids(let state, let event): "refuses \(event.rawValue) in \(state.rawValue)"
            case .allows(let state, let event): "takes \(event.rawValue) in \(state.rawValue)"
            case .misleads(let state, let event): "leads elsewhere by \(event.rawValue) in \(state.rawValue)"
            case .invents(let path): "takes \(path) without a session"
            }
        }

        /// The rules that the change breaks: a case that kills it has to name one of them.
        var rules: [RuleID] {
            switch self {
            case .invents: ["SESSION.UNKNOWN"]
            case .forbids(_, let event), .allows(_, let event), .misleads(_, let event):
                switch event {
                case .start: ["SESSION.STATE", "SESSION.ONE_START"]
                case .confirm: ["SESSION.STATE", "SESSION.CONFIRM_AFTER_WEBHOOK"]
                case .cancel: ["SESSION.STATE", "SESSION.CANCEL_EARLY"]
                case .refund: ["SESSION.NO_REFUND"]
                default: ["SESSION.STATE", "WEBHOOK.DELIVERED"]
                }
            }
        }
    }

    private let cases: [VectorCase]

    /// Takes the cases of a set; those of other kinds are passed over.
    package init(_ cases: [VectorCase]) {
        self.cases = cases.filter { $0.kind == .sequence }
    }

    /// The cases that do not hold for the lifecycle as it stands.
    package func failures() -> [String] { cases.filter { !Self.holds($0, nil) }.map(\.id) }

    /// The mutants, and what became of each.
    package func outcomes() -> [MutantOutcome] {
        Self.changes.map { change in
            let mutant = Mutant(subject: "session lifecycle", alteration: change.description, rules: change.rules)
            let killer = cases.first { vector in
                !Set(vector.mentionedRules).isDisjoint(with: mutant.rules) && !Self.holds(vector, change)
            }
            return MutantOutcome(mutant, killer.map { .killed(by: $0.id) } ?? .survived)
        }
    }

    /// Every transition that there is, forbidden and misled; every call that is refused somewhere, allowed.
    ///
    /// What the bank itself may do in a state is no matter of a partner's, so no case refuses it.
    private static var changes: [Change] {
        var changes: [Change] = []
        for state in State.allCases {
            let session = SessionLifecycle.reaching(state)
            for event in Event.allCases {
                if session?.allows(event) == true {
                    changes += [.forbids(state, event), .misleads(state, event)]
                } else if event.isRequest {
                    changes.append(.allows(state, event))
                }
            }
        }
        return changes + [Operation.startPayout, .confirm, .cancel, .status].map { .invents($0.path) }
    }

    private static func holds(_ vector: VectorCase, _ change: Change?) -> Bool {
        guard case .sequence(let sequence) = vector.content else { return true }
        var session: SessionLifecycle?
        for step in sequence.steps {
            let (state, error) = play(step.action, on: &session, change)
            switch step.outcome {
            case .state(let expected): guard error == nil, state == expected else { return false }
            case .error(let expected): guard error == expected else { return false }
            }
        }
        return true
    }

    /// Plays a step: the state after it, as the mutant tells it, and the error code when it is refused.
    private static func play(
        _ action: SequenceCase.Step.Action,
        on session: inout SessionLifecycle?,
        _ change: Change?
    ) -> (state: String?, error: String?) {
        let event: Event?
        switch action {
        case .request(let path):
            if let begun = Operation(path: path).flatMap(SessionLifecycle.begun) { session = begun }
            if session == nil {
                if case .invents(let invented) = change, invented == path { return ("created", nil) }
                return (nil, "invalid_request")
            }
            event = SessionLifecycle.event(ofPath: path)
        case .event(let name):
            event = Event(rawValue: name)
        case .delivery:
            // A webhook that comes again changes nothing at the bank.
            event = nil
        }
        guard let event else { return (session?.state.rawValue, nil) }
        return apply(event, to: &session, change)
    }

    private static func apply(
        _ event: Event,
        to session: inout SessionLifecycle?,
        _ change: Change?
    ) -> (state: String?, error: String?) {
        guard let state = session?.state else { return (nil, "invalid_request") }
        switch change {
        case .forbids(state, event): return (state.rawValue, "session_wrong_state")
        case .allows(state, event): return (state.rawValue, nil)
        case .misleads(state, event): return ("elsewhere", nil)
        default: break
        }
        do throws(LifecycleError) {
            try session?.apply(event)
            return (session?.state.rawValue, nil)
        } catch {
            return (state.rawValue, error.errorCode ?? error.description)
        }
    }
}

extension SessionLifecycle {
    /// A session that was led to a state by the shortest way; nil when none leads there.
    fileprivate static func reaching(_ state: State) -> SessionLifecycle? {
        var waiting = [SessionLifecycle()]
        var seen: Set<State> = []
        while !waiting.isEmpty {
            let session = waiting.removeFirst()
            if session.state == state { return session }
            guard seen.insert(session.state).inserted else { continue }
            for event in Event.allCases where session.allows(event) {
                var next = session
                if (try? next.apply(event)) != nil { waiting.append(next) }
            }
        }
        return nil
    }
}
