import HTTPWire
import PayoutSandbox
import StrictJSON

/// What the kit's bank has seen in one run: calls of the partner, and what became of webhooks; cases wait on it.
///
/// Every call belongs to the order whose metadata or session it names; one that names neither belongs to the order that the
/// partner was being asked about when it came.
final class BankLog: Sendable {
    /// The state of the log.
    struct Entries: Sendable {
        /// The calls about each order, by its id, in the order of their answers.
        fileprivate(set) var calls: [String: [PartnerCall]] = [:]
        fileprivate var callCount = 0
        /// The webhooks by their numbers, each as it last stood.
        fileprivate(set) var deliveries: [Int: Delivery] = [:]
        fileprivate var numbers: [String: [Int]] = [:]
        /// The orders that the partner was given, by their metadata.
        fileprivate var orders: [JSONTree: String] = [:]
        /// The orders by the sessions that they are paid in.
        fileprivate var owners: [String: String] = [:]
        /// The order that the partner is being asked about.
        fileprivate var current: String?

        /// The webhooks about a session, in the order of origin.
        func deliveries(about sessionID: String) -> [Delivery] {
            (numbers[sessionID] ?? []).compactMap { deliveries[$0] }
        }

        /// The sessions that an order is paid in, or that a case made up for it.
        func sessions(of orderID: String) -> [String] {
            owners.filter { $0.value == orderID }.map(\.key).sorted()
        }
    }

    /// A partner that calls without end must not fill the memory; later calls are answered and not judged.
    private static let maximumCount = 100_000

    private let entries = Monitor(Entries())

    /// Notes a call.
    func add(_ exchange: Exchange) {
        entries.update { entries in
            guard entries.callCount < Self.maximumCount else { return }
            let call = PartnerCall(number: entries.callCount, exchange: exchange)
            entries.callCount += 1
            guard let owner = entries.owner(of: call) else { return }
            entries.calls[owner, default: []].append(call)
            if call.opensSession, call.isCarriedOut, let session = call.sessionID { entries.owners[session] = owner }
        }
    }

    /// Notes how far a webhook is.
    func add(_ delivery: Delivery) {
        entries.update { entries in
            if entries.deliveries.updateValue(delivery, forKey: delivery.id) == nil {
                entries.numbers[delivery.sessionID, default: []].append(delivery.id)
            }
        }
    }

    /// Notes an order that the partner is given now.
    func begin(_ order: PartnerOrder) {
        entries.withLock { entries in
            entries.orders[order.metadata] = order.orderID
            entries.current = order.orderID
        }
    }

    /// Notes that the partner is not being asked any more.
    func end() {
        entries.withLock { $0.current = nil }
    }

    /// Counts calls about a session to an order that did not open it.
    func attach(_ sessionID: String, to order: PartnerOrder) {
        entries.withLock { $0.owners[sessionID] = order.orderID }
    }

    /// Everything so far.
    var all: Entries { entries.withLock { $0 } }

    /// Waits until `find` finds something; nil when it does not before the deadline.
    func wait<Result>(until deadline: Deadline, for find: (Entries) -> Result?) -> Result? {
        entries.wait(until: deadline) { find($0) }
    }
}

extension BankLog.Entries {
    fileprivate func owner(of call: PartnerCall) -> String? {
        if call.opensSession, let metadata = call.metadata {
            if let order = orders[metadata] { return order }
            if let order = orders.first(where: { metadata.isEcho(of: $0.key) }) { return order.value }
        }
        return call.sessionID.flatMap { owners[$0] } ?? current
    }
}
