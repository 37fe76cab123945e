import HTTPWire
import PayoutContract
import StrictJSON
import Synchronization

extension ReferenceShop {
    /// Takes a webhook: verifies, books, answers, and only then calls the bank.
    func receive(_ request: HTTPRequest) -> HTTPReply {
        if has(.hangsOnWebhooks) { return .later(HTTPReplyPromise(timeout: .seconds(60))) }
        if has(.closesOnWebhooks) { return HTTPReply(HTTPResponse(status: 200), fault: .dropConnection) }
        let document = try? JSONDocument(parsing: request.body)
        if has(.booksForgeries), let document { book(document) }
        guard isTrusted(request, document) else {
            if has(.keepsAwayAfterForgeries) { isBroken.store(true, ordering: .releasing) }
            return HTTPReply(HTTPResponse(status: has(.answersForgeriesWith500) ? 500 : 401))
        }
        guard let document, document.root.kind == .object else { return HTTPReply(HTTPResponse(status: 400)) }
        if let status = brokenStatus(document) { return HTTPReply(HTTPResponse(status: status)) }
        book(document)
        react(to: document)
        return HTTPReply(HTTPResponse(status: usualStatus))
    }

    private var usualStatus: Int {
        if has(.answers204) { return 204 }
        if has(.answers302) { return 302 }
        return has(.answers500) || isBroken.load(ordering: .acquiring) ? 500 : 200
    }

    private func isTrusted(_ request: HTTPRequest, _ document: JSONDocument?) -> Bool {
        var signatures = request.headers.all(PartnerHeader.signature)
        if has(.wantsAnotherHeader) {
            signatures = request.headers.fields.filter { $0.name.utf8.elementsEqual("X-PARTNER-SIGN".utf8) }
                .map(\.value)
        }
        if has(.trustsUnsigned), signatures.allSatisfy(\.isEmpty) { return true }
        guard signatures.count == 1 else { return false }
        if has(.trustsEverySignature) { return !signatures[0].isEmpty }
        if has(.trustsTampered) { return signatures[0].utf8.count > 300 }
        var body = request.body
        if has(.verifiesAnew), let document { body = JSONWriter().write(JSONTree(document.root)) }
        return (try? reference.verify(signatures[0], over: body, publicKeyPEM: bankKeyPEM)) == true
    }

    /// What a broken shop answers to a webhook that it can't read.
    private func brokenStatus(_ document: JSONDocument) -> Int? {
        guard !faults.isEmpty else { return nil }
        let type = document.root["type"]?.string ?? ""
        let session = document.root["session"]
        let payouts = session.map(SessionView.init)?.payouts ?? []
        let isKnown = ["ready_to_confirm", "payment_finished", "payment_refunded"].contains(type)
        let entry = session?["id"]?.string
            .flatMap { id in books.withLock { $0.values.first { $0.order.sessionID == id } } }
        if has(.failsOnUnknownTypes), !isKnown { return 500 }
        if has(.takesReadyOnly), type != "ready_to_confirm" { return 404 }
        if has(.failsOnUnknownMembers), Array(document.root.members).count > 2 { return 400 }
        if has(.failsOnSeveralPayouts), payouts.count > 1 { return 500 }
        if has(.failsOnEmptyLists), payouts.isEmpty { return 500 }
        if has(.wantsCustomerObject), payouts.contains(where: { $0.value["customer"]?.kind == .array }) { return 500 }
        if has(.failsOnRepeatedWebhooks), entry?.stage == .finished, entry?.state == .paid { return 500 }
        if has(.wantsAnswerFirst), entry == nil { return 500 }
        return nil
    }

    /// Enters into the books what a webhook says of a payout.
    private func book(_ document: JSONDocument) {
        guard let session = document.root["session"].map(SessionView.init), let order = order(of: session) else {
            return
        }
        switch document.root["type"]?.string {
        case "payment_finished":
            change(order.orderID) { entry in
                guard !(has(.keepsErrors) && entry.state == .failed),
                    !(has(.forgetsCancelling) && session.status == "cancelled")
                else { return }
                let before = entry.paid
                entry.finish(session)
                if has(.booksByType) { (entry.state, entry.paid) = (.paid, entry.order.amount) }
                if has(.booksTwice) { entry.paid = before + entry.order.amount }
            }
        case "payment_refunded" where !has(.forgetsReturns):
            change(order.orderID) { $0.refund(session) }
        case "ready_to_confirm" where has(.reopensPaid):
            change(order.orderID) { $0.state = .pending }
        default:
            break
        }
    }

