import PayoutContract
import PayoutVectors
import Testing

/// Every sequence case of the vectors, walked by the lifecycle.
struct SequenceVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let sequence: SequenceCase

        var testDescription: String { id }
    }

    static let vectors: [Vector] = ((try? VectorSet.embedded.cases(kind: .sequence)) ?? [])
        .compactMap { vector in
            guard case .sequence(let sequence) = vector.content else { return nil }
            return Vector(id: vector.id, sequence: sequence)
        }

    @Test func `there are sequence cases`() {
        #expect(Self.vectors.count > 10)
    }

    @Test(arguments: vectors)
    func `every step has the outcome that it expects`(vector: Vector) throws {
        let walk = try Walk(vector.sequence)
        for (position, step) in walk.steps.enumerated() {
            switch step.expected {
            case .state(let state):
                #expect(step.error == nil, "step \(position + 1)")
                #expect(step.after?.state.rawValue == state, "step \(position + 1)")
            case .error(let code):
                #expect(step.error == code, "step \(position + 1)")
                #expect(step.after == step.before, "step \(position + 1)")
            }
        }
    }

    @Test(arguments: vectors)
    func `a delivery brings a webhook that the bank has sent`(vector: Vector) throws {
        let walk = try Walk(vector.sequence)
        for step in vector.sequence.steps {
            guard case .delivery(let number) = step.action else { continue }
            #expect(walk.steps[number - 1].webhook != nil, "step \(number) sends no webhook")
        }
    }

    /// Which call the bank takes in which state; every other one is refused with `session_wrong_state`.
    static let allowed: [String: Set<SessionLifecycle.State>] = [
        "session/start/payout": [.created],
        "session/confirm": [.awaitingConfirmation],
        "session/cancel": [.created, .awaitingConfirmation],
        "session/status": Set(SessionLifecycle.State.allCases),
        "session/refund": [],
    ]

    @Test(arguments: allowed.keys.sorted(), SessionLifecycle.State.allCases)
    func `a case shows each call in each state`(path: String, state: SessionLifecycle.State) throws {
        let isAllowed = try #require(Self.allowed[path]).contains(state)
        let steps = try Self.vectors.flatMap { try Walk($0.sequence).steps }
            .filter { $0.action == .request(path) && $0.before?.state == state }
        #expect(!steps.isEmpty)
        for step in steps { #expect(step.error == (isAllowed ? nil : "session_wrong_state")) }
    }

    @Test(arguments: allowed.keys)
    func `a case shows each call for a session that does not exist`(path: String) throws {
        let steps = try Self.vectors.flatMap { try Walk($0.sequence).steps }
        #expect(steps.contains { $0.action == .request(path) && $0.before == nil && $0.error == "invalid_request" })
    }

    @Test(arguments: SessionLifecycle.State.allCases)
    func `a case shows each event that is possible in a state`(state: SessionLifecycle.State) throws {
        let shown = try Self.vectors.flatMap { try Walk($0.sequence).steps }
            .filter { $0.before?.state == state && $0.error == nil }
            .compactMap(\.event)
        let possible = try #require(SessionLifecycleTests.legal[state]).keys
        #expect(Set(shown) == Set(possible))
    }

    @Test(arguments: WebhookType.lifecycle)
    func `a case repeats each webhook of a session, and a case delays it`(type: WebhookType) throws {
        let walks = try Self.vectors.map { ($0.sequence, try Walk($0.sequence)) }
        func isShown(late: Bool) -> Bool {
            walks.contains { sequence, walk in
                sequence.steps.contains { step in
                    guard case .delivery(let number) = step.action else { return false }
                    return walk.steps[number - 1].webhook == type && sequence.steps[number - 1].isDelivered != late
                }
            }
        }
        #expect(isShown(late: false))
        // What comes back is the last word of a session: nothing can overtake it.
        #expect(isShown(late: true) || type == .paymentRefunded)
    }
}

extension WebhookType {
    /// The types that the life of a session sends.
    fileprivate static let lifecycle: [WebhookType] = [readyToConfirm, paymentFinished, paymentRefunded]
}

/// A sequence, walked by the lifecycle from its first step to its last.
private struct Walk {
    /// What a step did.
    struct Step {
        let action: SequenceCase.Step.Action
        let expected: SequenceCase.Step.Outcome
        let before: SessionLifecycle?
        var after: SessionLifecycle?
        var event: SessionLifecycle.Event?
        /// The code with which it was refused.
        var error: String?
        var webhook: WebhookType?
    }

    private(set) var steps: [Step] = []

    init(_ sequence: SequenceCase) throws {
        var session: SessionLifecycle?
        for step in sequence.steps {
            var done = Step(action: step.action, expected: step.outcome, before: session)
            switch step.action {
            case .request(let path):
                if let begun = PayoutContract.Operation(path: path).flatMap(SessionLifecycle.begun) {
                    session = begun
                    break
                }
                done.event = SessionLifecycle.event(ofPath: path)
                if done.event == nil { try #require(path == "session/status") }
                // The code that the bank uses for a session that does not exist is not documented.
                if session == nil { done.error = "invalid_request" }
            case .event(let name):
                let event: SessionLifecycle.Event = try #require(SessionLifecycle.Event(rawValue: name))
                done.event = event
            case .delivery: break
            }
            if let event = done.event, session != nil {
                do throws(LifecycleError) {
                    done.webhook = try session?.apply(event) ?? nil
                } catch {
                    done.error = error.errorCode ?? error.description
                }
            }
            done.after = session
            steps.append(done)
        }
    }
}
