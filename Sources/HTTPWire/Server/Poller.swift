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

/// Tells which of many descriptors are ready: epoll on Linux, `poll` elsewhere.
struct Poller: ~Copyable {
    /// What a descriptor is watched for; errors and hang-ups are always told.
    struct Interest: OptionSet {
        var rawValue: UInt8

        static let input = Interest(rawValue: 1)
        static let output = Interest(rawValue: 2)
    }

    /// One descriptor that is ready.
    struct Readiness {
        /// The number it was added under.
        var key: UInt64
        var canRead: Bool
        var canWrite: Bool
        /// The peer has gone, in both directions.
        var hasFailed: Bool
    }

    private enum Backend {
        #if os(Linux)
        case epoll(Int32)
        #endif
        case poll(entries: [pollfd], keys: [UInt64])
    }

    private static let batchSize = 256
    private var backend: Backend
    #if os(Linux)
    private var events: [epoll_event]
    #endif

    init(portable: Bool) throws(HTTPError) {
        #if os(Linux)
        events = []
        if !portable {
            let descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
            guard descriptor >= 0 else { throw .systemCall("epoll_create1", errno: errno) }
            backend = .epoll(descriptor)
            events = [epoll_event](repeating: epoll_event(), count: Self.batchSize)
            return
        }
        #endif
        backend = .poll(entries: [], keys: [])
    }

    deinit {
        #if os(Linux)
        if case .epoll(let descriptor) = backend { close(descriptor) }
        #endif
    }

    mutating func add(_ descriptor: Int32, _ interest: Interest, key: UInt64) throws(HTTPError) {
        switch backend {
        #if os(Linux)
        case .epoll(let queue):
            var event = Self.event(interest, key)
            guard epoll_ctl(queue, EPOLL_CTL_ADD, descriptor, &event) == 0 else {
                throw .systemCall("epoll_ctl", errno: errno)
            }
        #endif
        case .poll(var entries, var keys):
            backend = .poll(entries: [], keys: [])
            entries.append(pollfd(fd: descriptor, events: Self.events(interest), revents: 0))
            keys.append(key)
            backend = .poll(entries: entries, keys: keys)
        }
    }

    mutating func change(_ descriptor: Int32, _ interest: Interest, key: UInt64) {
        switch backend {
        #if os(Linux)
        case .epoll(let queue):
            var event = Self.event(interest, key)
            epoll_ctl(queue, EPOLL_CTL_MOD, descriptor, &event)
        #endif
        case .poll(var entries, let keys):
            backend = .poll(entries: [], keys: [])
            if let index = entries.firstIndex(where: { $0.fd == descriptor }) {
                entries[index].events = Self.events(interest)
            }
            backend = .poll(entries: entries, keys: keys)
        }
    }

    /// Forgets a descriptor; call it before the descriptor is closed.
    mutating func remove(_ descriptor: Int32) {
        switch backend {
        #if os(Linux)
        case .epoll(let queue):
            var event = epoll_event()
            epoll_ctl(queue, EPOLL_CTL_DEL, descriptor, &event)
        #endif
        case .poll(var entries, var keys):
            backend = .poll(entries: [], keys: [])
            if let index = entries.firstIndex(where: { $0.fd == descriptor }) {
                entries.swapAt(index, entries.count - 1)
                keys.swapAt(index, keys.count - 1)
                entries.removeLast()
                keys.removeLast()
            }
            backend = .poll(entries: entries, keys: keys)
        }
    }

    /// Waits until something is ready or the deadline passes, and appends what is ready.
    mutating func wait(until deadline: Deadline, into ready: inout [Readiness]) {
        let timeout = deadline.pollTimeout()
        switch backend {
        #if os(Linux)
        case .epoll(let queue):
            let count = epoll_wait(queue, &events, Int32(events.count), timeout)
            for index in 0..<max(0, Int(count)) {
                let flags = events[index].events
                ready.append(
                    Readiness(
                        key: events[index].data.u64,
                        canRead: flags & EPOLLIN.rawValue != 0,
                        canWrite: flags & EPOLLOUT.rawValue != 0,
                        hasFailed: flags & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
                    )
                )
            }
        #endif
        case .poll(var entries, let keys):
            backend = .poll(entries: [], keys: [])
            let count = poll(&entries, nfds_t(entries.count), timeout)
            if count > 0 {
                for index in entries.indices where entries[index].revents != 0 {
                    let flags = Int32(entries[index].revents)
                    ready.append(
                        Readiness(
                            key: keys[index],
                            canRead: flags & Int32(POLLIN) != 0,
                            canWrite: flags & Int32(POLLOUT) != 0,
                            hasFailed: flags & Int32(POLLERR | POLLHUP | POLLNVAL) != 0
                        )
                    )
                    entries[index].revents = 0
                }
            }
            backend = .poll(entries: entries, keys: keys)
        }
    }

    private static func events(_ interest: Interest) -> Int16 {
        Int16((interest.contains(.input) ? POLLIN : 0) | (interest.contains(.output) ? POLLOUT : 0))
    }

    #if os(Linux)
    private static func event(_ interest: Interest, _ key: UInt64) -> epoll_event {
        var event = epoll_event()
        event.events =
            (interest.contains(.input) ? EPOLLIN.rawValue : 0) | (interest.contains(.output) ? EPOLLOUT.rawValue : 0)
        event.data.u64 = key
        return event
    }
    #endif
}
