import HTTPWire
import Testing

/// Bytes that a reader refuses, and the rule that they break.
struct RejectVector: CustomTestStringConvertible, Sendable {
    let title: String
    let bytes: [UInt8]
    let code: HTTPError.Code
    let status: Int

    init(_ title: String, _ text: String, _ code: HTTPError.Code, _ status: Int = 400) {
        self.init(title, bytes: Array(text.utf8), code, status)
    }

    init(_ title: String, bytes: [UInt8], _ code: HTTPError.Code, _ status: Int = 400) {
        self.title = title
        self.bytes = bytes
        self.code = code
        self.status = status
    }

    var testDescription: String { title }
}

/// Bytes that a reader takes, and what it makes of them.
struct AcceptVector: CustomTestStringConvertible, Sendable {
    let title: String
    let text: String
    let body: String
    var trailers: HTTPHeaders = [:]

    var testDescription: String { title }
}
