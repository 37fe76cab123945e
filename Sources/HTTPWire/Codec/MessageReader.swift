#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Takes messages off a stream of bytes, as the bytes arrive.
///
/// The memory it holds is bounded by the limits plus what one call appends.
struct MessageReader {
    enum Role {
        case request
        case response
    }

    /// One whole message.
    struct Message {
        var head: MessageHead
        var body: [UInt8]
        var trailers: HTTPHeaders
    }

    enum Event {
        /// All bytes are used up, and no message is complete.
        case needsMore
        /// The head is read and asks for `100 Continue`, and no byte of the body has arrived.
        case expectsContinue
        case message(Message)
    }

    private enum State {
        case head
        case fixed(MessageHead, remaining: Int)
        case chunked(MessageHead, ChunkedDecoder)
        case untilClose(MessageHead)
    }

    /// A kept buffer larger than this is given back between messages.
    private static let keptCapacity = 64 * 1_024

    private let role: Role
    private let limits: HTTPLimits
    /// Whether the next response has no body whatever its head says, as that to HEAD.
    var nextHasNoBody = false

    private var buffer: [UInt8] = []
    /// Offset of the first byte in `buffer` that was not used.
    private var start = 0
    /// Offset behind the last byte searched for a line end, counted from `start`.
    private var scanned = 0
    /// Offset of the line being searched, counted from `start`.
    private var lineStart = 0
    private var skippedEmptyLines = 0
    private var body: [UInt8] = []
    private var state = State.head
    private var hasAnsweredExpectation = false

    init(_ role: Role, limits: HTTPLimits) {
        self.role = role
        self.limits = limits
    }

    /// Whether no byte of a message is held: the connection is between messages.
    var isBetweenMessages: Bool {
        if case .head = state { start == buffer.count } else { false }
    }

    /// Whether the head of a message is read and its body is not.
    var isInsideBody: Bool {
        if case .head = state { false } else { true }
    }

    /// The head that was read while its body is not complete.
    var pendingHead: MessageHead? {
        switch state {
        case .head: nil
        case .fixed(let head, _), .chunked(let head, _), .untilClose(let head): head
        }
    }

