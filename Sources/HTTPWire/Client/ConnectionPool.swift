/// The idle connections of a client, by origin.
final class ConnectionPool: Sendable {
    // An idle connection belongs to the pool alone, and a taken one to its taker.
    private struct Idle: @unchecked Sendable {
        let connection: HTTPConnection
        let expiry: Deadline
    }

    private struct State: Sendable {
        var idle: [HTTPURL.Origin: [Idle]] = [:]
        var context: TLSClientContext?
        var isClosed = false
    }

    private let configuration: HTTPClientConfiguration
    // A Swift `Mutex` is handed from waiter to waiter by the kernel on Linux; with many calling threads each call then waits
    // for a switch of threads.
    private let state = Monitor(State())

    init(configuration: HTTPClientConfiguration) {
        self.configuration = configuration
    }

    /// An idle connection that is still good, else a new one.
    func take(for url: HTTPURL, deadline: Deadline) throws(HTTPError) -> HTTPConnection {
        while let idle = try nextIdle(for: url.origin) {
            if !idle.expiry.hasPassed, idle.connection.isReusable { return idle.connection }
            idle.connection.close()
        }
        let context = url.scheme == .https ? try tlsContext() : nil
        return try HTTPConnection(to: url, configuration: configuration, context: context, deadline: deadline)
    }

    /// Keeps a connection for the next call, if it can carry one.
    func give(back connection: HTTPConnection, keepAlive: String?) {
        let idle = Idle(connection: connection, expiry: .after(idleTime(keepAlive)))
        let isKept =
            connection.mayBeReused
            && state.withLock { state in
                let origin = connection.url.origin
                guard !state.isClosed, state.idle[origin, default: []].count < configuration.maximumIdleConnections
                else {
                    return false
                }
                state.idle[origin, default: []].append(idle)
                return true
            }
        if !isKept { connection.close() }
    }

    func close() {
        let idle = state.withLock { state in
            let idle = state.idle
            state.idle = [:]
            state.isClosed = true
            return idle
        }
        for connections in idle.values {
            for entry in connections { entry.connection.close() }
        }
    }

    private func nextIdle(for origin: HTTPURL.Origin) throws(HTTPError) -> Idle? {
        try state.withLock { state throws(HTTPError) in
            guard !state.isClosed else { throw HTTPError(.clientClosed, "the client is closed") }
            // The one used last is the one least likely to have been closed by the peer.
            return state.idle[origin]?.popLast()
        }
    }

    /// Reading the system's trust store takes milliseconds, so it is read once, at the first https call.
    private func tlsContext() throws(HTTPError) -> TLSClientContext {
        if let context = state.withLock({ $0.context }) { return context }
        let context = try TLSClientContext(trust: configuration.trust)
        state.withLock { $0.context = context }
        return context
    }

    /// The shorter of our own time and what the server states as `Keep-Alive: timeout=5`, less a second of travel.
    private func idleTime(_ keepAlive: String?) -> Duration {
        guard let keepAlive else { return configuration.idleTimeout }
        for part in keepAlive.split(separator: ",") {
            let trimmed = part.drop { $0 == " " }
            guard trimmed.hasPrefix("timeout="), let seconds = Int32(trimmed.dropFirst(8)) else { continue }
            return min(configuration.idleTimeout, .seconds(max(0, seconds - 1)))
        }
        return configuration.idleTimeout
    }
}
