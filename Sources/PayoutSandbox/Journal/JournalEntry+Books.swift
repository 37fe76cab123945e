import PartnerSignature
import PayoutContract
import StrictJSON

/// Reads what `EntryWriter` wrote into `changes`.
extension JournalEntry {
    func change() throws(EntryFault) -> BankChange {
        if let session = optional("session") { return .session(try session.session()) }
        if let token = optional("token") { return .token(try token.digest("name"), try token.token()) }
        if let card = optional("card") { return .card(try card.digest("name"), try card.card()) }
        let key = try object("idempotency_key")
        let name = IdempotencyKeys.Name(
            project: try key.text("project"),
            path: try key.text("path"),
            key: try key.text("key")
        )
        return .idempotencyKey(name, until: try key.moment("until"))
    }

    func letter() throws(EntryFault) -> Letter {
        guard let type = WebhookType(name: try text("type")), let body = try bytes("body_base64") else {
            throw EntryFault(name: "type")
        }
        return Letter(
            number: try integer("letter"),
            type: type,
            project: try text("project"),
            sessionID: try text("session_id"),
            body: body,
            due: try moment("due")
        )
    }

    private func token() throws(EntryFault) -> PublicToken {
        PublicToken(
            project: try text("project"),
            createdAt: try moment("created"),
            expiresAt: try moment("expires"),
            opensCardWidget: try flag("card_widget"),
            servesOnce: try flag("once"),
            isUsed: try flag("used")
        )
    }

    private func card() throws(EntryFault) -> MaskedCard {
        MaskedCard(
            brand: try text("brand"),
            bin: try text("bin"),
            lastFour: try text("last4"),
            country: try text("country")
        )
    }

    private func session() throws(EntryFault) -> PayoutSession {
        var session = PayoutSession(
            id: try text("id"),
            project: try text("project"),
            version: try choice("api"),
            createdAt: try moment("created"),
            updatedAt: try moment("updated"),
            lifecycle: SessionLifecycle(
                state: try choice("state"),
                hasPayout: try flag("has_payout"),
                returnCount: try integer("returns"),
                cancellationCode: value["cancellation"]?.string
            ),
            terms: try object("terms").terms()
        )
        for payout in try list("payouts") { session.payouts.append(try payout.payout()) }
        if let fault = optional("error") {
            session.fault = BankFault(
                code: ErrorCode(try fault.text("code")),
                description: try fault.text("description")
            )
        }
        if let pending = optional("pending") {
            session.pending = PendingStep(step: try pending.choice("step"), due: try pending.moment("due"))
        }
        session.revision = try integer("revision")
        return session
    }

    private func terms() throws(EntryFault) -> PayoutTerms {
        PayoutTerms(
            instrument: try optional("instrument")?.requestedInstrument(),
            amount: try amount(),
            participants: try json("participants"),
            customer: try json("customer"),
            fiscalization: try json("fiscalization"),
            metadata: try json("metadata")
        )
    }

    private func requestedInstrument() throws(EntryFault) -> RequestedInstrument {
        if value["hash"] != nil { return .cardHash(try digest("hash")) }
        if value["token"] != nil { return .cardToken(try text("token")) }
        return switch try instrument() {
        case .card(let card): .card(card)
        case .echoed(let instrument): .echoed(instrument)
        }
    }

    private func instrument() throws(EntryFault) -> Instrument {
        guard value["type"] != nil else { return .card(try card()) }
        return .echoed(
            EchoedInstrument(
                type: try text("type"),
                body: try json("body") ?? Array("{}".utf8),
                isRussianAccount: try flag("russian_account")
            )
        )
    }

    private func amount() throws(EntryFault) -> Money? {
        guard value["amount"] != nil else { return nil }
        return Money(digits: try text("amount"), currency: try text("currency"))
    }

    private func payout() throws(EntryFault) -> Payout {
        guard let amount = try amount() else { throw EntryFault(name: "amount") }
        var payout = Payout(
            id: try text("id"),
            createdAt: try moment("created"),
            finishedAt: value["finished"] == nil ? nil : try moment("finished"),
            instrument: try object("instrument").instrument(),
            amount: amount,
            participants: try json("participants"),
            customer: try json("customer"),
            fiscalization: try json("fiscalization"),
            metadata: try json("metadata"),
            course: try object("course").course()
        )
        if let refund = optional("refund") {
            payout.refund = Refund(id: try refund.text("id"), createdAt: try refund.moment("created"))
        }
        return payout
    }

    private func course() throws(EntryFault) -> PayoutCourse {
        switch try text("name") {
        case "success": .success
        case "failure": .failure(code: try text("code"))
        case "early_refusal": .earlyRefusal(code: try text("code"))
        case "refused_at_start": .refusedAtStart(code: try text("code"))
        case "late_success": .lateSuccess(code: try text("code"), atOnce: try flag("at_once"))
        case "returned": .returned
        case "confirm_timeout": .confirmTimeout
        case "stuck": .stuck
        default: throw EntryFault(name: "name")
        }
    }
}
