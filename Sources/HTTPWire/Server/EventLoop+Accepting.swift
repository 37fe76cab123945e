#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension EventLoop {
    /// Connections taken in one turn, so that a flood of them does not starve those that are open.
    private static let acceptBatch = 64

    func acceptAll() {
        guard let listener else { return }
        for _ in 0..<Self.acceptBatch {
            var address = SocketAddress()
            guard let descriptor = SocketCalls.accept(from: listener.descriptor, address: &address) else {
                switch errno {
                case EINTR, ECONNABORTED: continue
                case EMFILE, ENFILE, ENOBUFS, ENOMEM: pauseListener()
                default: break
                }
                return
            }
            let arrival = listener.arrival(descriptor: descriptor, address: address)
            if let other = listener.nextMailbox(), other !== mailbox {
                other.post(arrival)
            } else {
                admit(arrival)
            }
        }
    }

    /// Stops watching the listener for a while.
    ///
    /// It stays readable while the system has no descriptor to give, so watching it would spin. An idle
    /// connection makes room, and the listener is looked at again soon.
    private func pauseListener() {
        guard let listener, listenerPausedUntil == nil else { return }
        closeLongestIdle()
        poller.change(listener.descriptor, [], key: Self.listenerKey)
        listenerPausedUntil = now.advanced(by: .milliseconds(50))
    }

    func resumeListener() {
        guard let until = listenerPausedUntil, until <= now, let listener else { return }
        listenerPausedUntil = nil
        poller.change(listener.descriptor, .input, key: Self.listenerKey)
    }

    /// Takes a new connection in, makes room for it, or tells it that there is none.
    func admit(_ arrival: Arrival) {
        // Every way out of here closes the descriptor, as the transport owns it.
        guard let transport = makeTransport(arrival.descriptor), stopDeadline == nil else { return }
        let isFull = connections.count >= maximumConnections && !closeLongestIdle()
        guard connections.count < maximumConnections + Self.overflowCount else { return }
        let key = arrival.peer.connection << 32 | UInt64(UInt32(bitPattern: arrival.descriptor))
        let connection = ServerConnection(
            transport: transport,
            key: key,
            peer: arrival.peer,
            limits: configuration.limits,
            deadline: .never
        )
        do {
            try poller.add(arrival.descriptor, .input, key: key)
        } catch {
            return
        }
        connections[arrival.descriptor] = connection
        if isFull {
            send(HTTPReply(HTTPResponse(status: 503)), closes: true, isHead: false, on: connection)
        } else {
            setDeadline(now.advanced(by: configuration.headTimeout), of: connection)
        }
    }

    private func makeTransport(_ descriptor: Int32) -> Transport? {
        guard let tls else { return Transport(takingOwnershipOf: descriptor) }
        return try? tls.accept(descriptor)
    }

    /// Closes the idle connection whose deadline is nearest; false when none is idle.
    @discardableResult
    private func closeLongestIdle() -> Bool {
        // A connection without a first request is no candidate: it has only just come, and its deadline is short.
        let idle = connections.values.filter { $0.isIdle && $0.peer.request > 0 }
        guard let oldest = idle.min(by: { $0.deadline < $1.deadline }) else { return false }
        close(oldest)
        return true
    }
}
