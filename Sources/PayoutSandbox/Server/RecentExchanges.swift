import HTTPWire
import Synchronization

/// The newest exchanges, for tests and for people.
final class RecentExchanges: Sendable {
    private let ring: Mutex<BoundedRing<Exchange>>

    init(limit: Int) {
        ring = Mutex(BoundedRing(capacity: limit, byteLimit: 64 << 20))
    }

    var all: [Exchange] { ring.withLock { $0.elements } }

    subscript(id: Int) -> Exchange? { ring.withLock { $0[id] } }

    /// Numbers the exchange and keeps it.
    func add(_ exchange: Exchange) -> Exchange {
        let size = exchange.request.body.count + exchange.request.rawHead.count + exchange.response.body.count
        return ring.withLock { ring in
            var exchange = exchange
            exchange.id = ring.lastNumber + 1
            ring.append(exchange, byteCount: size)
            return exchange
        }
    }

    func removeAll() {
        ring.withLock { $0.removeAll() }
    }
}
