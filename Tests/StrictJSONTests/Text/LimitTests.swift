import StrictJSON
import Testing

@Suite("JSON text: limits") struct LimitTests {
    private func nested(_ depth: Int, open: String = "[", close: String = "]") -> [UInt8] {
        Array((String(repeating: open, count: depth) + String(repeating: close, count: depth)).utf8)
    }

    @Test(arguments: [(JSONTextPolicy.strict, 128), (.rfc8259, 1_024), (JSONTextPolicy(maximumDepth: 1), 1)])
    func `accepts the deepest nesting and refuses one more`(_ policy: JSONTextPolicy, _ depth: Int) throws {
        _ = try JSONDocument(parsing: nested(depth), policy: policy)
        RejectedText(nested(depth + 1), .tooDeep, depth).expectRejection(policy: policy)
        let objects = Array((String(repeating: "{\"a\":", count: depth + 1) + "1").utf8)
        RejectedText(objects, .tooDeep, 5 * depth).expectRejection(policy: policy)
    }

    @Test func `depth 0 lets scalars through and no container`() throws {
        let policy = JSONTextPolicy(maximumDepth: 0)
        _ = try JSONDocument(parsing: "1", policy: policy)
        RejectedText("[]", .tooDeep, 0).expectRejection(policy: policy)
        RejectedText("[]", .tooDeep, 0).expectRejection(policy: JSONTextPolicy(maximumDepth: -5))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"]) func `100,000 open brackets are an error`(_ opening: String) {
        let text = Array(String(repeating: opening, count: 100_000).utf8)
        let error = #expect(throws: JSONTextError.self) { try JSONDocument(parsing: text, policy: .rfc8259) }
        #expect(error?.code == .tooDeep)
    }

    @Test func `100,000 levels are read, compared and written without recursion when the policy lets them in`() throws {
        let policy = JSONTextPolicy(maximumDepth: 100_000)
        let text = nested(100_000)
        let document = try JSONDocument(parsing: text, policy: policy)
        #expect(document.root.isEqual(to: document.root))
        #expect(JSONWriter.compact.write(document.root) == text)
        var hasher = Hasher()
        document.root.hash(into: &hasher)
        RejectedText(Array(text.dropLast()), .unexpectedEnd, 199_999).expectRejection(policy: policy)
    }

    @Test func `refuses a text longer than the limit at the first byte beyond`() throws {
        _ = try JSONDocument(parsing: "[1, 2]", policy: JSONTextPolicy(maximumByteCount: 6))
        RejectedText("[1, 2]", .tooLong, 5).expectRejection(policy: JSONTextPolicy(maximumByteCount: 5))
        RejectedText("1", .tooLong, 0).expectRejection(policy: JSONTextPolicy(maximumByteCount: -1))
        RejectedText("", .unexpectedEnd, 0).expectRejection(policy: JSONTextPolicy(maximumByteCount: 0))
    }

    @Test func `the strict policy is what the kit asks of a message`() {
        #expect(JSONTextPolicy.strict == JSONTextPolicy())
        #expect(JSONTextPolicy.strict.maximumDepth == 128)
        #expect(JSONTextPolicy.strict.maximumByteCount == 16_777_216)
        #expect(!JSONTextPolicy.strict.allowsDuplicateNames)
        #expect(JSONTextPolicy.rfc8259.allowsDuplicateNames)
    }

    @Test func `a tape grows with a text of many short values`() throws {
        let text = Array(("[" + String(repeating: "0,", count: 50_000) + "0]").utf8)
        let document = try JSONDocument(parsing: text)
        #expect(document.root.count == 50_001)
        #expect(document.root[50_000]?.byteRange == 100_001..<100_002)
        #expect(document.entryCount == 50_002)
    }
}
