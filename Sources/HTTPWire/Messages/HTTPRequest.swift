/// A request, read from the wire or to be sent.
public struct HTTPRequest: Hashable, Sendable {
    /// The method as written; methods are case-sensitive.
    public var method: String
    /// The request target as written, such as `/api/v1/token?x=1`.
    ///
    /// In a request to be sent, an empty target stands for that of the URL it is sent to.
    public var target: String
    /// The header fields.
    public var headers: HTTPHeaders
    /// The content, after the chunked coding was taken off.
    public var body: [UInt8]
    /// The version in the request line.
    public var version: HTTPVersion
    /// The trailer fields behind a chunked body; they are never merged into the headers.
    public var trailers: HTTPHeaders
    /// The head as received, from the request line to the empty line; empty in a request that was not received.
    public var rawHead: [UInt8]

    /// Creates a request to be sent.
    public init(
        method: String = "GET",
        target: String = "",
        headers: HTTPHeaders = [:],
        body: [UInt8] = []
    ) {
        self.init(
            method: method,
            target: target,
            headers: headers,
            body: body,
            version: .http11,
            trailers: [:],
            rawHead: []
        )
    }

    init(
        method: String,
        target: String,
        headers: HTTPHeaders,
        body: [UInt8],
        version: HTTPVersion,
        trailers: HTTPHeaders,
        rawHead: [UInt8]
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.version = version
        self.trailers = trailers
        self.rawHead = rawHead
    }

    /// The target up to the question mark, as written.
    public var path: String {
        String(Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") }))
    }

    /// The target behind the question mark, as written; nil when there is none.
    public var query: String? {
        guard let mark = target.firstIndex(of: "?") else { return nil }
        return String(target[target.index(after: mark)...])
    }
}
