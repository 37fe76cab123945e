/// Reads a whole head, whose lines are known to end by CR LF, strictly by RFC 9112.
///
/// Where RFC 9112 lets a recipient repair (obsolete line folding, blanks before the colon, repeated equal lengths), this
/// parser refuses: two parties that repair differently are what request smuggling lives on, and a conformance kit
/// must not hide the fault.
struct HeadParser {
    private let bytes: [UInt8]
    private let maximumFieldCount: Int
    private var offset = 0

    init(_ bytes: [UInt8], maximumFieldCount: Int) {
        self.bytes = bytes
        self.maximumFieldCount = maximumFieldCount
    }

    /// Reads the head of a request.
    static func parseRequest(_ bytes: [UInt8], limits: HTTPLimits) throws(HTTPError) -> MessageHead {
        var parser = HeadParser(bytes, maximumFieldCount: limits.maximumFieldCount)
        let (startLine, version) = try parser.parseRequestLine()
        let head = try parser.parseRest(startLine, version)
        if version == .http11, head.framing.hostCount != 1 {
            throw HTTPError(.invalidHost, "an HTTP/1.1 request has exactly one Host, found \(head.framing.hostCount)")
        }
        return head
    }

    /// Reads the head of a response.
    static func parseResponse(_ bytes: [UInt8], limits: HTTPLimits) throws(HTTPError) -> MessageHead {
        var parser = HeadParser(bytes, maximumFieldCount: limits.maximumFieldCount)
        let (startLine, version) = try parser.parseStatusLine()
        return try parser.parseRest(startLine, version)
    }

    /// Reads the fields after the start line, and checks how they frame the content.
    private mutating func parseRest(
        _ startLine: MessageHead.StartLine,
        _ version: HTTPVersion
    ) throws(HTTPError) -> MessageHead {
        var framing = FramingFields()
        let headers = try parseFields(framing: &framing)
        let head = MessageHead(startLine: startLine, version: version, headers: headers, raw: bytes, framing: framing)
        try head.checkFraming()
        return head
    }

    /// Reads the field lines of a trailer section that ends by an empty line.
    static func parseTrailers(_ bytes: [UInt8], limits: HTTPLimits) throws(HTTPError) -> HTTPHeaders {
        var parser = HeadParser(bytes, maximumFieldCount: limits.maximumFieldCount)
        // What a trailer says about framing must be well formed, and comes too late to count (RFC 9110 section 6.5.1).
        var ignored = FramingFields()
        return try parser.parseFields(framing: &ignored)
    }

    private mutating func parseRequestLine() throws(HTTPError) -> (MessageHead.StartLine, HTTPVersion) {
        let methodStart = offset
        while ASCII.isTokenByte(byte(at: offset)) { offset += 1 }
        let methodEnd = offset
        guard methodEnd > methodStart, byte(at: offset) == ASCII.space else {
            throw HTTPError(
                .malformedRequestLine,
                "the request line begins with a method and one space",
                offset: offset
            )
        }
        offset += 1
        let targetStart = offset
        while ASCII.isTargetByte(byte(at: offset)) { offset += 1 }
        guard offset > targetStart, byte(at: offset) == ASCII.space else {
            throw HTTPError(
                .malformedRequestLine,
                "the target is visible ASCII and ends by one space",
                offset: offset
            )
        }
        let method = string(methodStart..<methodEnd)
        let target = string(targetStart..<offset)
        guard Self.isTarget(bytes[targetStart..<offset], method: method) else {
            throw HTTPError(
                .malformedRequestLine,
                "the target is neither a path nor an absolute URL",
                offset: targetStart
            )
        }
        offset += 1
        let version = try parseVersion(error: .malformedRequestLine)
        try endLine(error: .malformedRequestLine)
        return (.request(method: method, target: target), version)
    }

    /// The forms of RFC 9112 section 3.2, without that of CONNECT.
    private static func isTarget(_ target: ArraySlice<UInt8>, method: String) -> Bool {
        if target.first == ASCII.slash { return true }
        if target.count == 1, target.first == ASCII.asterisk { return method == "OPTIONS" }
        for scheme in ["http://", "https://"] {
            let prefix = target.prefix(scheme.utf8.count)
            if prefix.count == scheme.utf8.count,
                zip(prefix, scheme.utf8).allSatisfy({ ASCII.lowercased($0) == $1 })
            {
                return true
            }
        }
        return false
    }

