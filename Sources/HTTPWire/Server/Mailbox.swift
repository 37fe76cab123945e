import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A connection that was taken and waits for its event loop.
struct Arrival: Sendable {
    var descriptor: Int32
    var peer: HTTPPeer
}

/// A reply that was given later than its handler returned.
struct LateReply: Sendable {
    /// The key of the connection that waits for it.
    var key: UInt64
    /// The number of the request on that connection.
    var request: Int
    var reply: HTTPReply
}

/// What other threads tell an event loop.
final class Mailbox: Sendable {
    struct Mail {
        var arrivals: [Arrival] = []
        var replies: [LateReply] = []
        var stop: Deadline?
    }

    private let mail = Mutex(Mail())
    private let isStopped = Atomic(false)
    private let readEnd: Int32
    private let writeEnd: Int32

    /// Becomes readable when there is mail.
    var wakeDescriptor: Int32 { readEnd }

    init() throws(HTTPError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .systemCall("pipe", errno: errno) }
        readEnd = ends[0]
        writeEnd = ends[1]
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
        }
    }

    deinit {
        for arrival in mail.withLock({ $0.arrivals }) { close(arrival.descriptor) }
        close(readEnd)
        close(writeEnd)
    }

    func post(_ arrival: Arrival) {
        mail.withLock { $0.arrivals.append(arrival) }
        wake()
    }

    func post(_ reply: LateReply) {
        mail.withLock { $0.replies.append(reply) }
        wake()
    }

    /// Whether the loop was told to stop, maybe without having looked into the mailbox yet.
    var isStopping: Bool { isStopped.load(ordering: .relaxed) }

    func stop(at deadline: Deadline) {
        isStopped.store(true, ordering: .relaxed)
        mail.withLock { $0.stop = deadline }
        wake()
    }

    func take() -> Mail {
        var bytes: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        while read(readEnd, &bytes, bytes.count) == bytes.count {}
        return mail.withLock { mail in
            let taken = mail
            mail.arrivals = []
            mail.replies = []
            return taken
        }
    }

    private func wake() {
        // A full pipe is as good as a written one: the loop will wake.
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }
}
