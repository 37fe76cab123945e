import COpenSSL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Connects OpenSSL to a socket.
///
/// OpenSSL's own socket BIO calls `write`, which raises SIGPIPE on Linux when the peer has gone; this one sends with
/// `MSG_NOSIGNAL`.
enum SocketBIO {
    /// What the callbacks share with the session, which owns it and outlives the BIO.
    final class State {
        let descriptor: Int32
        /// `errno` of the last call that failed for good; 0 when none did.
        var failure: Int32 = 0
        /// Whether the peer has ended its stream.
        var hasEnded = false

        init(descriptor: Int32) {
            self.descriptor = descriptor
        }
    }

    // The table of callbacks is made once and never changed or freed.
    private struct Method: @unchecked Sendable {
        let pointer: OpaquePointer?
    }

    /// What `BIO_clear_retry_flags`, a macro, clears.
    private static let retryFlags =
        BIO_FLAGS_READ | BIO_FLAGS_WRITE | BIO_FLAGS_IO_SPECIAL | BIO_FLAGS_SHOULD_RETRY
    private static let method = Method(pointer: makeMethod())

    /// A BIO over the state's socket; nil when memory is out.
    static func make(_ state: State) -> OpaquePointer? {
        guard let method = method.pointer, let bio = BIO_new(method) else { return nil }
        BIO_set_data(bio, Unmanaged.passUnretained(state).toOpaque())
        BIO_set_init(bio, 1)
        return bio
    }

    private static func makeMethod() -> OpaquePointer? {
        guard let method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "payoutkit socket") else {
            return nil
        }
        BIO_meth_set_read(method) { SocketBIO.read($0, $1, $2) }
        BIO_meth_set_write(method) { SocketBIO.write($0, $1, $2) }
        BIO_meth_set_ctrl(method) { bio, command, _, _ in SocketBIO.control(bio, command) }
        return method
    }

    private static func state(of bio: OpaquePointer?) -> State? {
        guard let data = BIO_get_data(bio) else { return nil }
        return Unmanaged<State>.fromOpaque(data).takeUnretainedValue()
    }

    private static func read(_ bio: OpaquePointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32) -> Int32 {
        guard let state = state(of: bio), let buffer, size > 0 else { return -1 }
        BIO_clear_flags(bio, retryFlags)
        while true {
            let count = recv(state.descriptor, buffer, Int(size), 0)
            if count > 0 { return Int32(count) }
            if count == 0 {
                state.hasEnded = true
                return 0
            }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK:
                BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
                return -1
            default:
                state.failure = errno
                return -1
            }
        }
    }

    private static func write(_ bio: OpaquePointer?, _ bytes: UnsafePointer<CChar>?, _ size: Int32) -> Int32 {
        guard let state = state(of: bio), let bytes, size > 0 else { return -1 }
        BIO_clear_flags(bio, retryFlags)
        while true {
            let count = send(state.descriptor, bytes, Int(size), SystemConstant.sendFlags)
            if count >= 0 { return Int32(count) }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK:
                BIO_set_flags(bio, BIO_FLAGS_WRITE | BIO_FLAGS_SHOULD_RETRY)
                return -1
            default:
                state.failure = errno
                return -1
            }
        }
    }

    private static func control(_ bio: OpaquePointer?, _ command: Int32) -> Int {
        switch command {
        case BIO_CTRL_FLUSH: 1
        case BIO_CTRL_EOF: state(of: bio)?.hasEnded == true ? 1 : 0
        default: 0
        }
    }
}
