import PayoutContract
import PayoutVectors
import Testing

@testable import PayoutSandbox

@Suite("Bank: terms given in create and start") struct PayoutTermsTests {
    private static let everything =
        #"{"payment_method":\#(Bodies.instrument()),"participant_details":\#(Bodies.participants),"#
        + #""amount_details":\#(Bodies.amount),"metadata":"from create"}"#

    @Test func `start takes what create gave`() throws {
        var walk = try BankWalk()
        let id = try #require(try walk.call("session/create", Self.everything).text("/session/id"))
        let said = try walk.call("session/start/payout", Bodies.session(id))
        #expect(said.answer.status == 200)
        #expect(said.text("/session/payments/0/payment_method/card/last4") == "4940")
        #expect(said.raw("/session/payments/0/amount_details") == Bodies.amount)
        #expect(said.text("/session/payments/0/metadata") == "from create")
    }

    @Test func `start overrides what create gave, member by member`() throws {
        var walk = try BankWalk()
        let id = try #require(try walk.call("session/create", Self.everything).text("/session/id"))
        let said = try walk.call(
            "session/start/payout",
            #"{"session_id":"\#(id)","amount_details":{"amount":7,"currency":"RUB"},"metadata":"from start"}"#
        )
        #expect(said.raw("/session/payments/0/amount_details") == #"{"amount":7,"currency":"RUB"}"#)
        #expect(said.text("/session/payments/0/metadata") == "from start")
        #expect(said.raw("/session/payments/0/participant_details") == Bodies.participants)
    }

    @Test(arguments: ["payment_method", "amount_details", "participant_details"])
    func `what is given nowhere is missed`(_ member: String) throws {
        let members = [
            "payment_method": Bodies.instrument(), "amount_details": Bodies.amount,
            "participant_details": Bodies.participants,
        ]
        var walk = try BankWalk()
        let id = try #require(try walk.call("session/create", "{}").text("/session/id"))
        let given = members.filter { $0.key != member }.map { ",\"\($0.key)\":\($0.value)" }.joined()
        let said = try walk.call("session/start/payout", #"{"session_id":"\#(id)"\#(given)}"#)
        #expect(said.errorCode == "invalid_request")
        #expect(said.answer.status == 400)
        #expect(try walk.call("session/status", Bodies.session(id)).standing == "created - -")
    }

    @Test func `a hash that no widget made is refused`() throws {
        var walk = try BankWalk()
        let hash = String(repeating: "ab", count: 32)
        #expect(try walk.call("session/init/payout", Bodies.initPayout(hash: hash)).errorCode == "invalid_request")
        let create = #"{"payment_method":\#(Bodies.instrument(hash: hash))}"#
        #expect(try walk.call("session/create", create).errorCode == "invalid_request")
        let id = try #require(try walk.call("session/create", "{}").text("/session/id"))
        #expect(try walk.call("session/start/payout", Bodies.start(id, hash: hash)).errorCode == "invalid_request")
    }

    @Test func `the empty array of the PHP SDK is an empty object`() throws {
        var walk = try BankWalk()
        #expect(try walk.call("session/create", "[]").standing == "created - -")
    }

    @Test func `a refused init uses up no id`() throws {
        var first = try BankWalk()
        let expected = try first.call("session/init/payout", Bodies.initPayout()).text("/session/id")
        var second = try BankWalk()
        _ = try second.call("session/init/payout", Bodies.initPayout(hash: "ffff"))
        #expect(try second.call("session/init/payout", Bodies.initPayout()).text("/session/id") == expected)
    }

    @Test func `the instrument under the name of the other version is taken with a finding`() throws {
        var walk = try BankWalk()
        let id = try #require(try walk.call("session/create", "{}").text("/session/id"))
        let body = Bodies.start(id).replacing("payment_method", with: "payout_details")
        let said = try walk.call("session/start/payout", body)
        #expect(said.standing == "in_progress in_progress -")
        #expect(said.answer.findings.map(\.rule.rawValue).contains("MEMBER.OTHER_VERSION"))
        #expect(said.raw("/session/payments/0/payment_method") != nil)
    }

    @Test func `the strict profile refuses the name of the other version`() throws {
        var walk = try BankWalk(profile: .strict)
        let id = try #require(try walk.call("session/create", "{}").text("/session/id"))
        let body = Bodies.start(id).replacing("payment_method", with: "payout_details")
        let said = try walk.call("session/start/payout", body)
        #expect(said.errorCode == "invalid_request")
        #expect(said.text("/error/description")?.contains("MEMBER.OTHER_VERSION") == true)
    }
}
