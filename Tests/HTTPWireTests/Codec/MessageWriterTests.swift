import Testing

@testable import HTTPWire

@Suite("HTTP codec: writing") struct MessageWriterTests {
    private let url: HTTPURL

    init() throws {
        url = try HTTPURL("http://bank.test:8131/api/v1/token?a=b")
    }

    private func text(_ request: HTTPRequest, fault: WireFault? = nil) throws -> String {
        let bytes = try MessageWriter.bytes(of: request, to: url, userAgent: nil, fault: fault)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func text(
        _ response: HTTPResponse,
        context: MessageWriter.ResponseContext = .init(),
        fault: WireFault? = nil
    ) throws -> String {
        String(decoding: try MessageWriter.bytes(of: response, context: context, fault: fault), as: UTF8.self)
    }

    @Test func `writes a request with what its headers lack`() throws {
        let request = HTTPRequest(method: "POST", headers: ["x-Partner": "1"], body: Array("{}".utf8))
        #expect(
            try text(request)
                == "POST /api/v1/token?a=b HTTP/1.1\r\nHost: bank.test:8131\r\nx-Partner: 1\r\nContent-Length: 2\r\n\r\n{}"
        )
    }

    @Test func `leaves given framing fields alone`() throws {
        let request = HTTPRequest(
            method: "POST",
            target: "/x",
            headers: ["host": "other", "content-length": "9"],
            body: Array("{}".utf8)
        )
        #expect(try text(request) == "POST /x HTTP/1.1\r\nhost: other\r\ncontent-length: 9\r\n\r\n{}")
    }

    @Test func `writes a chunked body when the headers ask for it`() throws {
        let request = HTTPRequest(
            method: "POST",
            target: "/",
            headers: ["Host": "a", "Transfer-Encoding": "chunked"],
            body: Array("abc".utf8)
        )
        #expect(
            try text(request)
                == "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
        )
    }

    @Test func `writes what the faults ask for`() throws {
        let response = HTTPResponse(status: 200, body: Array("abcde".utf8))
        let head = "HTTP/1.1 200 OK\r\n"
        #expect(try text(response, fault: .truncateBody(keep: 2)) == head + "Content-Length: 5\r\n\r\nab")
        #expect(try text(response, fault: .wrongContentLength(9)) == head + "Content-Length: 9\r\n\r\nabcde")
        #expect(
            try text(response, fault: .chunked(3))
                == head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        )
        #expect(try text(response, fault: .garbage(Array("?".utf8))) == "?")
        #expect(try text(response, fault: .dropConnection) == "")
    }

    @Test func `writes the head only in an answer to HEAD, and no length with 204`() throws {
        let context = MessageWriter.ResponseContext(isHead: true, closes: true, date: "D")
        #expect(
            try text(HTTPResponse(status: 200, body: [0x61]), context: context)
                == "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nDate: D\r\nConnection: close\r\n\r\n"
        )
        #expect(try text(HTTPResponse(status: 204, body: [0x61])) == "HTTP/1.1 204 No Content\r\n\r\n")
    }

    @Test(arguments: ["a\r\nX: 1", "a\nb", "a\0", "a\r"])
    func `refuses a value that would break the head apart`(_ value: String) {
        let inRequest = #expect(throws: HTTPError.self) { try text(HTTPRequest(headers: ["X": value])) }
        #expect(inRequest?.code == .invalidMessage)
        #expect(throws: HTTPError.self) { try text(HTTPResponse(status: 200, headers: ["X": value])) }
        #expect(throws: HTTPError.self) { try text(HTTPResponse(status: 200, reason: value)) }
        #expect(throws: HTTPError.self) { try text(HTTPRequest(headers: [value: "1"])) }
        #expect(throws: HTTPError.self) { try text(HTTPRequest(method: value)) }
        #expect(throws: HTTPError.self) { try text(HTTPRequest(target: "/" + value)) }
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_709_164_799, "Wed, 28 Feb 2024 23:59:59 GMT"),
        (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    ])
    func `writes the date of RFC 9110`(_ seconds: Int, _ text: String) {
        #expect(HTTPDate.text(seconds: seconds) == text)
    }
}
