/// An answer, read from the wire or to be sent.
public struct HTTPResponse: Hashable, Sendable {
    /// The status code, 100 to 999.
    public var status: Int
    /// The reason phrase; it may be empty and means nothing to a program.
    public var reason: String
    /// The header fields.
    public var headers: HTTPHeaders
    /// The content, after the chunked coding was taken off.
    public var body: [UInt8]
    /// The version in the status line.
    public var version: HTTPVersion
    /// The trailer fields behind a chunked body; they are never merged into the headers.
    public var trailers: HTTPHeaders
    /// The head as received, from the status line to the empty line; empty in an answer that was not received.
    public var rawHead: [UInt8]

    /// Creates an answer to be sent; without a reason it takes the usual one of the status.
    public init(status: Int, reason: String? = nil, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.init(
            status: status,
            reason: reason ?? Self.usualReason(of: status),
            headers: headers,
            body: body,
            version: .http11,
            trailers: [:],
            rawHead: []
        )
    }

    init(
        status: Int,
        reason: String,
        headers: HTTPHeaders,
        body: [UInt8],
        version: HTTPVersion,
        trailers: HTTPHeaders,
        rawHead: [UInt8]
    ) {
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
        self.version = version
        self.trailers = trailers
        self.rawHead = rawHead
    }

    /// The reason phrase of RFC 9110 section 15 for a status that the kit uses; empty for others.
    public static func usualReason(of status: Int) -> String {
        reasons[status] ?? ""
    }

    private static let reasons: [Int: String] = [
        100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content",
        301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
        308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
        410: "Gone", 411: "Length Required", 413: "Content Too Large", 414: "URI Too Long",
        415: "Unsupported Media Type", 417: "Expectation Failed", 422: "Unprocessable Content",
        425: "Too Early", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 505: "HTTP Version Not Supported",
    ]
}