    private mutating func parseStatusLine() throws(HTTPError) -> (MessageHead.StartLine, HTTPVersion) {
        let version = try parseVersion(error: .malformedStatusLine)
        guard byte(at: offset) == ASCII.space else {
            throw HTTPError(.malformedStatusLine, "one space stands behind the version", offset: offset)
        }
        offset += 1
        let statusStart = offset
        var status = 0
        while offset < statusStart + 3, ASCII.isDigit(byte(at: offset)) {
            status = status * 10 + Int(byte(at: offset) - 0x30)
            offset += 1
        }
        guard offset == statusStart + 3, status >= 100 else {
            throw HTTPError(.malformedStatusLine, "the status is three digits from 100", offset: statusStart)
        }
        // The space behind the status is required, the reason is not (RFC 9112 section 4); servers that leave out both
        // are common, and nothing can be smuggled through that place.
        guard byte(at: offset) == ASCII.space else {
            try endLine(error: .malformedStatusLine)
            return (.response(status: status, reason: ""), version)
        }
        offset += 1
        let reasonStart = offset
        while ASCII.isFieldByte(byte(at: offset)) { offset += 1 }
        let reason = string(reasonStart..<offset)
        try endLine(error: .malformedStatusLine)
        return (.response(status: status, reason: reason), version)
    }

    private mutating func parseVersion(error: HTTPError.Code) throws(HTTPError) -> HTTPVersion {
        let start = offset
        for expected in "HTTP/".utf8 {
            guard byte(at: offset) == expected else {
                throw HTTPError(error, "the version begins with HTTP/", offset: start)
            }
            offset += 1
        }
        let major = byte(at: offset)
        let minor = byte(at: offset + 2)
        guard ASCII.isDigit(major), byte(at: offset + 1) == ASCII.dot, ASCII.isDigit(minor) else {
            throw HTTPError(error, "the version is HTTP/ and two digits with a dot between", offset: start)
        }
        offset += 3
        guard major == 0x31 else {
            throw HTTPError(.unsupportedVersion, "only HTTP/1 is spoken here", offset: start)
        }
        return minor == 0x30 ? .http10 : .http11
    }

    private mutating func endLine(error: HTTPError.Code) throws(HTTPError) {
        guard byte(at: offset) == ASCII.carriageReturn, byte(at: offset + 1) == ASCII.lineFeed else {
            throw HTTPError(error, "the line ends here by CR LF", offset: offset)
        }
        offset += 2
    }

    /// Reads field lines up to and with the empty line.
    private mutating func parseFields(framing: inout FramingFields) throws(HTTPError) -> HTTPHeaders {
        var fields: [HTTPHeaders.Field] = []
        fields.reserveCapacity(12)
        while byte(at: offset) != ASCII.carriageReturn {
            guard fields.count < maximumFieldCount else {
                throw HTTPError(.headTooLarge, "more than \(maximumFieldCount) fields", offset: offset)
            }
            let nameStart = offset
            while ASCII.isTokenByte(byte(at: offset)) { offset += 1 }
            let nameEnd = offset
            guard nameEnd > nameStart, byte(at: offset) == ASCII.colon else {
                throw HTTPError(
                    .malformedField,
                    Self.complaint(about: byte(at: offset), isFirst: nameEnd == nameStart),
                    offset: offset
                )
            }
            offset += 1
            while ASCII.isBlank(byte(at: offset)) { offset += 1 }
            let valueStart = offset
            while ASCII.isFieldByte(byte(at: offset)) { offset += 1 }
            var valueEnd = offset
            while valueEnd > valueStart, ASCII.isBlank(bytes[valueEnd - 1]) { valueEnd -= 1 }
            try endLine(error: .malformedField)
            let field = HTTPHeaders.Field(name: string(nameStart..<nameEnd), value: string(valueStart..<valueEnd))
            try framing.note(field, offset: nameStart)
            fields.append(field)
        }
        try endLine(error: .malformedLineEnd)
        return HTTPHeaders(fields: fields)
    }

    private static func complaint(about byte: UInt8, isFirst: Bool) -> String {
        switch (byte, isFirst) {
        case (ASCII.space, true), (ASCII.tab, true): "a line that begins with a blank (obsolete folding) is refused"
        case (ASCII.space, false), (ASCII.tab, false): "a blank between a field's name and its colon is refused"
        case (ASCII.colon, true): "a field has a name before its colon"
        default: "a field's name has letters, digits and a few signs, and ends by a colon"
        }
    }

    /// The byte, or NUL behind the end: no rule accepts a NUL, so each loop over this ends there.
    @inline(__always)
    private func byte(at offset: Int) -> UInt8 {
        offset < bytes.count ? bytes[offset] : 0
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
