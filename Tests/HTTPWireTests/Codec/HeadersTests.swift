import HTTPWire
import Testing

@Suite("HTTP headers") struct HeadersTests {
    @Test func `finds a name in any case and keeps it as written`() {
        let headers: HTTPHeaders = ["X-Partner-Sign": "a", "x-other": "b", "X-PARTNER-SIGN": "c"]
        #expect(headers["x-partner-sign"] == "a")
        #expect(headers.all("X-Partner-sign") == ["a", "c"])
        #expect(headers["x-partner"] == nil)
        #expect(headers.fields.map(\.name) == ["X-Partner-Sign", "x-other", "X-PARTNER-SIGN"])
    }

    @Test func `puts one field in the place of the first`() {
        var headers: HTTPHeaders = ["A": "1", "B": "2", "a": "3"]
        headers.replace("a", with: "4")
        #expect(headers == ["a": "4", "B": "2"])
        headers["b"] = nil
        headers["C"] = "5"
        headers.add("C", "6")
        #expect(headers == ["a": "4", "C": "5", "C": "6"])
    }

    @Test func `finds a token of a list whatever its case and blanks`() {
        let headers: HTTPHeaders = ["Connection": "Keep-Alive ,\tCLOSE", "Connection": "x"]
        #expect(headers.lists("close", in: "connection"))
        #expect(headers.lists("X", in: "connection"))
        #expect(!headers.lists("clos", in: "connection"))
        #expect(!headers.lists("close", in: "other"))
    }
}
