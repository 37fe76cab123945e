import Testing

@testable import HTTPWire

@Suite("HTTP codec: requests") struct RequestReaderTests {
    @Test(arguments: RequestVectors.rejected)
    func `refuses what breaks a rule, with the rule's code and status`(_ vector: RejectVector) {
        for pieceSize in [vector.bytes.count, 7, 1] {
            let error = #expect(throws: HTTPError.self) { try readMessages(vector.bytes, pieceSize: pieceSize) }
            #expect(error?.code == vector.code)
            #expect(error?.answerStatus == vector.status)
        }
    }

    @Test(arguments: RequestVectors.accepted)
    func `takes what is allowed, in pieces of every size`(_ vector: AcceptVector) throws {
        let bytes = Array(vector.text.utf8)
        for pieceSize in 1...bytes.count {
            let messages = try readMessages(bytes, pieceSize: pieceSize)
            #expect(messages.count == 1)
            #expect(messages.first?.body == Array(vector.body.utf8))
            #expect(messages.first?.trailers == vector.trailers)
        }
    }

    @Test(arguments: RequestVectors.accepted)
    func `asks for the rest of a request that is cut anywhere`(_ vector: AcceptVector) {
        let bytes = Array(vector.text.utf8)
        for count in 0..<bytes.count {
            // A cut before the first byte of the head, behind the empty line that is passed over, is no cut request.
            let isBetween = count == 0 || vector.text.hasPrefix("\r\n") && count == 2
            let cut = Result { try readMessages(Array(bytes[..<count]), pieceSize: 5) }
            switch cut {
            case .success(let messages): #expect(messages.isEmpty && isBetween)
            case .failure(let error): #expect((error as? HTTPError)?.code == .truncatedMessage)
            }
        }
    }

    @Test func `keeps the order, the case and the exact bytes of the head`() throws {
        let head = "POST /a%20b?c=d HTTP/1.1\r\nhOST: a\r\nX-One:  1 \r\nx-one:2\r\nContent-Length: 1\r\n\r\n"
        let request = try #require(try readMessages(Array((head + "z").utf8), pieceSize: 3).first?.request())
        #expect(request.rawHead == Array(head.utf8))
        #expect(request.method == "POST")
        #expect(request.target == "/a%20b?c=d")
        #expect(request.path == "/a%20b")
        #expect(request.query == "c=d")
        #expect(request.headers.fields.map(\.name) == ["hOST", "X-One", "x-one", "Content-Length"])
        #expect(request.headers.all("X-ONE") == ["1", "2"])
    }

    @Test func `takes pipelined requests in their order`() throws {
        let one = "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab"
        let two = "POST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nc\r\n0\r\n\r\n"
        let bytes = Array((one + two + one).utf8)
        for pieceSize in 1...bytes.count {
            let requests = try readMessages(bytes, pieceSize: pieceSize).compactMap { $0.request() }
            #expect(requests.map(\.target) == ["/1", "/2", "/1"])
            #expect(requests.map(\.body) == [Array("ab".utf8), Array("c".utf8), Array("ab".utf8)])
        }
    }

    @Test func `takes a body of the limit and refuses one byte more`() throws {
        let limits = HTTPLimits(maximumBodySize: 10)
        let body = String(repeating: "a", count: 10)
        let fits = lines("POST / HTTP/1.1\nHost: a\nContent-Length: 10\n\n\(body)")
        #expect(try readMessages(fits, pieceSize: 4, limits: limits).first?.body.count == 10)
        let chunks = lines("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nabcde\n5\nabcde\n0\n\n")
        #expect(try readMessages(chunks, pieceSize: 4, limits: limits).first?.body.count == 10)
        let large = lines("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nabcde\n6\nabcdef\n0\n\n")
        let error = #expect(throws: HTTPError.self) { try readMessages(large, pieceSize: 4, limits: limits) }
        #expect(error?.code == .bodyTooLarge)
    }

    @Test(arguments: [
        ("HTTP/1.1", "", true), ("HTTP/1.1", "close", false), ("HTTP/1.1", "Keep-Alive, Close", false),
        ("HTTP/1.0", "", false), ("HTTP/1.0", "Keep-Alive", true), ("HTTP/1.0", "keep-alive, close", false),
    ])
    func `tells whether the connection stays`(_ version: String, _ connection: String, _ stays: Bool) throws {
        let field = connection.isEmpty ? "" : "Connection: \(connection)\n"
        let message = try readMessages(lines("GET / \(version)\nHost: a\n\(field)\n"), pieceSize: 100).first
        let head = try #require(message?.head)
        #expect(head.framing.keepsAlive(head.version) == stays)
    }

    @Test func `asks once for the interim answer, and not when the body is already there`() throws {
        let head = lines("POST / HTTP/1.1\nHost: a\nExpect: 100-Continue\nContent-Length: 1\n\n")
        var reader = MessageReader(.request, limits: HTTPLimits())
        head.withUnsafeBytes { reader.append($0) }
        var events: [String] = []
        for _ in 0..<3 { events.append("\(try reader.next())".prefix { $0 != "(" }.description) }
        #expect(events == ["expectsContinue", "needsMore", "needsMore"])
        var second = MessageReader(.request, limits: HTTPLimits())
        (head + [0x61]).withUnsafeBytes { second.append($0) }
        guard case .message = try second.next() else {
            Issue.record("the body is there, so nothing is to be asked for")
            return
        }
    }
}