    /// Takes the bytes behind those it has.
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if start == buffer.count {
            if buffer.capacity > Self.keptCapacity { buffer = [] } else { buffer.removeAll(keepingCapacity: true) }
            start = 0
        } else if start >= Self.keptCapacity {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next message, or what is missing for it.
    mutating func next() throws(HTTPError) -> Event {
        while true {
            switch state {
            case .head:
                guard let head = try takeHead() else { return .needsMore }
                body = []
                hasAnsweredExpectation = false
                guard try begin(head) else { continue }
                return finish(head, trailers: [:])
            case .fixed(let head, let remaining):
                let count = min(remaining, buffer.count - start)
                if count == 0, wantsContinue(head) { return .expectsContinue }
                takeBody(count)
                guard count == remaining else {
                    state = .fixed(head, remaining: remaining - count)
                    return .needsMore
                }
                return finish(head, trailers: [:])
            case .chunked(let head, var decoder):
                if start == buffer.count, wantsContinue(head) { return .expectsContinue }
                // The decoder leaves the state while it changes, else its trailer bytes would be copied.
                state = .head
                var offset = start
                try decoder.decode(buffer, from: &offset, into: &body)
                start = offset
                guard decoder.isDone else {
                    state = .chunked(head, decoder)
                    return .needsMore
                }
                return finish(head, trailers: try decoder.trailers())
            case .untilClose(let head):
                let count = buffer.count - start
                guard count <= limits.maximumBodySize - body.count else { throw tooLarge() }
                takeBody(count)
                state = .untilClose(head)
                return .needsMore
            }
        }
    }

    /// Says that the peer will send no more; gives the message that this completes, if one does.
    mutating func finishAtEndOfStream() throws(HTTPError) -> Message? {
        switch state {
        case .head:
            if start == buffer.count { return nil }
            throw HTTPError(.truncatedMessage, "the connection ended inside the head of a message")
        case .untilClose(let head):
            let message = Message(head: head, body: body, trailers: [:])
            body = []
            state = .head
            return message
        case .fixed(_, let remaining):
            throw HTTPError(.truncatedMessage, "the connection ended \(remaining) bytes before the end of the body")
        case .chunked:
            throw HTTPError(.truncatedMessage, "the connection ended before the last chunk of the body")
        }
    }

    /// Enters the state in which the body is read; true when there is none (RFC 9112 section 6.3).
    private mutating func begin(_ head: MessageHead) throws(HTTPError) -> Bool {
        if case .response(let status, _) = head.startLine {
            if status < 200 || status == 204 || status == 304 { return true }
            if nextHasNoBody { return true }
        }
        if head.framing.isChunked {
            state = .chunked(head, ChunkedDecoder(limits: limits))
            return false
        }
        if let length = head.framing.contentLength {
            guard length <= limits.maximumBodySize else { throw tooLarge() }
            if length == 0 { return true }
            state = .fixed(head, remaining: length)
            return false
        }
        if role == .response {
            state = .untilClose(head)
            return false
        }
        return true
    }

    private mutating func takeBody(_ count: Int) {
        let end = start + count
        if body.isEmpty {
            body = Array(buffer[start..<end])
        } else {
            body.append(contentsOf: buffer[start..<end])
        }
        start = end
    }

    private mutating func finish(_ head: MessageHead, trailers: HTTPHeaders) -> Event {
        let message = Message(head: head, body: body, trailers: trailers)
        body = []
        state = .head
        return .message(message)
    }

    private mutating func wantsContinue(_ head: MessageHead) -> Bool {
        guard head.framing.expectsContinue, head.version == .http11, body.isEmpty, !hasAnsweredExpectation else {
            return false
        }
        hasAnsweredExpectation = true
        return true
    }

    private func tooLarge() -> HTTPError {
        HTTPError(.bodyTooLarge, "the body is larger than \(limits.maximumBodySize) bytes")
    }

    private mutating func takeHead() throws(HTTPError) -> MessageHead? {
        try checkBeginning()
        guard let end = try findHeadEnd() else { return nil }
        let raw = Array(buffer[start..<end])
        start = end
        scanned = 0
        lineStart = 0
        skippedEmptyLines = 0
        switch role {
        case .request: return try HeadParser.parseRequest(raw, limits: limits)
        case .response: return try HeadParser.parseResponse(raw, limits: limits)
        }
    }

    /// Refuses what cannot become a head at its first bytes, so that a peer that speaks TLS or nothing known is told at
    /// once and not after the deadline.
    private func checkBeginning() throws(HTTPError) {
        guard start < buffer.count else { return }
        switch role {
        case .request:
            let first = buffer[start]
            guard ASCII.isTokenByte(first) || first == ASCII.carriageReturn || first == ASCII.lineFeed else {
                throw HTTPError(.malformedRequestLine, "a request begins with its method", offset: 0)
            }
        case .response:
            for (byte, expected) in zip(buffer[start...], "HTTP/".utf8) where byte != expected {
                throw HTTPError(.malformedStatusLine, "a response begins with HTTP/", offset: 0)
            }
        }
    }

    /// The offset behind the empty line, or nil when it has not arrived.
    private mutating func findHeadEnd() throws(HTTPError) -> Int? {
        while let lineFeed = nextLineFeed() {
            let line = start + lineStart
            guard lineFeed > line, buffer[lineFeed - 1] == ASCII.carriageReturn else {
                throw HTTPError(.malformedLineEnd, "a line ends by CR LF, not by LF alone", offset: lineFeed - start)
            }
            let length = lineFeed - 1 - line
            scanned = lineFeed + 1 - start
            if length == 0, lineStart == 0 {
                try skipEmptyLine(behind: lineFeed)
                continue
            }
            if lineStart == 0 { try checkStartLine(size: length) }
            lineStart = scanned
            guard scanned <= limits.maximumHeadSize else { throw headTooLarge() }
            if length == 0 { return lineFeed + 1 }
        }
        let size = buffer.count - start
        scanned = size
        if lineStart == 0 { try checkStartLine(size: size - 1) }
        guard size < limits.maximumHeadSize else { throw headTooLarge() }
        return nil
    }

    private func nextLineFeed() -> Int? {
        let from = start + scanned
        guard from < buffer.count else { return nil }
        return buffer.withUnsafeBytes { bytes in
            let base = bytes.baseAddress
            guard let base, let found = memchr(base + from, Int32(ASCII.lineFeed), bytes.count - from) else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }

    /// One empty line before a request line is passed over, for clients that end a body with a line end too many
    /// (RFC 9112 section 2.2).
    private mutating func skipEmptyLine(behind lineFeed: Int) throws(HTTPError) {
        guard role == .request, skippedEmptyLines == 0 else {
            throw HTTPError(.malformedRequestLine, "an empty line stands where a message begins", offset: 0)
        }
        skippedEmptyLines += 1
        start = lineFeed + 1
        scanned = 0
        lineStart = 0
        try checkBeginning()
    }

    private func checkStartLine(size: Int) throws(HTTPError) {
        guard size > limits.maximumStartLineSize else { return }
        switch role {
        case .request:
            throw HTTPError(.targetTooLong, "the request line is longer than \(limits.maximumStartLineSize) bytes")
        case .response:
            throw HTTPError(.headTooLarge, "the status line is longer than \(limits.maximumStartLineSize) bytes")
        }
    }

    private func headTooLarge() -> HTTPError {
        HTTPError(.headTooLarge, "the head is larger than \(limits.maximumHeadSize) bytes")
    }
}

extension MessageReader.Message {
    /// The request that the message is; nil for a response.
    func request() -> HTTPRequest? {
        guard case .request(let method, let target) = head.startLine else { return nil }
        return HTTPRequest(
            method: method,
            target: target,
            headers: head.headers,
            body: body,
            version: head.version,
            trailers: trailers,
            rawHead: head.raw
        )
    }

    /// The response that the message is; nil for a request.
    func response() -> HTTPResponse? {
        guard case .response(let status, let reason) = head.startLine else { return nil }
        return HTTPResponse(
            status: status,
            reason: reason,
            headers: head.headers,
            body: body,
            version: head.version,
            trailers: trailers,
            rawHead: head.raw
        )
    }
}
