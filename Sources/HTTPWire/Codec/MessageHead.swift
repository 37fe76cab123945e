/// A parsed head: start line, fields, and what they say about the body and the connection.
struct MessageHead {
    enum StartLine {
        case request(method: String, target: String)
        case response(status: Int, reason: String)
    }

    var startLine: StartLine
    var version: HTTPVersion
    var headers: HTTPHeaders
    /// The head as received.
    var raw: [UInt8]
    var framing = FramingFields()
}

/// The fields that decide where a message ends and what becomes of the connection.
struct FramingFields {
    var contentLength: Int?
    var transferEncodingCount = 0
    var isChunked = false
    var hostCount = 0
    var saysClose = false
    var saysKeepAlive = false
    var expectsContinue = false

    /// Whether the connection may carry another message after this one (RFC 9112 section 9.3).
    func keepsAlive(_ version: HTTPVersion) -> Bool {
        switch version {
        case .http11: !saysClose
        case .http10: saysKeepAlive && !saysClose
        }
    }
}
