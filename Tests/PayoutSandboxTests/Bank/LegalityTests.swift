import PayoutContract
import PayoutVectors
import Testing

@testable import PayoutSandbox

@Suite("Bank: which call is legal in which state") struct LegalityTests {
    typealias State = SessionLifecycle.State

    /// The legality matrix of the kit; `session/status` is legal everywhere.
    private static let legal: [String: Set<State>] = [
        "session/start/payout": [.created],
        "session/confirm": [.awaitingConfirmation],
        "session/cancel": [.created, .awaitingConfirmation],
        "session/status": Set(State.allCases),
    ]

    /// A bank with a session that was brought into the state.
    private static func session(in state: State) throws -> (BankWalk, String) {
        var walk = try BankWalk()
        guard state != .created else {
            let id = try #require(try walk.call("session/create", "{}").text("/session/id"))
            return (walk, id)
        }
        let card = state == .error ? "2200240000040002" : "4242424242424242"
        let id = try walk.started(hash: walk.hash(of: card))
        guard state != .inProgress else { return (walk, id) }
        try walk.pass()
        guard state != .awaitingConfirmation else { return (walk, id) }
        guard state != .cancelled else {
            _ = try walk.call("session/cancel", Bodies.session(id))
            return (walk, id)
        }
        _ = try walk.call("session/confirm", Bodies.session(id))
        guard state != .confirmed else { return (walk, id) }
        try walk.pass()
        return (walk, id)
    }

    @Test(arguments: State.allCases)
    func `the state is the one that the test means`(_ state: State) throws {
        let (walk, id) = try Self.session(in: state)
        #expect(walk.bank.sessions[id]?.lifecycle.state == state)
    }

    @Test(arguments: State.allCases, ["session/start/payout", "session/confirm", "session/cancel", "session/status"])
    func `a call answers by the matrix`(_ state: State, _ operation: String) throws {
        var (walk, id) = try Self.session(in: state)
        let before = try walk.call("session/status", Bodies.session(id)).answer.body
        let isLegal = try #require(Self.legal[operation]).contains(state)
        let body = operation == "session/start/payout" ? Bodies.start(id) : Bodies.session(id)
        let said = try walk.call(operation, body)
        if isLegal {
            #expect(said.answer.status == 200)
            #expect(said.text("/status") == "ok")
        } else {
            #expect(said.answer.status == 400)
            #expect(said.errorCode == "session_wrong_state")
            #expect(said.answer.findings.map(\.rule) == ["SESSION.STATE"])
            #expect(said.answer.effects.isEmpty)
            #expect(try walk.call("session/status", Bodies.session(id)).answer.body == before)
        }
    }

    @Test(arguments: ["session/start/payout", "session/confirm", "session/cancel", "session/status"])
    func `an unknown session is an invalid request`(_ operation: String) throws {
        var walk = try BankWalk()
        let body = operation == "session/start/payout" ? Bodies.start("ps_1") : Bodies.session("ps_1")
        let said = try walk.call(operation, body)
        #expect(said.errorCode == "invalid_request")
        #expect(said.answer.findings.map(\.rule) == ["SESSION.UNKNOWN"])
    }

    @Test func `a second confirmation is refused and moves nothing`() throws {
        var (walk, id) = try Self.session(in: .awaitingConfirmation)
        #expect(try walk.call("session/confirm", Bodies.session(id)).answer.status == 200)
        #expect(try walk.call("session/confirm", Bodies.session(id)).errorCode == "session_wrong_state")
        try walk.pass()
        #expect(walk.letters.count == 2)
    }
}
