import PayoutContract
import Testing

@testable import PayoutSandbox

@Suite("Bank: outcomes of the table") struct OutcomeTests {
    /// Starts and confirms a payout by the trigger's token and lets everything happen that follows.
    private static func run(_ trigger: OutcomeTrigger) throws -> (walk: BankWalk, start: Said) {
        var walk = try BankWalk()
        let instrument =
            #"{"type":"card","card":{"type":"tokenized_card","tokenized_card":{"token":"\#(trigger.cardToken)"}}}"#
        let body =
            #"{"payment_method":\#(instrument),"participant_details":\#(Bodies.participants),"#
            + #""amount_details":\#(Bodies.amount)}"#
        let said = try walk.call("session/init/payout", body)
        guard let id = said.text("/session/id") else { return (walk, said) }
        try walk.pass()
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass(.seconds(60))
        return (walk, said)
    }

    /// The webhooks of a course: type and statuses.
    private static func expected(_ course: PayoutCourse) -> [String] {
        let ready = "ready_to_confirm in_progress pending confirm"
        let paid = "payment_finished accepted succeeded -"
        let failed = "payment_finished error failed -"
        return switch course {
        case .success: [ready, paid]
        case .failure: [ready, failed]
        case .earlyRefusal: [failed]
        case .refusedAtStart: []
        case .lateSuccess: [ready, failed, paid]
        case .returned: [ready, paid, "payment_refunded accepted succeeded -"]
        case .confirmTimeout: [ready, "payment_finished cancelled failed -"]
        case .stuck: [ready]
        }
    }

    @Test(arguments: OutcomeTrigger.all)
    func `each outcome brings its webhooks in their order`(_ trigger: OutcomeTrigger) throws {
        let (walk, start) = try Self.run(trigger)
        let seen = try walk.letters.map { "\($0.type.name) \(try $0.said().standing)" }
        #expect(seen == Self.expected(trigger.course))
        if case .refusedAtStart(let code) = trigger.course {
            #expect(start.errorCode == code)
        } else if let code = trigger.course.errorCode {
            let codes = try walk.letters.compactMap { try $0.said().text("/session/error/code") }
            #expect(codes == [code])
        }
    }

    @Test func `a return names the payout and has a refund`() throws {
        let trigger = try #require(OutcomeTrigger.all.first { $0.course == .returned })
        let (walk, _) = try Self.run(trigger)
        let returned = try #require(walk.letters.last).said()
        #expect(returned.text("/session/payments/0/refunds/0/id")?.hasPrefix("rf_") == true)
        #expect(returned.text("/session/payments/0/refunds/0/status") == "accepted")
        #expect(returned.raw("/session/payments/0/refunds/0/amount_details") == Bodies.amount)
    }

    @Test func `each ending of an amount stands in the table once`() {
        let kopecks = OutcomeTrigger.all.compactMap(\.kopecks)
        #expect(Set(kopecks).count == kopecks.count)
        #expect(!kopecks.contains("00"))
    }

    @Test func `an amount that the table does not name is paid`() {
        #expect(OutcomeTrigger.course(ofAmount: "10000") == .success)
        #expect(OutcomeTrigger.course(ofAmount: "7") == .success)
    }
}
