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
}
