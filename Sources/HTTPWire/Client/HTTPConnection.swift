#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One connection to a server, for callers that decide about each byte.
///
/// Its calls block the calling thread until they are done or the deadline passes. One thread uses it at a time.
public final class HTTPConnection {
    /// The URL whose origin it is connected to.
    public let url: HTTPURL
    private let transport: Transport
    private let configuration: HTTPClientConfiguration
    private var reader: MessageReader
    private var isInOrder = true
    /// Whether a byte has arrived since the last request was sent.
    private(set) var hasReceived = false

    /// Connects, and ends the TLS handshake under https.
    ///
    /// - Parameters:
    ///   - url: Scheme, host and port; the target does not matter here.
    ///   - configuration: Trust and limits; its `timeout` does not count here.
    ///   - deadline: The end of the time for connecting; `connectTimeout` bounds each address as well.
    /// - Throws: ``HTTPError`` with a code of its connection or TLS group.
    public convenience init(
        to url: HTTPURL,
        configuration: HTTPClientConfiguration = HTTPClientConfiguration(),
        deadline: Deadline? = nil
    ) throws(HTTPError) {
        let context = url.scheme == .https ? try TLSClientContext(trust: configuration.trust) : nil
        let deadline = deadline ?? .after(configuration.connectTimeout)
        try self.init(to: url, configuration: configuration, context: context, deadline: deadline)
    }

    init(
        to url: HTTPURL,
        configuration: HTTPClientConfiguration,
        context: TLSClientContext?,
        deadline: Deadline
    ) throws(HTTPError) {
        self.url = url
        self.configuration = configuration
        reader = MessageReader(.response, limits: configuration.limits)
        transport = try Connector.connect(to: url, configuration: configuration, context: context, deadline: deadline)
    }

    /// Sends bytes as they are.
    ///
    /// - Throws: ``HTTPError/Code/timeout``, ``HTTPError/Code/connectionReset`` or another code of the connection.
    public func send(raw bytes: [UInt8], deadline: Deadline) throws(HTTPError) {
        hasReceived = false
        try send(bytes, from: 0, to: bytes.count, deadline: deadline)
    }

    /// Sends a request, whole or with a fault, and does not wait for the answer.
    public func send(_ request: HTTPRequest, fault: WireFault? = nil, deadline: Deadline) throws(HTTPError) {
        let bytes = try MessageWriter.bytes(
            of: request,
            to: url,
            userAgent: configuration.userAgent,
            fault: fault
        )
        reader.nextHasNoBody = request.method == "HEAD"
        hasReceived = false
        guard let fault else {
            try send(bytes, from: 0, to: bytes.count, deadline: deadline)
            return
        }
        try send(bytes, with: fault, deadline: deadline)
    }

    /// Receives the next answer; interim ones (1xx) are passed over.
    ///
    /// - Throws: ``HTTPError/Code/connectionClosed`` when the peer closes before the first byte,
    ///   ``HTTPError/Code/truncatedMessage`` when it closes inside the answer, ``HTTPError/Code/timeout``, or the code of the
    ///   rule that the answer breaks.
    public func receiveResponse(deadline: Deadline) throws(HTTPError) -> HTTPResponse {
        for _ in 0...Self.maximumInterimResponses {
            let message = try receiveMessage(deadline: deadline)
            guard let response = message.response() else { break }
            if response.status == 101 || response.status >= 200 {
                isInOrder = message.head.framing.keepsAlive(message.head.version) && reader.isBetweenMessages
                return response
            }
        }
        isInOrder = false
        throw HTTPError(.malformedStatusLine, "more interim answers than \(Self.maximumInterimResponses)")
    }

