import HTTPWire
import Synchronization

/// The newest exchanges, for tests and for people.
final class Journal: Sendable {
    private let ring: Mutex<BoundedRing<Exchange>>
    private let onExchange: (@Sendable (Exchange) -> Void)?

    init(limit: Int, onExchange: (@Sendable (Exchange) -> Void)?) {
        ring = Mutex(BoundedRing(capacity: limit, byteLimit: 64 << 20))
        self.onExchange = onExchange
    }

    var exchanges: [Exchange] { ring.withLock { $0.elements } }

    /// Numbers the exchange and keeps it.
    func add(_ exchange: Exchange) {
        let size = exchange.request.body.count + exchange.request.rawHead.count + exchange.response.body.count
        let numbered = ring.withLock { ring in
            var exchange = exchange
            exchange.id = ring.lastNumber + 1
            ring.append(exchange, byteCount: size)
            return exchange
        }
        onExchange?(numbered)
    }
}
