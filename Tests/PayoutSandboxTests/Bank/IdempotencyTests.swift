import PayoutContract
import Testing

@testable import PayoutSandbox

@Suite("Bank: idempotency keys") struct IdempotencyTests {
    private static func initPayout(_ walk: inout BankWalk, key: String?, hash: String = Bodies.bankHash) throws -> Said
    {
        try send(&walk, "session/init/payout", Bodies.initPayout(hash: hash), key: key)
    }

    private static func send(_ walk: inout BankWalk, _ operation: String, _ body: String, key: String?) throws -> Said {
        var call = try walk.partner.call(operation, body)
        call.idempotencyKeys = [key].compactMap(\.self)
        return try walk.send(call)
    }

    @Test func `a second use is refused and creates nothing`() throws {
        var walk = try BankWalk()
        #expect(try Self.initPayout(&walk, key: "a").answer.status == 200)
        let again = try Self.initPayout(&walk, key: "a")
        #expect(again.errorCode == "idempotency_key_already_exists")
        #expect(again.answer.status == 400)
        #expect(walk.bank.sessions.count == 1)
        #expect(try Self.initPayout(&walk, key: "b").answer.status == 200)
        #expect(try Self.initPayout(&walk, key: nil).answer.status == 200)
    }

    @Test func `a refused request does not use the key up`() throws {
        var walk = try BankWalk()
        #expect(try Self.initPayout(&walk, key: "a", hash: "ffff").errorCode == "invalid_request")
        #expect(try Self.initPayout(&walk, key: "a").answer.status == 200)
    }

    @Test func `a key belongs to its path`() throws {
        var walk = try BankWalk()
        #expect(try Self.initPayout(&walk, key: "a").answer.status == 200)
        #expect(try Self.send(&walk, "session/create", "{}", key: "a").answer.status == 200)
    }

    @Test func `a key is remembered for a day`() throws {
        var walk = try BankWalk()
        _ = try Self.initPayout(&walk, key: "a")
        try walk.pass(.seconds(86_400 - 1))
        #expect(try Self.initPayout(&walk, key: "a").errorCode == "idempotency_key_already_exists")
        try walk.pass(.seconds(1))
        #expect(try Self.initPayout(&walk, key: "a").answer.status == 200)
    }

    @Test(arguments: ["", String(repeating: "k", count: 256)])
    func `a key of a wrong length is an invalid request`(_ key: String) throws {
        var walk = try BankWalk()
        #expect(try Self.initPayout(&walk, key: key).errorCode == "invalid_request")
    }

    @Test func `two keys in one call are an invalid request`() throws {
        var walk = try BankWalk()
        var call = try walk.partner.call("session/create", "{}")
        call.idempotencyKeys = ["a", "b"]
        #expect(try walk.send(call).errorCode == "invalid_request")
    }

    @Test func `a project without keys does not look at them`() throws {
        var walk = try BankWalk { $0.idempotencyKeys = false }
        for _ in 0..<2 { #expect(try Self.initPayout(&walk, key: "a").answer.status == 200) }
    }

    @Test func `the oldest keys are forgotten when there are too many`() {
        var keys = IdempotencyKeys()
        let now = SandboxInstant.bankExample
        func name(_ number: Int) -> IdempotencyKeys.Name { .init(project: "p", path: "x", key: "\(number)") }
        for number in 0...IdempotencyKeys.memory {
            keys.use(name(number), until: now.advanced(by: .seconds(9)), at: now)
        }
        #expect(!keys.isUsed(name(0), at: now))
        #expect(keys.isUsed(name(1), at: now))
        #expect(keys.expiries.count == IdempotencyKeys.memory)
    }
}