    /// Receives some bytes as they are, at most `count`; none when the peer has closed.
    ///
    /// Do not mix it with ``receiveResponse(deadline:)``, which may hold bytes that follow its answer.
    public func receive(upTo count: Int, deadline: Deadline) throws(HTTPError) -> [UInt8] {
        isInOrder = false
        var failure: HTTPError?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, size in
            do throws(HTTPError) {
                size = try receive(into: UnsafeMutableRawBufferPointer(buffer), deadline: deadline)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Whether the last answer leaves the connection ready for another request, and the peer has neither closed it nor sent
    /// more.
    public var isReusable: Bool {
        guard isInOrder, transport.isOpen, !transport.hasBufferedInput else { return false }
        var byte: UInt8 = 0
        // A byte here would be the end of the stream, or an answer to no request. Under TLS it may be a session ticket; not
        // to look into it costs a new connection at worst.
        let count = recv(transport.descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)
    }

    /// Waits until the peer has closed or sent something; false when the deadline passes first.
    public func waitUntilReadable(deadline: Deadline) throws(HTTPError) -> Bool {
        guard transport.isOpen else { throw HTTPError(.connectionClosed, "the connection was closed on this side") }
        if transport.hasBufferedInput { return true }
        return try SocketCalls.wait(transport.descriptor, for: SocketEvent.input, until: deadline)
    }

    /// Whether the last exchange left the connection in order; says nothing about what the peer did since.
    var mayBeReused: Bool { isInOrder }

    /// Says that no more bytes follow, and keeps receiving possible.
    public func finishSending() {
        transport.finishSending()
    }

    /// Closes the connection.
    public func close() {
        isInOrder = false
        transport.close()
    }

    /// Closes the connection by a reset.
    public func reset() {
        isInOrder = false
        transport.reset()
    }

    private static let maximumInterimResponses = 16
    private static let receiveSize = 16 * 1_024

    private func receiveMessage(deadline: Deadline) throws(HTTPError) -> MessageReader.Message {
        do throws(HTTPError) {
            while true {
                if case .message(let message) = try reader.next() { return message }
                guard try receiveSome(deadline: deadline) > 0 else {
                    isInOrder = false
                    if let message = try reader.finishAtEndOfStream() { return message }
                    throw HTTPError(.connectionClosed, "the peer closed the connection without an answer")
                }
            }
        } catch {
            isInOrder = false
            throw error
        }
    }

    private func receiveSome(deadline: Deadline) throws(HTTPError) -> Int {
        var failure: HTTPError?
        let count = withUnsafeTemporaryAllocation(byteCount: Self.receiveSize, alignment: 16) { buffer in
            do throws(HTTPError) {
                let count = try receive(into: buffer, deadline: deadline)
                if count > 0 { reader.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
                return count
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return count
    }

    /// Waits first and reads then: an answer is never there yet when its request has just left.
    private func receive(into buffer: UnsafeMutableRawBufferPointer, deadline: Deadline) throws(HTTPError) -> Int {
        // A closed transport is not waited for: it says at once that it is closed.
        var events = transport.hasBufferedInput || !transport.isOpen ? 0 : SocketEvent.input
        while true {
            if events != 0, try !SocketCalls.wait(transport.descriptor, for: events, until: deadline) {
                throw HTTPError(.timeout, "no answer in time")
            }
            switch transport.receive(into: buffer) {
            case .bytes(let count):
                hasReceived = true
                return count
            case .endOfStream: return 0
            case .wantsInput: events = SocketEvent.input
            case .wantsOutput: events = SocketEvent.output
            case .failed(let error): throw error
            }
        }
    }

    private func send(_ bytes: [UInt8], from start: Int, to end: Int, deadline: Deadline) throws(HTTPError) {
        var offset = start
        while offset < end {
            let result = bytes.withUnsafeBytes { transport.send(UnsafeRawBufferPointer(rebasing: $0[offset..<end])) }
            switch result {
            case .bytes(let count): offset += count
            case .wantsOutput, .wantsInput:
                var events = SocketEvent.output
                if case .wantsInput = result { events = SocketEvent.input }
                guard try SocketCalls.wait(transport.descriptor, for: events, until: deadline) else {
                    isInOrder = false
                    throw HTTPError(.timeout, "the peer did not take the request in time")
                }
            case .endOfStream:
                isInOrder = false
                throw HTTPError(.connectionClosed, "the peer closed the connection")
            case .failed(let error):
                isInOrder = false
                throw error
            }
        }
    }

    private func send(_ bytes: [UInt8], with fault: WireFault, deadline: Deadline) throws(HTTPError) {
        if let delay = fault.delay { try rest(for: delay, deadline: deadline) }
        let step = max(1, fault.stepSize ?? bytes.count)
        var offset = 0
        while offset < bytes.count {
            let end = min(bytes.count, offset + step)
            try send(bytes, from: offset, to: end, deadline: deadline)
            offset = end
            if fault.pause > .zero, offset < bytes.count { try rest(for: fault.pause, deadline: deadline) }
        }
        switch fault.ending {
        case .orderly: break
        case .close: close()
        case .reset: reset()
        }
    }

    private func rest(for duration: Duration, deadline: Deadline) throws(HTTPError) {
        let end = Deadline.after(duration)
        var nothing = pollfd(fd: -1, events: 0, revents: 0)
        while !end.hasPassed {
            guard !deadline.hasPassed else { throw HTTPError(.timeout, "the pauses are longer than the time given") }
            poll(&nothing, 1, min(end, deadline).pollTimeout())
        }
    }
}
