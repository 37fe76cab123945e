import HTTPWire

enum RequestVectors {
    private static let get = "GET / HTTP/1.1\r\nHost: a\r\n"
    private static let post = "POST / HTTP/1.1\r\nHost: a\r\n"
    private static let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

    static let rejected: [RejectVector] = startLines + fields + lengths + chunks

    private static let startLines: [RejectVector] = [
        RejectVector("two blanks in the request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a tab in the request line", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a blank before the method", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a blank behind the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("HTTP/0.9", "GET /\r\n\r\n", .malformedRequestLine),
        RejectVector("a target without a slash", "GET api HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a control byte in the target", "GET /\u{7F} HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("UTF-8 in the target", "GET /é HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("an asterisk for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a version in small letters", "GET / http/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("a version of one digit", "GET / HTTP/1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", .unsupportedVersion, 505),
        RejectVector("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .malformedRequestLine),
        RejectVector("a TLS hello", bytes: [0x16, 0x03, 0x01, 0x02, 0x00], .malformedRequestLine),
        RejectVector("a line that ends by LF alone", "GET / HTTP/1.1\nHost: a\n\n", .malformedLineEnd),
        RejectVector("a bare CR in the request line", "GET / HTTP/1.1\rHost: a\r\n\r\n", .malformedRequestLine),
        RejectVector("two empty lines before the request", "\r\n\r\n" + get + "\r\n", .malformedRequestLine),
        RejectVector(
            "a long request line",
            "GET /" + String(repeating: "a", count: 9_000) + " HTTP/1.1\r\n\r\n",
            .targetTooLong,
            414
        ),
        RejectVector("a long line without end", "GET /" + String(repeating: "a", count: 9_000), .targetTooLong, 414),
    ]

    private static let fields: [RejectVector] = [
        RejectVector("no Host", "GET / HTTP/1.1\r\n\r\n", .invalidHost),
        RejectVector("two Hosts", get + "Host: a\r\n\r\n", .invalidHost),
        RejectVector("a path in Host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", .invalidHost),
        RejectVector("user information in Host", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", .invalidHost),
        RejectVector("a blank before the colon", get + "X : 1\r\n\r\n", .malformedField),
        RejectVector("obsolete folding by a blank", get + "X: 1\r\n 2\r\n\r\n", .malformedField),
        RejectVector("obsolete folding by a tab", get + "X: 1\r\n\t2\r\n\r\n", .malformedField),
        RejectVector("folding of the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", .malformedField),
        RejectVector("a line without a colon", get + "X\r\n\r\n", .malformedField),
        RejectVector("no name", get + ": 1\r\n\r\n", .malformedField),
        RejectVector("a bracket in a name", get + "X(: 1\r\n\r\n", .malformedField),
        RejectVector("a NUL in a name", get + "X\0: 1\r\n\r\n", .malformedField),
        RejectVector("UTF-8 in a name", get + "É: 1\r\n\r\n", .malformedField),
        RejectVector("a NUL in a value", get + "X: 1\u{0}2\r\n\r\n", .malformedField),
        RejectVector("a bare CR in a value", get + "X: 1\rY: 2\r\n\r\n", .malformedField),
        RejectVector("a bare CR before the end of a value", get + "X: 1\r\r\n\r\n", .malformedField),
        RejectVector("a bare LF in the head", get + "X: 1\nY: 2\r\n\r\n", .malformedLineEnd),
        RejectVector("an unknown expectation", get + "Expect: dinner\r\n\r\n", .unsupportedExpectation, 417),
        RejectVector(
            "101 fields",
            get + String(repeating: "X: 1\r\n", count: 100) + "\r\n",
            .headTooLarge,
            431
        ),
        RejectVector(
            "a large head",
            get + "X: " + String(repeating: "a", count: 33_000) + "\r\n\r\n",
            .headTooLarge,
            431
        ),
        RejectVector(
            "a large field without end",
            get + "X: " + String(repeating: "a", count: 33_000),
            .headTooLarge,
            431
        ),
    ]

    private static let lengths: [RejectVector] = [
        RejectVector(
            "two different lengths",
            post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            .invalidLength
        ),
        RejectVector("two equal lengths", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", .invalidLength),
        RejectVector("a list of lengths", post + "Content-Length: 3, 3\r\n\r\nabc", .invalidLength),
        RejectVector("a length with a plus", post + "Content-Length: +3\r\n\r\nabc", .invalidLength),
        RejectVector("a negative length", post + "Content-Length: -3\r\n\r\nabc", .invalidLength),
        RejectVector("a hexadecimal length", post + "Content-Length: 0x3\r\n\r\nabc", .invalidLength),
        RejectVector("an empty length", post + "Content-Length:\r\n\r\nabc", .invalidLength),
        RejectVector("a length with a blank inside", post + "Content-Length: 1 0\r\n\r\nabc", .invalidLength),
        RejectVector(
            "a length beyond 64 bits",
            post + "Content-Length: 18446744073709551619\r\n\r\nabc",
            .invalidLength
        ),
        RejectVector("a length above the limit", post + "Content-Length: 99999999999\r\n\r\nabc", .bodyTooLarge, 413),
        RejectVector(
            "both lengths",
            post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            .conflictingLengths
        ),
        RejectVector(
            "both lengths, the other way round",
            post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            .conflictingLengths
        ),
        RejectVector("another coding", post + "Transfer-Encoding: gzip\r\n\r\n", .unsupportedTransferEncoding, 501),
        RejectVector(
            "two codings",
            post + "Transfer-Encoding: gzip, chunked\r\n\r\n",
            .unsupportedTransferEncoding,
            501
        ),
        RejectVector(
            "chunked twice",
            post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
            .unsupportedTransferEncoding,
            501
        ),
        RejectVector(
            "chunked misspelt",
            post + "Transfer-Encoding: xchunked\r\n\r\n",
            .unsupportedTransferEncoding,
            501
        ),
        RejectVector(
            "chunked behind a vertical tab",
            post + "Transfer-Encoding: \u{0B}chunked\r\n\r\n",
            .malformedField
        ),
        RejectVector(
            "chunked in quotes",
            post + "Transfer-Encoding: \"chunked\"\r\n\r\n",
            .unsupportedTransferEncoding,
            501
        ),
        RejectVector(
            "a coding in HTTP/1.0",
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            .misplacedTransferEncoding
        ),
    ]

    private static let chunks: [RejectVector] = [
        RejectVector("a chunk without a size", chunked + "\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk size with a plus", chunked + "+3\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk size with 0x", chunked + "0x3\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a negative chunk size", chunked + "-3\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a blank before a chunk size", chunked + " 3\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a blank behind a chunk size", chunked + "3 \r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk size that ends by LF", chunked + "3\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk that is longer than its size", chunked + "3\r\nabcd\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk that ends by LF", chunked + "3\r\nabc\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk that ends by a bare CR", chunked + "3\r\nabc\r0\r\n\r\n", .malformedChunk),
        RejectVector("a LF in a chunk extension", chunked + "3;a\nb\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a bare CR in a chunk extension", chunked + "3;a\rb\r\nabc\r\n0\r\n\r\n", .malformedChunk),
        RejectVector("a chunk size above the limit", chunked + "FFFFFFF\r\n", .bodyTooLarge, 413),
        RejectVector("a chunk size beyond 64 bits", chunked + "10000000000000003\r\n", .bodyTooLarge, 413),
        RejectVector(
            "a chunk size of many zeros",
            chunked + String(repeating: "0", count: 17) + "3\r\n",
            .malformedChunk
        ),
        RejectVector(
            "an endless chunk extension",
            chunked + "3;" + String(repeating: "a", count: 17_000),
            .malformedChunk
        ),
        RejectVector("a trailer without a colon", chunked + "0\r\nX\r\n\r\n", .malformedField),
        RejectVector("a trailer that ends by LF", chunked + "0\r\nX: 1\n\r\n", .malformedChunk),
        RejectVector(
            "endless trailers",
            chunked + "0\r\n" + String(repeating: "X: 1\r\n", count: 6_000),
            .headTooLarge,
            431
        ),
        RejectVector(
            "101 trailers",
            chunked + "0\r\n" + String(repeating: "X: 1\r\n", count: 101) + "\r\n",
            .headTooLarge,
            431
        ),
    ]

    static let accepted: [AcceptVector] = [
        AcceptVector(title: "no body", text: get + "\r\n", body: ""),
        AcceptVector(title: "a body by length", text: post + "Content-Length: 3\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "names in other case", text: post + "cONTENT-lENGTH: 3\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "a length with leading zeros", text: post + "Content-Length: 003\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "no blank behind the colon", text: post + "Content-Length:3\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "blanks around a value", text: post + "Content-Length: \t 3 \t\r\n\r\nabc", body: "abc"),
        AcceptVector(title: "an empty value", text: get + "X:\r\n\r\n", body: ""),
        AcceptVector(title: "an empty line before the request", text: "\r\n" + get + "\r\n", body: ""),
        AcceptVector(title: "HTTP/1.0 without Host", text: "GET / HTTP/1.0\r\n\r\n", body: ""),
        AcceptVector(title: "a later minor version", text: "GET / HTTP/1.9\r\nHost: a\r\n\r\n", body: ""),
        AcceptVector(title: "an absolute target", text: "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n", body: ""),
        AcceptVector(title: "OPTIONS *", text: "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", body: ""),
        AcceptVector(title: "a Host with brackets", text: "GET / HTTP/1.1\r\nHost: [::1]:8131\r\n\r\n", body: ""),
        AcceptVector(title: "100 fields", text: get + String(repeating: "X: 1\r\n", count: 99) + "\r\n", body: ""),
        AcceptVector(title: "one chunk", text: chunked + "3\r\nabc\r\n0\r\n\r\n", body: "abc"),
        AcceptVector(title: "two chunks", text: chunked + "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", body: "abc"),
        AcceptVector(
            title: "a chunk size in both cases",
            text: chunked + "0a\r\n0123456789\r\n0B\r\n0123456789a\r\n0\r\n\r\n",
            body: "01234567890123456789a"
        ),
        AcceptVector(
            title: "chunk extensions",
            text: chunked + "3;a=b;c=\"d;e\"\r\nabc\r\n0 ;x\r\n\r\n",
            body: "abc"
        ),
        AcceptVector(
            title: "trailers",
            text: chunked + "3\r\nabc\r\n0\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n",
            body: "abc",
            trailers: ["X-Sum": "1", "X-Sum": "2"]
        ),
        AcceptVector(
            title: "a length in a trailer, which does not count",
            text: chunked + "3\r\nabc\r\n0\r\nContent-Length: 9\r\n\r\n",
            body: "abc",
            trailers: ["Content-Length": "9"]
        ),
        AcceptVector(title: "no chunk but the last", text: chunked + "0\r\n\r\n", body: ""),
        AcceptVector(
            title: "CR LF inside a chunk",
            text: chunked + "4\r\n\r\n\r\n\r\n0\r\n\r\n",
            body: "\r\n\r\n"
        ),
        AcceptVector(
            title: "Transfer-Encoding in other case",
            text: post + "transfer-encoding: Chunked\r\n\r\n0\r\n\r\n",
            body: ""
        ),
    ]
}
