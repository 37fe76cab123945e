import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// Carries webhooks to the partner's one address, on a thread of its own, in the order in which they fall due.
///
/// A webhook that is not taken is sent again by the schedule, so the partner may see it twice, and behind a later one.
final class Courier: Sendable {
    private struct State {
        var url: HTTPURL?
        var deliveries = BoundedRing<Delivery>(capacity: 10_000, byteLimit: 64 << 20)
        /// What is still to be sent; a delivery that fell out of the ring is still carried out.
        var pending: [Int: Delivery] = [:]
    }

    private let clock: any SandboxClock
    private let schedule: WebhookSchedule
    private let key: PrivateKey
    private let client: HTTPClient
    private let queue: DueQueue<Int>
    private let state: Mutex<State>
    private let onDelivery: (@Sendable (Delivery) -> Void)?

    init(
        url: HTTPURL?,
        key: PrivateKey,
        schedule: WebhookSchedule,
        clock: any SandboxClock,
        client: HTTPClient,
        onDelivery: (@Sendable (Delivery) -> Void)?
    ) {
        self.key = key
        self.schedule = schedule
        self.clock = clock
        self.client = client
        self.onDelivery = onDelivery
        queue = DueQueue(name: "sandbox-courier", clock: clock)
        state = Mutex(State(url: url))
    }

    func start() throws(HTTPError) -> WorkerThread {
        try queue.start { [weak self] id in self?.carry(id) }
    }

    func setURL(_ url: HTTPURL?) {
        state.withLock { $0.url = url }
    }

    /// The deliveries in the order of origin; the oldest are forgotten first.
    var deliveries: [Delivery] {
        state.withLock { state in state.deliveries.elements.map { state.pending[$0.id] ?? $0 } }
    }

    /// Takes a webhook to be sent; without an address it is only noted.
    func post(_ letter: Letter) {
        let delivery = state.withLock { state in
            var delivery = Delivery(
                id: state.deliveries.lastNumber + 1,
                type: letter.type,
                sessionID: letter.sessionID,
                body: letter.body,
                createdAt: letter.due
            )
            if state.url == nil {
                delivery.outcome = .unaddressed
            } else {
                state.pending[delivery.id] = delivery
            }
            state.deliveries.append(delivery, byteCount: delivery.body.count)
            return delivery
        }
        if delivery.isSettled {
            onDelivery?(delivery)
        } else {
            queue.add(delivery.id, due: letter.due)
        }
    }

    /// Ends the thread after the delivery at hand, which it waits for until the deadline.
    ///
    /// - Returns: Whether the thread has nothing at hand any more.
    func stop(until deadline: Deadline) -> Bool {
        queue.stop()
        client.close()
        return queue.waitUntilIdle(until: deadline)
    }

    // MARK: One attempt

    private func carry(_ id: Int) {
        let (found, url) = state.withLock { ($0.pending[id], $0.url) }
        guard var delivery = found else { return }
        if let url {
            attempt(&delivery, to: url)
        } else {
            delivery.outcome = .unaddressed
        }
        let done = delivery
        state.withLock { state in
            if done.isSettled {
                state.pending[id] = nil
                state.deliveries.replace(id, with: done)
            } else {
                state.pending[id] = done
            }
        }
        onDelivery?(done)
        if !done.isSettled {
            queue.add(id, due: clock.now.advanced(by: schedule.pause(after: done.attempts.count)))
        }
    }

    private func attempt(_ delivery: inout Delivery, to url: HTTPURL) {
        let startedAt = clock.now
        let result = send(&delivery, to: url)
        delivery.attempts.append(Delivery.Attempt(startedAt: startedAt, result: result))
        switch result {
        case .answered(status: 200):
            delivery.outcome = .delivered
        case .answered(let status) where (201...299).contains(status):
            delivery.outcome = .deliveredWithNote(status: status)
        case .answered, .failed:
            let first = delivery.attempts.first?.startedAt ?? startedAt
            let next = clock.now.advanced(by: schedule.pause(after: delivery.attempts.count))
            if first.duration(to: next) > schedule.lifetime { delivery.outcome = .abandoned }
        }
    }

    private func send(_ delivery: inout Delivery, to url: HTTPURL) -> Delivery.Result {
        do {
            let signature = try delivery.signature ?? key.sign(delivery.body)
            delivery.signature = signature
            let request = HTTPRequest(
                method: "POST",
                headers: ["Content-Type": "application/json", "X-PARTNER-SIGN": signature],
                body: delivery.body
            )
            return .answered(status: try client.send(request, to: url).status)
        } catch let error as HTTPError {
            return .failed(reason: error.code.identifier)
        } catch {
            return .failed(reason: "not_signed")
        }
    }
}
