import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Bank: instruments") struct InstrumentTests {
    private static let account =
        #"{"type":"bank_account","bank_account":{"system_type":"ru","ru":{"bik":"044525974","#
        + #""account":"40817810400003869535","full_name":"Иванов Иван Иванович","description":"Перевод"}}}"#
    private static let phone =
        #"{"type":"bank_account","bank_account":{"system_type":"faster_payment_system","faster_payment_system":"#
        + #"{"phone":"79680000000","bank_id":"100000000069","description":"Перевод"}}}"#
    private static let wallet =
        #"{"type":"wallet","wallet":{"type":"yoomoney","yoomoney":{"account":"4100175017397"}}}"#
    private static let tax = #"{"type":"tax","tax":{"type":"tax_short"}}"#

    private static func card(_ card: String) -> String { #"{"type":"card","card":\#(card)}"# }

    private static func initPayout(_ instrument: String, amount: Int = 10_000, _ version: APIVersion = .v1) -> String {
        #"{"\#(WireNames(version).instrument)":\#(instrument),"participant_details":\#(Bodies.participants),"#
            + #""amount_details":{"amount":\#(amount),"currency":"rub"}}"#
    }

    @Test(arguments: [account, phone, wallet, tax], APIVersion.allCases)
    func `what is no card is paid and shown as it was named`(_ instrument: String, _ version: APIVersion) throws {
        var walk = try BankWalk(version: version)
        let said = try walk.call("session/init/payout", Self.initPayout(instrument, version))
        #expect(said.standing == "in_progress in_progress -")
        let list = version == .v1 ? "payments" : "payout_list"
        #expect(said.raw("/session/\(list)/0/\(WireNames(version).instrument)") == instrument)
        let id = try #require(said.text("/session/id"))
        try walk.pass()
        #expect(try walk.call("session/confirm", Bodies.session(id)).answer.status == 200)
        try walk.pass()
        #expect(try walk.letters.last?.said().standing == "accepted succeeded -")
    }

    @Test(arguments: [
        #"{"type":"tokenized_card","tokenized_card":{"token":"card_token_0002"}}"#,
        #"{"type":"bank_card","bank_card":{"number":"2200240000040002"}}"#,
    ])
    func `a card by token or number is masked and has its outcome`(_ card: String) throws {
        var walk = try BankWalk()
        let said = try walk.call("session/init/payout", Self.initPayout(Self.card(card)))
        #expect(
            said.raw("/session/payments/0/payment_method/card")
                == #"{"last4":"0002","brand":"mir","bin":"220024","country_iso3":"RUS"}"#
        )
        let id = try #require(said.text("/session/id"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass()
        #expect(try walk.letters.last?.said().text("/session/error/code") == "declined_by_issuer_bank")
    }

    @Test func `a recurrent token is a card`() throws {
        var walk = try BankWalk()
        let instrument = #"{"type":"recurrent","recurrent":{"token":"card_token_4242"}}"#
        let said = try walk.call("session/init/payout", Self.initPayout(instrument))
        #expect(said.text("/session/payments/0/payment_method/card/last4") == "4242")
    }

    @Test(arguments: ["tok", "card_token_", "card_token_12345", "card_token_12a4"])
    func `an unknown card token is refused`(_ token: String) throws {
        var walk = try BankWalk()
        let card = Self.card(#"{"type":"tokenized_card","tokenized_card":{"token":"\#(token)"}}"#)
        #expect(try walk.call("session/init/payout", Self.initPayout(card)).errorCode == "invalid_request")
    }

    @Test func `a card number with a wrong check digit does not exist`() throws {
        var walk = try BankWalk()
        let card = Self.card(#"{"type":"bank_card","bank_card":{"number":"2200240000040003"}}"#)
        let said = try walk.call("session/init/payout", Self.initPayout(card))
        #expect(said.errorCode == "card_number_does_not_exist")
    }

    @Test func `a token of an account is never shown`() throws {
        var walk = try BankWalk()
        let instrument =
            #"{"type":"bank_account","bank_account":{"system_type":"ru","ru":{"bik":"044525974","token":"secret","#
            + #""full_name":"A B","description":"Перевод"}}}"#
        let said = try walk.call("session/init/payout", Self.initPayout(instrument))
        #expect(said.answer.status == 200)
        #expect(said.raw("/session")?.contains("secret") == false)
    }

    @Test func `the kopecks choose the outcome of what is no card of the table`() throws {
        var walk = try BankWalk()
        let said = try walk.call("session/init/payout", Self.initPayout(Self.phone, amount: 10_002))
        let id = try #require(said.text("/session/id"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass()
        #expect(try walk.letters.last?.said().text("/session/error/code") == "declined_by_issuer_bank")
    }

    @Test func `the card of the bank's page succeeds whatever the amount`() throws {
        var walk = try BankWalk()
        let said = try walk.call("session/init/payout", Self.initPayout(Bodies.instrument(), amount: 10_002))
        let id = try #require(said.text("/session/id"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass()
        #expect(try walk.letters.last?.said().standing == "accepted succeeded -")
    }
}
