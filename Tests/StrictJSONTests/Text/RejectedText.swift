import StrictJSON
import Testing

/// A text that is refused, and how.
struct RejectedText: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let code: JSONTextError.Code
    let offset: Int
    var relatedOffset: Int?

    init(_ bytes: [UInt8], _ code: JSONTextError.Code, _ offset: Int, related: Int? = nil) {
        self.bytes = bytes
        self.code = code
        self.offset = offset
        relatedOffset = related
    }

    init(_ text: String, _ code: JSONTextError.Code, _ offset: Int, related: Int? = nil) {
        self.init(Array(text.utf8), code, offset, related: related)
    }

    var testDescription: String {
        "\(String(decoding: bytes.prefix(60), as: UTF8.self)) \(code.identifier) at \(offset)"
    }

    func expectRejection(policy: JSONTextPolicy = .strict, sourceLocation: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: JSONTextError.self, sourceLocation: sourceLocation) {
            try JSONDocument(parsing: bytes, policy: policy)
        }
        let expected = JSONTextError(code: code, offset: offset, relatedOffset: relatedOffset)
        #expect(error == expected, sourceLocation: sourceLocation)
    }
}

/// Bytes of a string literal with some bytes put in between.
func bytes(_ parts: Any...) -> [UInt8] {
    parts.flatMap { part -> [UInt8] in
        switch part {
        case let text as String: Array(text.utf8)
        case let byte as Int: [UInt8(byte)]
        default: []
        }
    }
}
