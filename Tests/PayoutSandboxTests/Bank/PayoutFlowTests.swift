import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Bank: the life of a payout") struct PayoutFlowTests {
    @Test func `the flow of the bank's page ends with a paid payout`() throws {
        var walk = try BankWalk()
        let hash = try walk.hash(of: "4242424242424242")

        let created = try walk.call("session/create", #"{"metadata":"good"}"#)
        #expect(created.standing == "created - -")
        let id = try #require(created.text("/session/id"))
        #expect(created.document.root["session"]?.count == 4)

        let started = try walk.call("session/start/payout", Bodies.start(id, hash: hash))
        #expect(started.standing == "in_progress in_progress -")
        #expect(started.text("/session/id") == id)
        #expect(walk.letters.isEmpty)

        try walk.pass()
        let ready = try #require(walk.letters.first).said()
        #expect(ready.text("/type") == "ready_to_confirm")
        #expect(ready.standing == "in_progress pending confirm")
        #expect(try walk.call("session/status", Bodies.session(id)).standing == "in_progress pending confirm")

        #expect(try walk.call("session/confirm", Bodies.session(id)).standing == "in_progress pending -")
        #expect(try walk.call("session/status", Bodies.session(id)).standing == "in_progress in_progress -")

        try walk.pass()
        let finished = try #require(walk.letters.last).said()
        #expect(finished.text("/type") == "payment_finished")
        #expect(finished.standing == "accepted succeeded -")
        #expect(finished.text("/session/payments/0/finished_at") != nil)
        #expect(finished.text("/session/error/code") == nil)
        #expect(walk.letters.count == 2)

        try walk.pass(.seconds(24 * 60 * 60))
        #expect(walk.letters.count == 2)
        #expect(try walk.call("session/status", Bodies.session(id)).standing == "accepted succeeded -")
    }

    @Test func `init creates and starts in one call`() throws {
        var walk = try BankWalk()
        let said = try walk.call("session/init/payout", Bodies.initPayout())
        #expect(said.standing == "in_progress in_progress -")
        try walk.pass()
        #expect(try walk.letters.map { try $0.said().text("/type") } == ["ready_to_confirm"])
    }

    @Test func `the payout shows what was asked for`() throws {
        var walk = try BankWalk()
        let said = try walk.call("session/init/payout", Bodies.initPayout())
        let payout = "/session/payments/0"
        #expect(said.text("\(payout)/payment_method/card/last4") == "4940")
        #expect(said.text("\(payout)/payment_method/card/bin") == "220024")
        #expect(said.text("\(payout)/payment_method/card/brand") == "mir")
        #expect(said.text("\(payout)/payment_method/card/country_iso3") == "RUS")
        #expect(said.raw("\(payout)/participant_details") == Bodies.participants)
        #expect(said.raw("\(payout)/amount_details") == Bodies.amount)
        #expect(said.raw("/session")?.contains(Bodies.bankHash) == false)
    }

    @Test(arguments: [
        #""good""#, "0", "false", #""""#, "[]", "{}", "1.50", "1e2", #"{ "b" : 1 , "a" : [ null ] }"#,
        #""\u0418\/\ud83d\ude00""#, "\"e\u{301}\"",
    ])
    func `metadata comes back byte for byte`(_ metadata: String) throws {
        var walk = try BankWalk()
        let said = try walk.call("session/init/payout", Bodies.initPayout(metadata: metadata))
        #expect(said.raw("/session/payments/0/metadata").map { Array($0.utf8) } == Array(metadata.utf8))
        try walk.pass()
        let ready = try #require(walk.letters.first).said()
        #expect(ready.raw("/session/payments/0/metadata").map { Array($0.utf8) } == Array(metadata.utf8))
    }

    @Test func `nulls of a request are not sent back`() throws {
        var walk = try BankWalk()
        let body =
            #"{"payment_method":\#(Bodies.instrument()),"amount_details":\#(Bodies.amount),"metadata":null,"#
            + #""participant_details":{"sender":null,"recipient":{"full_name":"A B","email":null}}}"#
        let said = try walk.call("session/init/payout", body)
        #expect(said.raw("/session/payments/0/participant_details") == #"{"recipient":{"full_name":"A B"}}"#)
        #expect(said.raw("/session/payments/0/metadata") == nil)
    }

    @Test func `a card that declines fails behind the confirmation`() throws {
        var walk = try BankWalk()
        let id = try walk.started(hash: walk.hash(of: "2200240000040002"))
        try walk.pass()
        #expect(try walk.call("session/confirm", Bodies.session(id)).answer.status == 200)
        try walk.pass()
        let finished = try #require(walk.letters.last).said()
        #expect(finished.standing == "error failed -")
        #expect(finished.text("/session/error/code") == "declined_by_issuer_bank")
        #expect(finished.text("/session/payments/0/error/code") == "declined_by_issuer_bank")
        try walk.pass(.seconds(24 * 60 * 60))
        #expect(walk.letters.count == 2)
    }

    @Test func `an early refusal sends no ready_to_confirm`() throws {
        var walk = try BankWalk()
        let id = try walk.started(hash: walk.hash(of: "2200240000010062"))
        try walk.pass()
        #expect(try walk.letters.map { try $0.said().text("/type") } == ["payment_finished"])
        #expect(try walk.letters[0].said().standing == "error failed -")
        #expect(try walk.letters[0].said().text("/session/error/code") == "operation_rejected")
        #expect(try walk.call("session/confirm", Bodies.session(id)).errorCode == "session_wrong_state")
    }

    @Test func `a failure is corrected later`() throws {
        var walk = try BankWalk(timing: SandboxTiming(correction: .seconds(90)))
        let id = try walk.started(hash: walk.hash(of: "2200240000050068"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass()
        #expect(try walk.letters.last?.said().standing == "error failed -")
        #expect(try walk.letters.last?.said().text("/session/error/code") == "provider_timeout")
        try walk.pass(.seconds(89))
        #expect(walk.letters.count == 2)
        try walk.pass(.seconds(1))
        let corrected = try #require(walk.letters.last).said()
        #expect(corrected.standing == "accepted succeeded -")
        #expect(corrected.raw("/session/error") == nil)
        #expect(corrected.raw("/session/payments/0/error") == nil)
        #expect(corrected.text("/session/updated_at") == "2025-05-27T02:04:30.000000Z")
    }

    @Test func `a failure is corrected at once`() throws {
        var walk = try BankWalk()
        let id = try walk.started(hash: walk.hash(of: "2200240000040119"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass()
        let standings = try walk.letters.map { try $0.said().standing }
        #expect(standings == ["in_progress pending confirm", "error failed -", "accepted succeeded -"])
    }

    @Test func `cancelling a waiting payout ends it with a webhook`() throws {
        var walk = try BankWalk()
        let id = try walk.started()
        try walk.pass()
        #expect(try walk.call("session/cancel", Bodies.session(id)).standing == "in_progress pending -")
        #expect(try walk.call("session/status", Bodies.session(id)).standing == "cancelled failed -")
        let finished = try #require(walk.letters.last).said()
        #expect(finished.text("/type") == "payment_finished")
        #expect(finished.standing == "cancelled failed -")
        #expect(finished.text("/session/error/code") == "session_cancelled_by_partner")
        #expect(finished.text("/session/payments/0/error/code") == "session_cancelled_by_partner")
        try walk.pass(.seconds(24 * 60 * 60))
        #expect(walk.letters.count == 2)
    }

    @Test func `cancelling a created session sends no webhook`() throws {
        var walk = try BankWalk()
        let id = try #require(try walk.call("session/create", "{}").text("/session/id"))
        #expect(try walk.call("session/cancel", Bodies.session(id)).standing == "cancelled - -")
        try walk.pass(.seconds(60))
        #expect(walk.letters.isEmpty)
    }

    @Test func `a payout that nobody confirms times out`() throws {
        var walk = try BankWalk()
        let id = try walk.started()
        try walk.pass()
        try walk.pass(.seconds(240 * 60 - 1))
        #expect(walk.letters.count == 1)
        try walk.pass(.seconds(1))
        let finished = try #require(walk.letters.last).said()
        #expect(finished.standing == "cancelled failed -")
        #expect(finished.text("/session/payments/0/error/code") == "confirm_timeout")
        #expect(try walk.call("session/confirm", Bodies.session(id)).errorCode == "session_wrong_state")
    }

    @Test func `a confirmed payout does not time out`() throws {
        var walk = try BankWalk(timing: SandboxTiming(settlement: .seconds(600), confirmation: .seconds(60)))
        let id = try walk.started()
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass(.seconds(599))
        #expect(walk.letters.count == 1)
        try walk.pass(.seconds(1))
        #expect(try walk.letters.last?.said().standing == "accepted succeeded -")
    }

    @Test func `the same calls with the same seed give the same bytes`() throws {
        func bodies(seed: UInt64) throws -> [[UInt8]] {
            var walk = try BankWalk(seed: seed)
            let id = try walk.started(hash: walk.hash(of: "4242424242424242"))
            try walk.pass()
            let status = try walk.call("session/status", Bodies.session(id)).answer.body
            return [status] + walk.letters.map(\.body)
        }
        #expect(try bodies(seed: 7) == bodies(seed: 7))
        #expect(try bodies(seed: 7) != bodies(seed: 8))
    }
}
