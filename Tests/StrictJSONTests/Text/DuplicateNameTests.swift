import StrictJSON
import Testing

@Suite("JSON text: equal names") struct DuplicateNameTests {
    private static let repeated = [
        RejectedText(#"{"a":1,"a":2}"#, .duplicateName, 7, related: 1),
        RejectedText(#"{"a":1,"b":2,"a":3}"#, .duplicateName, 13, related: 1),
        RejectedText(#"{"a":1,"\u0061":2}"#, .duplicateName, 7, related: 1),
        RejectedText(#"{"\u0061":1,"a":2}"#, .duplicateName, 12, related: 1),
        RejectedText(#"{"\/":1,"\u002f":2}"#, .duplicateName, 8, related: 1),
        RejectedText(#"{"😀":1,"\ud83d\ude00":2}"#, .duplicateName, 10, related: 1),
        RejectedText(#"{"":1,"":2}"#, .duplicateName, 6, related: 1),
        RejectedText(#"{"x":{"a":1,"a":2}}"#, .duplicateName, 12, related: 6),
        RejectedText(#"{"a":{"b":1},"c":[{"d":1}],"a":1}"#, .duplicateName, 27, related: 1),
        RejectedText(#"[{"a":1},{"a":1,"a":1}]"#, .duplicateName, 16, related: 10),
        RejectedText(#"{"amount_details":1,"amount_details":2}"#, .duplicateName, 20, related: 1),
        RejectedText(#"{"a":1,"a" 2}"#, .duplicateName, 7, related: 1),
    ]

    @Test(arguments: repeated)
    func `refuses a repeated name at its quote and tells where the first stands`(_ text: RejectedText) {
        text.expectRejection()
    }

    @Test(arguments: [
        #"{"a":1,"A":2}"#, #"{"a":1,"a ":2}"#, "{\"\u{E9}\":1,\"e\u{301}\":2}", #"{"a":{"a":{"a":1}}}"#,
        #"[{"a":1},{"a":1}]"#, #"{"a":1,"b":{"a":1},"c":{"b":1}}"#, #"{"aaaaaaaaX":1,"aaaaaaaaY":2}"#,
        #"{"a\u0000":1,"a":2}"#, #"{"aaaaaaaabbbbbbbbcccccccc":1,"aaaaaaaaXbbbbbbbcccccccc":2}"#,
    ])
    func `accepts names that differ in a byte, or stand in different objects`(_ text: String) throws {
        _ = try JSONDocument(parsing: text)
    }

    /// 23 to 26 surrounds the number of members from which names go to a table.
    @Test(arguments: [2, 5, 23, 24, 25, 26, 200]) func `finds a repetition in objects of every size`(
        _ count: Int
    ) throws {
        let members = (0..<count).map { "\"name_\($0)\":{\"inner\":\($0)}," }
        let text = "{" + members.joined()
        _ = try JSONDocument(parsing: text.dropLast() + "}")
        for repeated in 0..<min(count, 60) {
            let first = 1 + members[..<repeated].joined().utf8.count
            RejectedText(text + "\"n\\u0061me_\(repeated)\":1}", .duplicateName, text.utf8.count, related: first)
                .expectRejection()
        }
    }

    @Test func `large objects inside large objects keep their names apart`() throws {
        let inner = "{" + (0..<40).map { "\"m\($0)\":0" }.joined(separator: ",") + "}"
        let text = "{" + (0..<40).map { "\"m\($0)\":\(inner)" }.joined(separator: ",")
        _ = try JSONDocument(parsing: text + "}")
        RejectedText(text + ",\"m7\":1}", .duplicateName, text.utf8.count + 1, related: 1 + 7 * (inner.utf8.count + 6))
            .expectRejection()
    }

    @Test(.timeLimit(.minutes(10))) func `100,000 members are no quadratic work`() throws {
        let members = (0..<100_000).map { "\"\($0)\":0" }.joined(separator: ",")
        let document = try JSONDocument(parsing: "{" + members + "}")
        #expect(document.root.count == 100_000)
        #expect(document.root.isEqual(to: document.root))
        #expect(document.root["99999"]?.number == 0)
    }

    /// Such names share the quick digest that small objects are searched by.
    @Test(.timeLimit(.minutes(10))) func `names that differ in their middle only are no quadratic work`() throws {
        let members = (0..<20_000)
            .map { index in
                let digits = String(index)
                return "\"prefix00" + String(repeating: "0", count: 8 - digits.utf8.count) + digits + "suffix00\":0"
            }
        let document = try JSONDocument(parsing: "{" + members.joined(separator: ",") + "}")
        #expect(document.root.count == 20_000)
    }

    @Test(arguments: repeated.dropLast()) func `accepts equal names under RFC 8259, and the last one counts`(
        _ text: RejectedText
    ) throws {
        _ = try JSONDocument(parsing: text.bytes, policy: .rfc8259)
        let document = try JSONDocument(parsing: #"{"a":1,"b":2,"\u0061":3}"#, policy: .rfc8259)
        #expect(document.root["a"]?.number == 3)
        #expect(document.root.count == 3)
    }
}
