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

    @Test(
        arguments: [
            (#"{"text": "ab", "count": 3}"#, [0x61, 0x62, 0x61, 0x62, 0x61, 0x62]),
            (#"{"base64": "AP8=", "count": 2}"#, [0x00, 0xFF, 0x00, 0xFF]),
            (#"{"text": "a", "count": 2, "before": "(", "behind": ")"}"#, [0x28, 0x61, 0x61, 0x29]),
        ] as [(String, [UInt8])]
    )
    func `the body of a signature may be a unit and a number of repetitions`(recipe: String, body: [UInt8]) throws {
        let found = try Self.read("signatures/a.json", kind: "signature", Self.signature(of: recipe))
        guard case .signature(let signature) = found?.content else {
            Issue.record("not a signature")
            return
        }
        #expect(signature.body == body)
    }

    @Test func `a text may be a recipe as well`() throws {
        let content =
            #""body_repeat": {"text": "a", "count": 3, "before": "\"", "behind": "\""}, "expect": {"verdict": "accept"}"#
        let found = try Self.read("text/a.json", kind: "text", content)
        #expect(found?.body == Array(#""aaa""#.utf8))
    }

    @Test(arguments: [
        #"{"text": "ab", "count": 0}"#, #"{"text": "ab", "count": 8388609}"#, #"{"text": "", "count": 1}"#,
        #"{"count": 1}"#, #"{"text": "a", "base64": "AA==", "count": 1}"#, #"{"base64": "A", "count": 1}"#,
        #"{"text": "a", "count": 1}, "body": """#, #"{"text": "a", "count": 1, "times": 1}"#,
        #"{"text": "ab", "count": 9223372036854775807}"#, #"{"text": "a", "count": 16777216, "before": "b"}"#,
        #"{"text": "a", "count": 1, "before": 1}"#,
    ])
    func `a recipe that gives no body, two or one of more than 16 MiB is refused`(recipe: String) {
        #expect(throws: VectorError.self) {
            try Self.read("signatures/a.json", kind: "signature", Self.signature(of: recipe))
        }
    }

    private static func signature(of recipe: String) -> String {
        #""key": "keys/k.pem", "operation": "verify", "body_repeat": \#(recipe), "signature": "", "#
            + #""expect": {"verdict": "reject", "rule": "A.B"}"#
    }
}
