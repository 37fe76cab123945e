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
            let before = session
            let error: String?
            switch step.action {
            case .request(let path): error = Self.call(path, on: &session)
            case .event(let name):
                error = Self.apply(try #require(SessionLifecycle.Event(rawValue: name)), to: &session)
            }
            switch step.outcome {
            case .state(let state):
                #expect(error == nil, "step \(position + 1)")
                #expect(session?.state.rawValue == state, "step \(position + 1)")
            case .error(let code):
                #expect(error == code, "step \(position + 1)")
                #expect(session == before, "step \(position + 1)")
            }
        }
    }

    /// Plays a call and gives the error code when it is refused.
    ///
    /// A call about no session is `invalid_request`: the code that the
    /// bank uses is not documented.
    private static func call(_ path: String, on session: inout SessionLifecycle?) -> String? {
        let operation = PayoutContract.Operation(path: path)
        if let begun = operation.flatMap(SessionLifecycle.begun) {
            session = begun
            return nil
        }
        if operation == .status { return session == nil ? "invalid_request" : nil }
        guard let event = SessionLifecycle.event(ofPath: path) else { return "no such call" }
        return apply(event, to: &session)
    }

    private static func apply(_ event: SessionLifecycle.Event, to session: inout SessionLifecycle?) -> String? {
        guard session != nil else { return "invalid_request" }
        do throws(LifecycleError) {
            try session?.apply(event)
            return nil
        } catch {
            return error.errorCode ?? error.description
        }
    }
}
