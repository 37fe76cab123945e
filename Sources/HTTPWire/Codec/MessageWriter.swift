/// Writes messages as bytes, head and body in one piece.
enum MessageWriter {
    /// Chunk size of a body whose headers ask for the chunked coding and no fault names a size.
    private static let usualChunkSize = 16 * 1_024

    /// What the connection adds to the headers of an answer.
    struct ResponseContext {
        /// Whether the request was HEAD: the head is as for GET and the body stays away.
        var isHead = false
        var closes = false
        /// Whether an HTTP/1.0 peer must be told that the connection stays.
        var statesKeepAlive = false
        /// Value of the Date field, which the answer's own takes the place of.
        var date: String?
    }

    /// The bytes of an answer.
    ///
    /// - Throws: ``HTTPError/Code/invalidMessage`` when a name or value holds bytes that would break the head apart.
    static func bytes(
        of response: HTTPResponse,
        context: ResponseContext,
        fault: WireFault?
    ) throws(HTTPError) -> [UInt8] {
        if let replacement = fault?.replacement { return replacement }
        guard (100...999).contains(response.status) else {
            throw HTTPError(.invalidMessage, "a status has three digits")
        }
        var output: [UInt8] = []
        output.reserveCapacity(256 + response.body.count)
        output.append(contentsOf: "HTTP/1.1 ".utf8)
        append(response.status, to: &output)
        output.append(ASCII.space)
        try appendChecked(response.reason, to: &output)
        appendLineEnd(to: &output)
        let lacksBody = response.status < 200 || response.status == 204 || response.status == 304
        let framing = try appendHeaders(
            response.headers,
            bodySize: lacksBody ? nil : response.body.count,
            fault: fault,
            to: &output
        )
        if let date = context.date, !framing.hasDate { append("Date", date, to: &output) }
        if !framing.hasConnection {
            if context.closes {
                append("Connection", "close", to: &output)
            } else if context.statesKeepAlive {
                append("Connection", "keep-alive", to: &output)
            }
        }
        appendLineEnd(to: &output)
        if !lacksBody, !context.isHead {
            appendBody(response.body, chunkSize: framing.chunkSize, fault: fault, to: &output)
        }
        return output
    }

    /// The bytes of a request to `url`.
    ///
    /// - Throws: ``HTTPError/Code/invalidMessage`` when a part holds bytes that would break the head apart.
    static func bytes(
        of request: HTTPRequest,
        to url: HTTPURL,
        userAgent: String?,
        fault: WireFault?
    ) throws(HTTPError) -> [UInt8] {
        if let replacement = fault?.replacement { return replacement }
        let target = request.target.isEmpty ? url.target : request.target
        guard isToken(request.method) else { throw HTTPError(.invalidMessage, "the method is no token") }
        guard target.utf8.allSatisfy(ASCII.isTargetByte) else {
            throw HTTPError(.invalidMessage, "the target holds a blank or a control byte")
        }
        var output: [UInt8] = []
        output.reserveCapacity(256 + request.body.count)
        output.append(contentsOf: request.method.utf8)
        output.append(ASCII.space)
        output.append(contentsOf: target.utf8)
        output.append(contentsOf: " HTTP/1.1\r\n".utf8)
        if !request.headers.contains("host") { append("Host", url.authority, to: &output) }
        if let userAgent, !request.headers.contains("user-agent") { append("User-Agent", userAgent, to: &output) }
        // Without a body only a method that is expected to have one says that it is empty (RFC 9110 section 8.6).
        let statesLength = !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method)
        let framing = try appendHeaders(
            request.headers,
            bodySize: statesLength ? request.body.count : nil,
            fault: fault,
            to: &output
        )
        appendLineEnd(to: &output)
        appendBody(request.body, chunkSize: framing.chunkSize, fault: fault, to: &output)
        return output
    }

    private struct WrittenFraming {
        var chunkSize: Int?
        var hasDate = false
        var hasConnection = false
    }

    /// Appends the fields, and the framing field that they lack.
    private static func appendHeaders(
        _ headers: HTTPHeaders,
        bodySize: Int?,
        fault: WireFault?,
        to output: inout [UInt8]
    ) throws(HTTPError) -> WrittenFraming {
        var framing = WrittenFraming(chunkSize: fault?.chunkSize)
        var statesFraming = false
        for field in headers.fields {
            guard isToken(field.name) else { throw HTTPError(.invalidMessage, "a field's name is no token") }
            output.append(contentsOf: field.name.utf8)
            output.append(ASCII.colon)
            output.append(ASCII.space)
            try appendChecked(field.value, to: &output)
            appendLineEnd(to: &output)
            switch field.name.utf8.count {
            case 4 where HTTPHeaders.areEqual(field.name, "date"): framing.hasDate = true
            case 10 where HTTPHeaders.areEqual(field.name, "connection"): framing.hasConnection = true
            case 14 where HTTPHeaders.areEqual(field.name, "content-length"): statesFraming = true
            case 17 where HTTPHeaders.areEqual(field.name, "transfer-encoding"):
                statesFraming = true
                if framing.chunkSize == nil { framing.chunkSize = usualChunkSize }
            default: break
            }
        }
        guard !statesFraming else { return framing }
        if framing.chunkSize != nil {
            append("Transfer-Encoding", "chunked", to: &output)
        } else if let length = fault?.declaredLength ?? bodySize {
            append("Content-Length", String(length), to: &output)
        }
        return framing
    }

    private static func appendBody(_ body: [UInt8], chunkSize: Int?, fault: WireFault?, to output: inout [UInt8]) {
        let headSize = output.count
        if let chunkSize {
            appendChunks(body, size: max(1, chunkSize), to: &output)
        } else {
            output.append(contentsOf: body)
        }
        if let kept = fault?.keptBodySize, kept < output.count - headSize {
            output.removeLast(output.count - headSize - max(0, kept))
        }
    }

    private static func appendChunks(_ body: [UInt8], size: Int, to output: inout [UInt8]) {
        var offset = 0
        while offset < body.count {
            let count = min(size, body.count - offset)
            output.append(contentsOf: String(count, radix: 16).utf8)
            appendLineEnd(to: &output)
            output.append(contentsOf: body[offset..<offset + count])
            appendLineEnd(to: &output)
            offset += count
        }
        output.append(contentsOf: "0\r\n\r\n".utf8)
    }

    private static func append(_ name: String, _ value: String, to output: inout [UInt8]) {
        output.append(contentsOf: name.utf8)
        output.append(ASCII.colon)
        output.append(ASCII.space)
        output.append(contentsOf: value.utf8)
        appendLineEnd(to: &output)
    }

    private static func append(_ number: Int, to output: inout [UInt8]) {
        output.append(contentsOf: String(number).utf8)
    }

    private static func appendLineEnd(to output: inout [UInt8]) {
        output.append(ASCII.carriageReturn)
        output.append(ASCII.lineFeed)
    }

    private static func appendChecked(_ value: String, to output: inout [UInt8]) throws(HTTPError) {
        let start = output.count
        output.append(contentsOf: value.utf8)
        for offset in start..<output.count where !ASCII.isFieldByte(output[offset]) {
            throw HTTPError(.invalidMessage, "a field's value or a reason holds a control byte")
        }
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(ASCII.isTokenByte)
    }
}
