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
        var session: SessionLifecycle?
        for (position, step) in vector.sequence.steps.enumerated() {
            let place = "step \(position + 1)"
            var webhook: WebhookType?
            var error: String?
            switch step.action {
            case .requestForUnknownSession:
                #expect(step.error == "invalid_request", "\(place)")
                continue
            case .request(let path):
                switch try #require(Operation(path: path), "\(place)") {
                case .createSession: session = SessionLifecycle()
                case .initPayout: session = .startedAtOnce()
                case .status: break
                case let operation:
                    let event = try #require(SessionLifecycle.event(of: operation), "\(place)")
                    (webhook, error) = Self.apply(event, to: &session)
                }
            case .event(let name):
                let event = try #require(SessionLifecycle.Event(rawValue: name), "\(place)")
                (webhook, error) = Self.apply(event, to: &session)
            }
            #expect(error == step.error, "\(place)")
            #expect(webhook?.name == step.webhook, "\(place)")
            #expect(session?.state.rawValue == step.state, "\(place)")
            #expect(session?.sessionStatus == step.sessionStatus, "\(place)")
            #expect(session?.payoutStatus == step.payoutStatus, "\(place)")
            #expect(session?.nextAction == step.nextAction, "\(place)")
        }
    }

    private static func apply(
        _ event: SessionLifecycle.Event,
        to session: inout SessionLifecycle?
    ) -> (WebhookType?, String?) {
        do throws(LifecycleError) {
            return (try session?.apply(event), nil)
        } catch {
            return (nil, error.errorCode ?? error.description)
        }
    }
}
