#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What one attempt at input or output gave.
enum TransportResult {
    case bytes(Int)
    /// Try again when the socket is readable.
    case wantsInput
    /// Try again when the socket is writable.
    case wantsOutput
    /// The peer sends no more.
    case endOfStream
    case failed(HTTPError)
}

/// A connected non-blocking socket, plain or under TLS: the one place that knows which.
// Used by one thread at a time: its event loop, or the caller that took it from the client's pool.
final class Transport: @unchecked Sendable {
    /// The socket, or -1 after the end: the system gives the number to another connection at once, which must never be
    /// read or written in place of this one.
    private(set) var descriptor: Int32
    private var tls: TLSSession?

    /// Takes the descriptor over and closes it at the end.
    init(takingOwnershipOf descriptor: Int32, tls: TLSSession? = nil) {
        self.descriptor = descriptor
        self.tls = tls
    }

    deinit {
        close()
    }

    /// Whether it was not closed here.
    var isOpen: Bool { descriptor >= 0 }

    /// Whether bytes are already decrypted, which no poll would tell.
    var hasBufferedInput: Bool { tls?.hasBufferedInput ?? false }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> TransportResult {
        guard isOpen else { return .failed(Self.closedHere) }
        if let tls { return tls.receive(into: buffer) }
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .endOfStream }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return .wantsInput
            default: return .failed(.systemCall("recv", errno: errno))
            }
        }
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> TransportResult {
        guard isOpen else { return .failed(Self.closedHere) }
        if let tls { return tls.send(bytes) }
        while true {
            let count = Self.systemSend(descriptor, bytes)
            if count >= 0 { return .bytes(count) }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return .wantsOutput
            default: return .failed(.systemCall("send", errno: errno))
            }
        }
    }

    /// Goes on without TLS, to tell a peer that speaks none.
    func dropTLS() {
        tls = nil
    }

    /// Says that no more bytes follow, and keeps reading possible.
    func finishSending() {
        guard isOpen else { return }
        tls?.sendCloseNotify()
        _ = shutdown(descriptor, SystemConstant.shutdownWrite)
    }

    /// Ends the connection; a TLS peer is told that this is the end and not a cut.
    func close() {
        guard isOpen else { return }
        tls?.sendCloseNotify()
        tls = nil
        Descriptor.close(descriptor)
        descriptor = -1
    }

    /// Ends the connection by a reset.
    func reset() {
        guard isOpen else { return }
        tls = nil
        SocketCalls.closeWithReset(descriptor)
        descriptor = -1
    }

    private static let closedHere = HTTPError(.connectionClosed, "the connection was closed on this side")

    private static func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, SystemConstant.sendFlags)
        #elseif canImport(Musl)
        Musl.send(descriptor, bytes.baseAddress, bytes.count, SystemConstant.sendFlags)
        #else
        Darwin.send(descriptor, bytes.baseAddress, bytes.count, SystemConstant.sendFlags)
        #endif
    }
}
