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
        let key = has(.repeatsAndBooksFailure) ? order.orderID : "\(order.orderID)-\(attempt)"
        let answer = call(.initPayout, of: order, key: key)
        guard let answer else { return goOn(without: order, attempt) }
        if isRepeat(answer) {
            if has(.paysAgainForRepeats), attempt == 1 { return pay(order, attempt: 2) }
            return true
        }
        guard !isRefused(answer) else { return giveUp(order, attempt) }
        guard let id = answer.sessionID else { return true }
        change(order.orderID) { entry in
            if entry.order.sessionID == nil { entry.order.sessionID = id }
        }
        if has(.confirmsBeforeWebhook) { confirm(id, of: order.orderID) }
        return true
    }

    /// What follows when nobody knows what became of the start: nothing, as the webhook will tell.
    private func goOn(without order: PartnerOrder, _ attempt: Int) -> Bool {
        let isAgain = has(.startsAgainAfterLostAnswer) || has(.repeatsAndBooksFailure)
        if isAgain, attempt == 1 { return pay(order, attempt: 2) }
        if has(.booksLostAnswersAsFailed) { change(order.orderID) { $0.state = .failed } }
        return true
    }

    private func giveUp(_ order: PartnerOrder, _ attempt: Int) -> Bool {
        if has(.startsAgainWhenRefused) || has(.readsDescriptions), attempt == 1 { return pay(order, attempt: 2) }
        if !has(.keepsRefusedPending) { change(order.orderID) { $0.state = .failed } }
        return false
    }

    /// Whether the bank says that it had the call before: the payout is on its way then (IDEMPOTENCY.NOT_A_FAILURE).
    private func isRepeat(_ answer: BankAnswer) -> Bool {
        if has(.takesRepeatsForFailures) || has(.repeatsAndBooksFailure) { return false }
        if has(.readsDescriptions) { return answer.description.containsText("already in progress") }
        return answer.errorCode == "idempotency_key_already_exists"
    }

    private func isRefused(_ answer: BankAnswer) -> Bool {
        if has(.readsHTTPStatusOnly) { return answer.status != 200 }
        if has(.readsStatusMemberOnly) { return answer.statusMember == "error" }
        return answer.errorCode != nil || answer.statusMember != "ok"
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
            var answer = call(.confirm, sessionID)
            if answer == nil, has(.booksWrongStateAsFailed) {
                answer = call(.confirm, sessionID)
                if answer?.errorCode == "session_wrong_state" { change(orderID) { $0.state = .failed } }
            }
            let isRefused = answer.map { self.isRefused($0) && $0.errorCode != "session_wrong_state" } ?? false
            if has(.booksAtOnce) { change(orderID) { ($0.state, $0.paid) = (.paid, $0.order.amount) } }
            change(orderID) { entry in
                guard entry.stage == .confirming else { return }
                // A refusal that is not about the state leaves the payout to wait; the bank tells again.
                entry.stage = isRefused && !has(.forgetsRefusedConfirmations) ? .waiting : .confirmed
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
