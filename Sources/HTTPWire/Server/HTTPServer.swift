import Synchronization

/// An HTTP/1.1 server on event-loop threads of its own: keep-alive, pipelining, limits and deadlines.
///
/// A request that breaks a rule is answered (400, 408, 413, 414, 417, 431, 501, 505) and its connection closed. Answers to
/// pipelined requests go out in their order.
public final class HTTPServer: Sendable {
    /// The port it listens on: the one asked for, or the one that the system chose for 0.
    public let port: UInt16
    /// The host of the configuration.
    public let host: String

    private let mailboxes: [Mailbox]
    private let threads: [WorkerThread]

    /// Binds, listens and starts to serve.
    ///
    /// - Parameters:
    ///   - configuration: Where to listen, and what to bear.
    ///   - handler: Answers one request. It runs on a loop thread, on several of them at once, and must be quick, as the
    ///     thread's other connections wait for it.
    /// - Throws: ``HTTPError/Code/addressInUse``, ``HTTPError/Code/addressNotAvailable``, ``HTTPError/Code/nameNotResolved``
    ///   or ``HTTPError/Code/systemCall``.
    public init(
        configuration: HTTPServerConfiguration = HTTPServerConfiguration(),
        handler: @escaping @Sendable (HTTPRequest, HTTPPeer) -> HTTPReply
    ) throws(HTTPError) {
        let count = max(1, configuration.threadCount)
        let tls = try configuration.tls.map { identity throws(HTTPError) in try TLSServerContext(identity: identity) }
        var mailboxes: [Mailbox] = []
        for _ in 0..<count { mailboxes.append(try Mailbox()) }
        let listener = try Listener(
            host: configuration.host,
            port: configuration.port,
            mailboxes: mailboxes,
            isEncrypted: tls != nil
        )
        port = listener.port
        host = configuration.host
        self.mailboxes = mailboxes
        var threads: [WorkerThread] = []
        let share = max(1, (configuration.maximumConnections + count - 1) / count)
        do throws(HTTPError) {
            for (index, mailbox) in mailboxes.enumerated() {
                let loop = LoopTransfer(
                    try EventLoop(
                        configuration: configuration,
                        mailbox: mailbox,
                        listener: index == 0 ? listener : nil,
                        tls: tls,
                        maximumConnections: share,
                        handler: handler
                    )
                )
                threads.append(try WorkerThread(name: "http-server-\(index)") { loop.run() })
            }
        } catch {
            for mailbox in mailboxes { mailbox.stop(at: .now) }
            for thread in threads { thread.join() }
            throw error
        }
        self.threads = threads
    }

    deinit {
        stop(within: .zero)
    }

    /// Stops listening at once, lets requests that have begun end, and returns when the last connection is closed.
    ///
    /// Idle connections are closed at once, and those with a request when it is answered. What is not over within the
    /// duration is cut. Called from the handler, it only starts all this.
    public func stop(within duration: Duration = .seconds(2)) {
        let deadline = Deadline.after(duration)
        for mailbox in mailboxes { mailbox.stop(at: deadline) }
        if threads.contains(where: \.isCurrent) { return }
        for thread in threads { thread.join() }
    }

    // The loop is made on the caller's thread and from then on used by the one thread that it is handed to.
    private struct LoopTransfer: @unchecked Sendable {
        private let loop: EventLoop

        init(_ loop: EventLoop) {
            self.loop = loop
        }

        func run() {
            loop.run()
        }
    }
}
