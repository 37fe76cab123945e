#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
#if os(Linux)
import CSockets
#endif

extension HTTPError {
    /// An error of the system, by the number it left in `errno`.
    static func systemCall(_ name: String, errno number: Int32) -> HTTPError {
        let text = String(cString: strerror(number))
        return switch number {
        case ECONNREFUSED: HTTPError(.connectionRefused, "nothing listens at the address")
        case ECONNRESET, EPIPE, ECONNABORTED: HTTPError(.connectionReset, "the peer reset the connection")
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN:
            HTTPError(.unreachable, "the address cannot be reached: \(text)")
        case EADDRINUSE: HTTPError(.addressInUse, "another socket holds the address")
        case EADDRNOTAVAIL, EACCES: HTTPError(.addressNotAvailable, "the address cannot be bound: \(text)")
        case ETIMEDOUT: HTTPError(.timeout, "the system gave up connecting")
        default: HTTPError(.systemCall, "\(name) failed: \(text)")
        }
    }
}

/// Constants that the platforms' modules import as different types.
enum SystemConstant {
    #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
    #else
    static let stream = SOCK_STREAM
    #endif

    #if canImport(Darwin)
    /// Darwin has `SO_NOSIGPIPE` on the socket in its place.
    static let sendFlags: Int32 = 0
    #else
    static let sendFlags = Int32(MSG_NOSIGNAL)
    #endif

    static let tcp = Int32(IPPROTO_TCP)
    static let shutdownWrite = Int32(SHUT_WR)
}

/// What a socket is waited for.
enum SocketEvent {
    static let input = Int32(POLLIN)
    static let output = Int32(POLLOUT)
}

/// Small wrappers of socket calls; a descriptor is passed in and never owned here.
enum SocketCalls {
    /// Sets what every stream socket of the kit has: non-blocking, closed on exec, no SIGPIPE, no Nagle delay.
    static func prepare(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        prepareStream(descriptor)
    }

    /// The part of ``prepare(_:)`` that is left when the system already made the socket non-blocking.
    static func prepareStream(_ descriptor: Int32) {
        setOption(descriptor, SystemConstant.tcp, TCP_NODELAY, 1)
        #if canImport(Darwin)
        setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE, 1)
        #endif
    }

    static func setOption(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Closes so that the peer sees a reset instead of an end of stream.
    static func closeWithReset(_ descriptor: Int32) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        _ = close(descriptor)
    }

    /// Takes one waiting connection, prepared; nil with `errno` set when there is none.
    static func accept(from listener: Int32, address: inout SocketAddress) -> Int32? {
        #if os(Linux)
        let flags = Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = address.withMutableBytes { wire_accept4(listener, $0, $1, flags) }
        guard descriptor >= 0 else { return nil }
        prepareStream(descriptor)
        #else
        let descriptor = address.withMutableBytes { Darwin.accept(listener, $0, $1) }
        guard descriptor >= 0 else { return nil }
        prepare(descriptor)
        #endif
        return descriptor
    }

    /// Waits until the descriptor is ready for one of `events`; false when the deadline passes first.
    static func wait(_ descriptor: Int32, for events: Int32, until deadline: Deadline) throws(HTTPError) -> Bool {
        while true {
            var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let count = poll(&entry, 1, deadline.pollTimeout())
            if count > 0 { return true }
            if count < 0, errno != EINTR { throw .systemCall("poll", errno: errno) }
            if count == 0, deadline.hasPassed { return false }
        }
    }
}