    /// The order that a session pays: by the session, or by the metadata while the answer to the start is not there.
    private func order(of session: SessionView) -> PartnerOrder? {
        guard let id = session.id else { return nil }
        return books.withLock { books in
            if let entry = books.values.first(where: { $0.order.sessionID == id }) { return entry.order }
            guard !has(.wantsAnswerFirst), let metadata = session.payouts.first?.value["metadata"].map(JSONTree.init),
                var entry = books.values.first(where: {
                    $0.order.sessionID == nil && metadata.isEcho(of: $0.order.metadata)
                })
            else { return nil }
            entry.order.sessionID = id
            books[entry.order.orderID] = entry
            return entry.order
        }
    }

    private func react(to document: JSONDocument) {
        guard let session = document.root["session"].map(SessionView.init), let id = session.id else { return }
        let type = document.root["type"]?.string
        guard let order = order(of: session) else {
            if has(.confirmsUnknownSessions), type == "ready_to_confirm" { beside { self.call(.confirm, id) } }
            return
        }
        if type == "payment_finished" {
            payAgain(order, session)
            if has(.cancelsFinished) { beside { self.call(.cancel, id) } }
            if has(.refundsFailed), session.payouts.first?.status == "failed" { beside { self.refund(id) } }
        }
        if has(.confirmsRefused), session.payouts.first?.status == "failed" { beside { self.call(.confirm, id) } }
        guard type == "ready_to_confirm" || has(.actsOnUnfinishedLists) else { return }
        guard let action = action(for: order, session) else { return }
        let follow: @Sendable () -> Void = {
            action == .confirm ? self.confirm(id, of: order.orderID) : { _ = self.call(.cancel, id) }()
        }
        has(.callsBeforeAnswering) ? follow() : beside(follow)
    }

    private func payAgain(_ order: PartnerOrder, _ session: SessionView) {
        let hasFailed = session.payouts.first?.status == "failed"
        let isAgain = has(.paysAgainAfterFailure) && hasFailed || has(.paysAgainAfterError) && session.status == "error"
        guard isAgain, books.withLock({ $0[order.orderID]?.order.sessionID }) == session.id else { return }
        beside { self.pay(order, attempt: 2) }
    }

    /// What to do about a session that waits for a word; nil for nothing.
    ///
    /// The stage is changed in the same breath, so that of several webhooks at once one acts.
    private func action(for order: PartnerOrder, _ session: SessionView) -> WebhookReaction.Action? {
        books.withLock { books in
            guard var entry = books[order.orderID], !has(.neverConfirms) else { return nil }
            let waits = entry.stage == .waiting || (has(.confirmsFinished) && entry.stage == .finished)
            guard waits || has(.confirmsEveryDelivery) else { return nil }
            let isWanted = !entry.isUnwanted && !has(.cancelsEverything) && isMatch(entry.order, session)
            entry.stage = isWanted ? .confirming : .cancelling
            books[order.orderID] = entry
            return isWanted ? .confirm : .cancel
        }
    }

    /// Whether the webhook shows the order; a broken shop overlooks what differs.
    private func isMatch(_ order: PartnerOrder, _ session: SessionView) -> Bool {
        guard !has(.actsOnUnfinishedLists) else { return true }
        let payout = session.payouts.first?.value
        if has(.readsOneVersion), session.value[order.api == .v1 ? "payments" : "payout_list"] == nil { return false }
        var seen = order
        let instrument = payout?["payment_method"] ?? payout?["payout_details"]
        if has(.readsAmountOfInstrument), instrument?["card"]?["amount"]?.number?.int64 == order.amount { return true }
        if has(.ignoresAmounts), let amount = payout?["amount_details"]?["amount"]?.number?.int64 {
            seen.amount = amount
        }
        if has(.ignoresCurrencies), let code = payout?["amount_details"]?["currency"]?.string { seen.currency = code }
        if has(.ignoresRecipients), let name = payout?["participant_details"]?["recipient"]?["full_name"]?.string {
            seen.recipientFullName = name
        }
        if has(.comparesCurrenciesByCase),
            payout?["amount_details"]?["currency"]?.string?.utf8.elementsEqual(order.currency.utf8) != true
        {
            return false
        }
        return seen.matches(session)
    }
}
