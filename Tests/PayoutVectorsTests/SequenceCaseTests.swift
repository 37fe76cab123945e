import PayoutVectors
import Testing

/// The steps of a sequence: calls, events and deliveries.
struct SequenceCaseTests {
    static let steps = """
        "steps": [{"request": "session/init/payout", "expect": {"state": "in_progress"}},
        {"event": "ready", "delivered": false, "expect": {"state": "awaiting_confirmation"}},
        {"delivery": 2, "expect": {"state": "awaiting_confirmation"}},
        {"request": "session/start/payout", "expect": {"error": "session_wrong_state"}}],
        "expect": {"verdict": "reject", "rule": "A.B"}
        """

    @Test func `a sequence has calls, events and deliveries`() throws {
        let found = try CaseKindTests.read("sequences/a.json", kind: "sequence", Self.steps)
        guard case .sequence(let sequence) = found?.content else {
            Issue.record("not a sequence")
            return
        }
        #expect(
            sequence.steps.map(\.action) == [
                .request("session/init/payout"), .event("ready"), .delivery(ofStep: 2),
                .request("session/start/payout"),
            ]
        )
        #expect(sequence.steps.map(\.isDelivered) == [true, false, true, true])
        #expect(sequence.steps.last?.outcome == .error("session_wrong_state"))
        #expect(sequence.brokenRule == "A.B")
    }

    @Test(arguments: [
        ("\"delivery\": 2", "\"delivery\": 1", "delivery must be the number of an earlier step with an event"),
        ("\"delivery\": 2", "\"delivery\": 3", "delivery must be the number of an earlier step with an event"),
        ("\"delivery\": 2", "\"delivery\": 0", "delivery must be the number of an earlier step with an event"),
        ("\"delivery\": 2", "\"delivery\": \"2\"", "delivery must be the number of an earlier step with an event"),
        ("\"delivered\": false", "\"delivered\": true", "delivered must be false, and stands beside an event only"),
        ("\"delivery\": 2", "\"delivery\": 2, \"delivered\": false", "delivered must be false, and stands beside"),
        (
            "\"delivery\": 2", "\"delivery\": 2, \"event\": \"fail\"",
            "a step must have one of the members request, event"
        ),
        ("\"delivery\": 2, ", "", "a step must have one of the members request, event and delivery"),
        ("\"reject\", \"rule\": \"A.B\"", "\"accept\"", "the verdict must be reject when a step is refused"),
    ])
    func `a wrong step is refused with the reason`(right: String, wrong: String, reason: String) {
        let text = Self.steps.replacing(right, with: wrong)
        #expect(text != Self.steps)
        let error = #expect(throws: VectorError.self) {
            try CaseKindTests.read("sequences/a.json", kind: "sequence", text)
        }
        #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
    }
}
