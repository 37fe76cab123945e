import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Projects: switches of the behaviour") struct BehaviourTests {
    @Test(arguments: BehaviourSwitch.all.map(\.name))
    func `the text of a switch is read back`(_ name: String) throws {
        let found = try #require(BehaviourSwitch.named(name))
        var behaviour = BankBehaviour()
        #expect(found.set(found.text(in: behaviour), in: &behaviour))
        #expect(behaviour == BankBehaviour())
        #expect(!found.set("nonsense", in: &behaviour))
        for value in found.values.split(separator: "|") where value.contains(where: \.isLowercase) {
            #expect(found.set(String(value), in: &behaviour))
            #expect(found.text(in: behaviour) == value)
        }
    }

    @Test(arguments: [
        ("0", Duration.zero), ("1", .seconds(1)), ("0.25", .milliseconds(250)), ("14400", .seconds(14_400)),
        ("0.000001", .microseconds(1)),
    ])
    func `seconds have up to six decimals`(_ text: String, _ duration: Duration) {
        #expect(Duration(secondsText: text) == duration)
        #expect(duration.secondsText == text)
    }

    @Test(arguments: ["", "-1", "1.", ".5", "1e3", "0.0000001", "1s", "864000001", "١"])
    func `what is no number of seconds is refused`(_ text: String) {
        #expect(Duration(secondsText: text) == nil)
    }

    // MARK: What the switches do

    private static func finished(_ behave: (inout BankBehaviour) -> Void, hash: String? = nil) throws -> BankWalk {
        var walk = try BankWalk(behave)
        let id = try walk.started(hash: hash ?? Bodies.bankHash)
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass(.seconds(60))
        return walk
    }

    @Test(arguments: [(BankBehaviour.ErrorStatus.always200, 200), (.always400, 400), (.byKind, 401)])
    func `error_status chooses the HTTP status of refusals`(_ value: BankBehaviour.ErrorStatus, _ status: Int) throws {
        var walk = try BankWalk { $0.errorStatus = value }
        var call = try walk.partner.call("session/create", "{}")
        call.signatures = []
        let said = try walk.send(call)
        #expect(said.answer.status == status)
        #expect(said.errorCode == "authentication_error")
    }

    @Test func `error_envelope bare leaves the status out`() throws {
        var walk = try BankWalk { $0.errorEnvelope = .bare }
        let said = try walk.callUnchecked("session/status", Bodies.session("ps_1"))
        #expect(said.errorCode == "invalid_request")
        #expect(said.text("/status") == nil)
    }

    @Test func `confirmation automatic sends payment_finished alone`() throws {
        var walk = try BankWalk { $0.confirmation = .automatic }
        _ = try walk.started()
        try walk.pass(.seconds(60))
        #expect(walk.letters.map(\.type) == [.paymentFinished])
    }

    @Test func `failures corrected pays every failed payout later`() throws {
        var walk = try BankWalk { $0.failures = .corrected }
        let id = try walk.started(hash: walk.hash(of: "2200240000040002"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass(.seconds(60))
        #expect(
            try walk.letters.map { try $0.said().standing }.suffix(2) == ["error failed -", "accepted succeeded -"]
        )
    }

    @Test func `failure_time at_once refuses the start`() throws {
        var walk = try BankWalk { $0.failureTime = .atOnce }
        let hash = try walk.hash(of: "2200240000040002")
        let said = try walk.call("session/init/payout", Bodies.initPayout(hash: hash))
        #expect(said.errorCode == "declined_by_issuer_bank")
        #expect(walk.bank.sessions.isEmpty)
    }

    @Test func `fee and transaction_info stand in the finished payout`() throws {
        let walk = try Self.finished {
            $0.fee = 250
            $0.transactionInfo = true
        }
        let payout = try #require(walk.letters.last).said()
        #expect(payout.raw("/session/payments/0/amounts/fee/merchant_fee") == #"{"amount":250,"currency":"RUB"}"#)
        #expect(payout.text("/session/payments/0/transaction_info/rrn")?.utf8.count == 12)
        #expect(payout.text("/session/payments/0/transaction_info/auth_code")?.utf8.count == 6)
    }

    @Test func `empty_objects array writes them as PHP does`() throws {
        var walk = try BankWalk { $0.emptyObjects = .array }
        let body =
            #"{"payment_method":{"type":"wallet","wallet":{"type":"steam","steam":{"account":"{}a"}}},"#
            + #""amount_details":\#(Bodies.amount),"participant_details":{"recipient":{ }}}"#
        let said = try walk.callUnchecked("session/init/payout", body)
        #expect(said.raw("/session/payments/0/participant_details") == #"{"recipient":[ ]}"#)
        #expect(said.raw("/session/payments/0/customer") == "[]")
        #expect(said.text("/session/payments/0/payment_method/wallet/steam/account") == "{}a")
    }

    @Test(arguments: [(BankBehaviour.CurrencyCase.upper, "RUB"), (.lower, "rub"), (.asSent, "rub")])
    func `currency_case chooses how the currency is written`(_ value: BankBehaviour.CurrencyCase, _ code: String) throws
    {
        let walk = try Self.finished { $0.currencyCase = value }
        #expect(try walk.letters.last?.said().text("/session/payments/0/amount_details/currency") == code)
    }

    @Test func `currency_case alternating writes both in turn`() throws {
        var walk = try BankWalk { $0.currencyCase = .alternating }
        let codes = try (0..<4)
            .map { _ in
                try walk.call("session/init/payout", Bodies.initPayout())
                    .text("/session/payments/0/amount_details/currency")
            }
        #expect(Set(codes) == ["rub", "RUB"])
    }

    @Test func `payouts_in_list puts several payouts into the list`() throws {
        let walk = try Self.finished { $0.payoutsInList = 3 }
        let said = try #require(walk.letters.last).said()
        let payouts = try #require(said.document.root["session"]?["payments"])
        #expect(payouts.count == 3)
        #expect(Set(payouts.elements.compactMap { $0["id"]?.string }).count == 3)
        #expect(payouts.elements.allSatisfy { $0["status"]?.string == "succeeded" })
    }

    @Test func `second_start accepted appends a payout`() throws {
        var walk = try BankWalk { $0.secondStart = .accepted }
        let id = try walk.started()
        try walk.pass()
        let said = try walk.call("session/start/payout", Bodies.start(id))
        #expect(said.document.root["session"]?["payments"]?.count == 2)
        #expect(said.standing == "in_progress pending confirm")
    }

    @Test func `early_cancel accepted cancels before ready_to_confirm`() throws {
        var walk = try BankWalk(timing: SandboxTiming(readiness: .seconds(9))) { $0.earlyCancel = .accepted }
        let id = try walk.started()
        #expect(try walk.call("session/cancel", Bodies.session(id)).answer.status == 200)
        try walk.pass(.seconds(60))
        #expect(walk.letters.map(\.type) == [.paymentFinished])
        #expect(try walk.letters.first?.said().standing == "cancelled failed -")
    }

    @Test func `cancel_webhook off sends none`() throws {
        var walk = try BankWalk { $0.cancelWebhook = false }
        let id = try walk.started()
        try walk.pass()
        _ = try walk.call("session/cancel", Bodies.session(id))
        try walk.pass(.seconds(60))
        #expect(walk.letters.map(\.type) == [.readyToConfirm])
    }

    @Test(arguments: BankBehaviour.ErrorPlace.allCases)
    func `error_place chooses where the error stands`(_ place: BankBehaviour.ErrorPlace) throws {
        var walk = try BankWalk { $0.errorPlace = place }
        let id = try walk.started(hash: walk.hash(of: "2200240000040002"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass()
        let said = try #require(walk.letters.last).said()
        #expect((said.raw("/session/error") != nil) == (place != .payout))
        #expect((said.raw("/session/payments/0/error") != nil) == (place != .session))
    }

    @Test func `webhook_version chooses the names of webhooks`() throws {
        let v1 = try Self.finished { $0.webhookVersion = .v1 }
        #expect(try v1.letters.last?.said().raw("/session/payments") != nil)
        let partner = try TestPartner.shared.get()
        var project = SandboxProject(name: TestPartner.project)
        project.behaviour.webhookVersion = .v2
        let directory = try ProjectDirectory([project], testKeys: TestKeys())
        let reception = Reception(projects: directory, contract: try Contract.embedded())
        var bank = Bank(seed: 1)
        let call = try partner.call("session/init/payout", Bodies.initPayout())
        let answer = bank.handle(call, reception: reception, at: .bankExample)
        let id = try #require(answer.sessionID)
        let step = bank.take(.becomeReady, sessionID: id, under: project.behaviour, at: .bankExample)
        guard case .webhook(let letter) = step.effects.first else {
            Issue.record("no webhook")
            return
        }
        #expect(try letter.said().raw("/session/payout_list") != nil)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(#""payments":"#))
    }

    @Test func `returns bank_accounts returns a paid transfer`() throws {
        var walk = try BankWalk { $0.returns = .bankAccounts }
        let body =
            #"{"payment_method":{"type":"bank_account","bank_account":{"system_type":"ru","ru":{"bik":"044525974","#
            + #""account":"40817810400003869535","full_name":"A B","description":"Перевод"}}},"#
            + #""amount_details":\#(Bodies.amount)}"#
        let id = try #require(try walk.call("session/init/payout", body).text("/session/id"))
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass(.seconds(60))
        #expect(walk.letters.map(\.type) == [.readyToConfirm, .paymentFinished, .paymentRefunded])
    }

    @Test func `unknown_members adds what no page names`() throws {
        var walk = try BankWalk { $0.unknownMembers = true }
        let said = try walk.callUnchecked("session/create", "{}")
        #expect(said.text("/sandbox_unknown_member") != nil)
    }
}
