extension FramingFields {
    /// Takes in one field; the length of the name is compared first, as most fields are none of these.
    mutating func note(_ field: HTTPHeaders.Field, offset: Int) throws(HTTPError) {
        switch field.name.utf8.count {
        case 4 where HTTPHeaders.areEqual(field.name, "host"):
            hostCount += 1
            guard Self.isHost(field.value) else {
                throw HTTPError(.invalidHost, "Host is a host name and maybe a port", offset: offset)
            }
        case 6 where HTTPHeaders.areEqual(field.name, "expect"):
            guard HTTPHeaders.areEqual(field.value, "100-continue") else {
                throw HTTPError(.unsupportedExpectation, "the only expectation met is 100-continue", offset: offset)
            }
            expectsContinue = true
        case 10 where HTTPHeaders.areEqual(field.name, "connection"):
            noteConnection(field.value)
        case 14 where HTTPHeaders.areEqual(field.name, "content-length"):
            try noteLength(field.value, offset: offset)
        case 17 where HTTPHeaders.areEqual(field.name, "transfer-encoding"):
            try noteCoding(field.value, offset: offset)
        default:
            break
        }
    }

    private mutating func noteConnection(_ value: String) {
        // The two usual values come without the cost of taking a list apart.
        if HTTPHeaders.areEqual(value, "keep-alive") {
            saysKeepAlive = true
        } else if HTTPHeaders.areEqual(value, "close") {
            saysClose = true
        } else {
            let list: HTTPHeaders = ["Connection": value]
            if list.lists("keep-alive", in: "connection") { saysKeepAlive = true }
            if list.lists("close", in: "connection") { saysClose = true }
        }
    }

    /// A second Content-Length is refused even when it is equal, and so is a list: RFC 9112 section 6.3 allows that.
    private mutating func noteLength(_ value: String, offset: Int) throws(HTTPError) {
        guard contentLength == nil else {
            throw HTTPError(.invalidLength, "Content-Length stands more than once", offset: offset)
        }
        // 18 digits fit an `Int` without a check for overflow.
        guard !value.isEmpty, value.utf8.count <= 18 else {
            throw HTTPError(.invalidLength, "Content-Length is 1 to 18 decimal digits", offset: offset)
        }
        var length = 0
        for byte in value.utf8 {
            guard ASCII.isDigit(byte) else {
                throw HTTPError(.invalidLength, "Content-Length is decimal digits and nothing else", offset: offset)
            }
            length = length * 10 + Int(byte - 0x30)
        }
        contentLength = length
    }

    private mutating func noteCoding(_ value: String, offset: Int) throws(HTTPError) {
        transferEncodingCount += 1
        guard transferEncodingCount == 1, HTTPHeaders.areEqual(value, "chunked") else {
            throw HTTPError(
                .unsupportedTransferEncoding,
                "the only transfer coding understood is chunked, once",
                offset: offset
            )
        }
        isChunked = true
    }

    /// The bytes of `uri-host [":" port]` (RFC 9110 section 7.2); an empty value is allowed for a URL without authority.
    private static func isHost(_ value: String) -> Bool {
        value.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            // - . _ ~ % ! $ & ' ( ) * + ; = : [ ]
            case 0x2D, 0x2E, 0x5F, 0x7E, 0x25, 0x21, 0x24, 0x26...0x2B, 0x3B, 0x3D, 0x3A, 0x5B, 0x5D: true
            default: false
            }
        }
    }
}

extension MessageHead {
    /// Refuses what two readers could frame differently (RFC 9112 sections 6.1 and 6.3).
    func checkFraming() throws(HTTPError) {
        guard framing.transferEncodingCount > 0 else { return }
        if framing.contentLength != nil {
            throw HTTPError(.conflictingLengths, "Content-Length and Transfer-Encoding stand in one message")
        }
        if version == .http10 {
            throw HTTPError(.misplacedTransferEncoding, "HTTP/1.0 has no Transfer-Encoding")
        }
    }
}
