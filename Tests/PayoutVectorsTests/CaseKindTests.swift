import PayoutVectors
import Testing

/// The three kinds of cases besides messages.
struct CaseKindTests {
    static func read(_ path: String, kind: String, _ body: String) throws -> VectorCase? {
        let text = """
            {"format": 1, "kind": "\(kind)", "count": 1, "cases": [
            {"id": "a", "title": "t", "rule": ["A.B"], "level": "MUST", "comment": "c", "tags": [], "since": "0.1.0",
            \(body)}]}
            """
        return try LoaderTests.set(cases: text, path: path).cases().first
    }

    @Test func `a text case names an offset`() throws {
        let found = try Self.read(
            "text/a.json",
            kind: "text",
            #""body": "[", "expect": {"verdict": "either", "profile": "strict", "rule": "A.B", "offset": 1}"#
        )
        guard case .text(let text) = found?.content else {
            Issue.record("not a text")
            return
        }
        #expect(text.body == [0x5B])
        #expect(text.expectation.findings.map(\.offset) == [1])
        #expect(!text.expectation.isAccept)
    }

    @Test func `a signature case names its key and the header value`() throws {
        let found = try Self.read(
            "signatures/a.json",
            kind: "signature",
            #""key": "keys/k.pem", "operation": "verify", "body": "", "signature": "", "#
                + #""expect": {"verdict": "reject", "rule": "A.B"}"#
        )
        guard case .signature(let signature) = found?.content else {
            Issue.record("not a signature")
            return
        }
        #expect(signature.keyPath == "keys/k.pem")
        #expect(signature.signature.isEmpty)
        #expect(signature.operation == .verify)
        #expect(signature.brokenRule == "A.B")
    }

    static let steps = """
        "steps": [{"request": "session/init/payout", "expect": {"state": "in_progress"}},
        {"event": "ready", "delivered": false, "expect": {"state": "awaiting_confirmation"}},
        {"delivery": 2, "expect": {"state": "awaiting_confirmation"}},
        {"request": "session/start/payout", "expect": {"error": "session_wrong_state"}}],
        "expect": {"verdict": "reject", "rule": "A.B"}
        """

    @Test func `a sequence has calls, events and deliveries`() throws {
        let found = try Self.read("sequences/a.json", kind: "sequence", Self.steps)
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
            try Self.read("sequences/a.json", kind: "sequence", text)
        }
        #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
    }
}
