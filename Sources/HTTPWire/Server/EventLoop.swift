import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One thread's connections: waits for them, reads requests, calls the handler and sends the answers.
///
/// Everything but the mailbox belongs to the thread that calls ``run()``.
final class EventLoop {
    typealias Handler = @Sendable (HTTPRequest, HTTPPeer) -> HTTPReply

    /// Time for a peer to take the answer off a connection that the server closes.
    static let lingerTimeout = Duration.seconds(2)
    static let maximumDiscardedBytes = 1_024 * 1_024
    /// Connections above the bound that are taken to be told so.
    static let overflowCount = 64
    static let mailboxKey = UInt64.max
    static let listenerKey = UInt64.max - 1

    let configuration: HTTPServerConfiguration
    let handler: Handler
    let mailbox: Mailbox
    let tls: TLSServerContext?
    let maximumConnections: Int
    var poller: Poller
    var listener: Listener?
    var connections: [Int32: ServerConnection] = [:]
    var ready: [Poller.Readiness] = []
    /// No deadline lies before this one.
    ///
    /// It may be too early: then a look at all of them finds nothing to do.
    var nextDeadline = Deadline.never
    var now = Deadline.now
    var stopDeadline: Deadline?
    /// When the listener is looked at again after the system ran out of descriptors.
    var listenerPausedUntil: Deadline?
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1_024, alignment: 16)
    private var dateSecond = 0
    private var dateText = ""

    init(
        configuration: HTTPServerConfiguration,
        mailbox: Mailbox,
        listener: Listener?,
        tls: TLSServerContext?,
        maximumConnections: Int,
        handler: @escaping Handler
    ) throws(HTTPError) {
        self.configuration = configuration
        self.handler = handler
        self.mailbox = mailbox
        self.maximumConnections = maximumConnections
        self.listener = listener
        self.tls = tls
        poller = try Poller(portable: configuration.usesPortablePolling)
        try poller.add(mailbox.wakeDescriptor, .input, key: Self.mailboxKey)
        if let listener { try poller.add(listener.descriptor, .input, key: Self.listenerKey) }
    }

    deinit {
        scratch.deallocate()
    }

    /// Serves until the mailbox says stop and the last connection has ended.
    func run() {
        while true {
            if let stopDeadline, connections.isEmpty || stopDeadline <= now { break }
            ready.removeAll(keepingCapacity: true)
            poller.wait(until: earliestWake(), into: &ready)
            now = .now
            for event in ready {
                switch event.key {
                case Self.mailboxKey: readMailbox()
                case Self.listenerKey: acceptAll()
                default: handle(event)
                }
            }
            resumeListener()
            if nextDeadline <= now { expireDeadlines() }
        }
        for connection in Array(connections.values) { close(connection) }
        for late in mailbox.take().replies { late.reply.afterSending?() }
        closeListener()
    }

    private func earliestWake() -> Deadline {
        min(nextDeadline, stopDeadline ?? .never, listenerPausedUntil ?? .never)
    }

    private func handle(_ event: Poller.Readiness) {
        // A descriptor's number may name another connection by now; the key does not.
        guard let connection = connections[Int32(truncatingIfNeeded: event.key)], connection.key == event.key else {
            return
        }
        switch connection.phase {
        case .reading, .lingering:
            if event.canRead || event.hasFailed { receive(on: connection) }
        case .writing:
            if event.hasFailed { close(connection) } else { resume(connection) }
        case .pausing, .awaitingReply:
            if event.hasFailed { close(connection) }
        }
    }

    /// Goes on with an answer that waited, and then with the requests that waited behind it.
    private func resume(_ connection: ServerConnection) {
        advance(connection)
        if connection.isReading { serve(connection) }
    }

    // MARK: Deadlines

    func setDeadline(_ deadline: Deadline, of connection: ServerConnection) {
        connection.deadline = deadline
        if deadline < nextDeadline { nextDeadline = deadline }
    }

    private func expireDeadlines() {
        nextDeadline = .never
        for connection in Array(connections.values) {
            if connection.deadline <= now {
                expire(connection)
            } else {
                nextDeadline = min(nextDeadline, connection.deadline)
            }
        }
    }

    private func expire(_ connection: ServerConnection) {
        switch connection.phase {
        case .pausing:
            connection.phase = .writing
            setDeadline(now.advanced(by: configuration.writeTimeout), of: connection)
            resume(connection)
        case .awaitingReply:
            giveUpReply(on: connection)
        case .writing, .lingering:
            close(connection)
        case .reading:
            if connection.reader.isBetweenMessages {
                close(connection)
            } else {
                let part = connection.isReadingBody ? "body" : "head"
                refuse(HTTPError(.timeout, "the \(part) of the request did not arrive in time"), on: connection)
            }
        }
    }

    // MARK: Date

    func dateValue() -> String? {
        guard configuration.addsDate else { return nil }
        let second = HTTPDate.secondsNow
        if second != dateSecond {
            dateSecond = second
            dateText = HTTPDate.text(seconds: second)
        }
        return dateText
    }

    // MARK: Stopping

    private func readMailbox() {
        let mail = mailbox.take()
        for arrival in mail.arrivals { admit(arrival) }
        for reply in mail.replies { take(reply) }
        guard let stop = mail.stop, stopDeadline == nil else { return }
        stopDeadline = stop
        closeListener()
        for connection in Array(connections.values) where connection.isIdle { close(connection) }
    }

    func closeListener() {
        guard let listener else { return }
        poller.remove(listener.descriptor)
        listener.close()
        self.listener = nil
        listenerPausedUntil = nil
    }

    /// Ends a connection at once; an answer on its way is told that it is over.
    func close(_ connection: ServerConnection, byReset: Bool = false) {
        guard connections[connection.transport.descriptor] === connection else { return }
        connections[connection.transport.descriptor] = nil
        poller.remove(connection.transport.descriptor)
        if byReset { connection.transport.reset() } else { connection.transport.close() }
        let after = connection.outgoing?.afterSending
        connection.outgoing = nil
        after?()
    }
}
