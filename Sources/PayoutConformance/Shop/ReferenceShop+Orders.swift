import HTTPWire
import PayoutContract
import StrictJSON
import Synchronization

extension ReferenceShop {
    /// Takes an order and starts its payout; an order that is known is not started again.
    ///
    /// An answer that is lost is no refusal: the webhook will tell what became of the payout.
    ///
    /// - Returns: Whether the order is accepted.
    public func start(_ order: PartnerOrder) -> Bool {
        guard !has(.acceptsNothing) else { return false }
        let isNew = books.withLock { books in
            guard books[order.orderID] == nil else { return false }
            books[order.orderID] = ShopOrder(order)
            return true
        }
        guard isNew || has(.startsEveryTime), !has(.startsNothing) else { return true }
        return pay(order, attempt: isNew ? 1 : 2)
    }

    @discardableResult
    func pay(_ order: PartnerOrder, attempt: Int) -> Bool {
        let answer = call(.initPayout, of: order, key: "\(order.orderID)-\(attempt)")
        guard let answer else {
            if has(.startsAgainAfterLostAnswer), attempt == 1 { return pay(order, attempt: 2) }
            return true
        }
        guard answer.root["status"]?.string == "ok", let id = answer.root["session"]?["id"]?.string else {
            if has(.startsAgainWhenRefused), attempt == 1 { return pay(order, attempt: 2) }
            change(order.orderID) { $0.state = .failed }
            return false
        }
        change(order.orderID) { entry in
            if entry.order.sessionID == nil { entry.order.sessionID = id }
        }
        if has(.confirmsBeforeWebhook) { confirm(id, of: order.orderID) }
        return true
    }

    /// Cancels an order that waits.
    ///
    /// - Returns: Whether it is cancelled, or will be.
    public func cancel(_ orderID: String) -> Bool {
        guard let entry = books.withLock({ $0[orderID] }) else { return false }
        guard !has(.ignoresCancelling) else { return true }
        change(orderID) { entry in
            entry.isUnwanted = true
            entry.stage = .cancelling
        }
        guard let sessionID = entry.order.sessionID else { return true }
        call(has(.confirmsToCancel) ? .confirm : .cancel, sessionID)
        return true
    }

    func confirm(_ sessionID: String, of orderID: String) {
        let times = has(.confirmsTwice) ? 2 : 1
        for _ in 0..<times {
            let answer = call(.confirm, sessionID)
            if has(.booksAtOnce) { change(orderID) { ($0.state, $0.paid) = (.paid, $0.order.amount) } }
            change(orderID) { entry in
                guard entry.stage == .confirming else { return }
                // A refusal that is not about the state leaves the payout to wait; the bank tells again.
                let code = answer?.root["error"]?["code"]?.string
                let isRefused = code != nil && code != "session_wrong_state" && !has(.forgetsRefusedConfirmations)
                entry.stage = isRefused ? .waiting : .confirmed
            }
        }
    }

    /// Changes an entry of the books.
    func change(_ orderID: String, _ body: (inout ShopOrder) -> Void) {
        books.withLock { books in
            guard var entry = books[orderID] else { return }
            body(&entry)
            books[orderID] = entry
        }
    }
}
