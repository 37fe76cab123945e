import Testing

@testable import HTTPWire

@Suite("HTTP codec: responses") struct ResponseReaderTests {
    static let rejected: [RejectVector] = [
        RejectVector("not HTTP", "<html>", .malformedStatusLine),
        RejectVector("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", .malformedStatusLine),
        RejectVector("a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", .malformedStatusLine),
        RejectVector("a status with a letter", "HTTP/1.1 2x0 OK\r\n\r\n", .malformedStatusLine),
        RejectVector("a status below 100", "HTTP/1.1 099 OK\r\n\r\n", .malformedStatusLine),
        RejectVector("no status", "HTTP/1.1\r\n\r\n", .malformedStatusLine),
        RejectVector("two blanks behind the version", "HTTP/1.1  200 OK\r\n\r\n", .malformedStatusLine),
        RejectVector("a NUL in the reason", "HTTP/1.1 200 O\0K\r\n\r\n", .malformedStatusLine),
        RejectVector("HTTP/2", "HTTP/2.0 200 OK\r\n\r\n", .unsupportedVersion),
        RejectVector("an empty line first", "\r\nHTTP/1.1 200 OK\r\n\r\n", .malformedStatusLine),
        RejectVector(
            "both lengths",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            .conflictingLengths
        ),
        RejectVector("folding", "HTTP/1.1 200 OK\r\nX: 1\r\n 2\r\n\r\n", .malformedField),
        RejectVector("a line feed alone", "HTTP/1.1 200 OK\nX: 1\n\n", .malformedLineEnd),
    ]

    @Test(arguments: rejected)
    func `refuses what breaks a rule`(_ vector: RejectVector) {
        for pieceSize in [vector.bytes.count, 3, 1] {
            let error = #expect(throws: HTTPError.self) {
                try readMessages(vector.bytes, role: .response, pieceSize: pieceSize)
            }
            #expect(error?.code == vector.code)
        }
    }

    static let accepted: [AcceptVector] = [
        AcceptVector(title: "a body by length", text: "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "a body up to the end", text: "HTTP/1.1 200 OK\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "an empty body up to the end", text: "HTTP/1.0 200 OK\r\n\r\n", body: ""),
        AcceptVector(
            title: "a chunked body",
            text: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            body: "abc"
        ),
        AcceptVector(title: "204 with a length", text: "HTTP/1.1 204 No\r\nContent-Length: 3\r\n\r\n", body: ""),
        AcceptVector(title: "304 with a length", text: "HTTP/1.1 304 No\r\nContent-Length: 3\r\n\r\n", body: ""),
        AcceptVector(title: "an empty reason", text: "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", body: ""),
        AcceptVector(title: "no reason and no blank", text: "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", body: ""),
        AcceptVector(title: "UTF-8 in the reason", text: "HTTP/1.1 200 Да\r\nContent-Length: 0\r\n\r\n", body: ""),
    ]

    @Test(arguments: accepted)
    func `takes what is allowed, in pieces of every size`(_ vector: AcceptVector) throws {
        let bytes = Array(vector.text.utf8)
        for pieceSize in 1...bytes.count {
            let messages = try readMessages(bytes, role: .response, pieceSize: pieceSize)
            #expect(messages.map(\.body) == [Array(vector.body.utf8)])
        }
    }

    @Test func `takes no body of an answer to HEAD`() throws {
        let bytes = lines("HTTP/1.1 200 OK\nContent-Length: 3\n\n")
        #expect(try readMessages(bytes, role: .response, pieceSize: 9, withoutBody: true).map(\.body) == [[]])
    }

    @Test func `tells a cut body from a whole one`() {
        for text in ["Content-Length: 4\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"] {
            let error = #expect(throws: HTTPError.self) {
                try readMessages(Array(("HTTP/1.1 200 OK\r\n" + text).utf8), role: .response, pieceSize: 9)
            }
            #expect(error?.code == .truncatedMessage)
        }
    }

    @Test func `bounds a body up to the end of the stream`() {
        let error = #expect(throws: HTTPError.self) {
            try readMessages(
                Array("HTTP/1.1 200 OK\r\n\r\nabc".utf8),
                role: .response,
                pieceSize: 1,
                limits: HTTPLimits(maximumBodySize: 2)
            )
        }
        #expect(error?.code == .bodyTooLarge)
    }
}
