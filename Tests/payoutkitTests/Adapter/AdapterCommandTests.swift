import StrictJSON
import Testing

@testable import payoutkit

@Suite("Command adapter") struct AdapterCommandTests {
    private func answers(to lines: String...) throws -> [JSONTree] {
        let console = RecordingConsole(input: Array((lines.joined(separator: "\n") + "\n").utf8))
        #expect(console.run("adapter") == .right)
        return try console.output.split(separator: "\n").map { try JSONTree(parsing: String($0)) }
    }

    @Test func `hello tells the name and the operations`() throws {
        let answer = try #require(try answers(to: #"{"id":0,"op":"hello","protocol":1}"#).first)
        #expect(answer["id"] == 0)
        #expect(answer["name"]?.string?.isEmpty == false)
        #expect(answer["ops"] == ["sign", "verify", "encode", "receive_webhook"])
    }

    @Test func `an unknown operation is unsupported`() throws {
        #expect(try answers(to: #"{"id":7,"op":"dance"}"#) == [["id": 7, "unsupported": true]])
    }

    @Test(arguments: [
        #"{"id":1,"op":"sign"}"#, #"{"id":1,"op":"sign","body_base64":"!","private_key_pem":""}"#,
        #"{"id":1,"op":"sign","body_base64":"","private_key_pem":"none"}"#,
        #"{"id":1,"op":"encode","operation":"session/refund","api":"v1","input":{}}"#,
        #"{"id":1,"op":"encode","operation":"session/confirm","api":"v3","input":{}}"#,
        #"{"id":1,"op":"encode","operation":"session/confirm","api":"v1","input":{}}"#,
        #"{"id":1,"op":"receive_webhook","headers":[["a"]],"body_base64":"","public_key_pem":""}"#,
    ])
    func `a request that can't be carried out is answered with an error`(line: String) throws {
        let answer = try #require(try answers(to: line).first)
        #expect(answer["id"] == 1)
        #expect(answer["error"]?.string?.isEmpty == false)
    }

    @Test func `a line that is no JSON is answered, and the next one too`() throws {
        let found = try answers(to: "nonsense", #"{"id":2,"op":"dance"}"#)
        #expect(found.count == 2)
        #expect(found.first?["id"] == .null)
        #expect(found.last?["id"] == 2)
    }
}
