import PartnerSignature
import PayoutContract

/// What stands in `changes`: the new state of each entry of the books.
extension EntryWriter {
    func write(_ change: BankChange, to out: inout JSONOutput) {
        out.open()
        switch change {
        case .session(let session): write(session, to: &out)
        case .token(let name, let token): write(name, token, to: &out)
        case .card(let name, let card):
            out.open("card")
            out.string("name", name.hexadecimal)
            write(card, to: &out)
            out.close()
        case .idempotencyKey(let name, let expiry):
            out.open("idempotency_key")
            out.string("project", name.project)
            out.string("path", name.path)
            out.string("key", name.key)
            out.number("until", expiry.microseconds)
            out.close()
        }
        out.close()
    }

    private func write(_ name: SHA256Digest, _ token: PublicToken, to out: inout JSONOutput) {
        out.open("token")
        out.string("name", name.hexadecimal)
        out.string("project", token.project)
        out.number("created", token.createdAt.microseconds)
        out.number("expires", token.expiresAt.microseconds)
        out.boolean("card_widget", token.opensCardWidget)
        out.boolean("once", token.servesOnce)
        out.boolean("used", token.isUsed)
        out.close()
    }

    private func write(_ card: MaskedCard, to out: inout JSONOutput) {
        out.string("brand", card.brand)
        out.string("bin", card.bin)
        out.string("last4", card.lastFour)
        out.string("country", card.country)
    }

    private func write(_ session: PayoutSession, to out: inout JSONOutput) {
        out.open("session")
        out.string("id", session.id)
        out.string("project", session.project)
        out.string("api", session.version.rawValue)
        out.number("revision", session.revision)
        out.number("created", session.createdAt.microseconds)
        out.number("updated", session.updatedAt.microseconds)
        out.string("state", session.lifecycle.state.rawValue)
        out.boolean("has_payout", session.lifecycle.hasPayout)
        out.number("returns", session.lifecycle.returnCount)
        if let code = session.lifecycle.cancellationCode { out.string("cancellation", code) }
        out.open("terms")
        write(session.terms, to: &out)
        out.close()
        out.open("payouts", "[")
        for payout in session.payouts { write(payout, to: &out) }
        out.close("]")
        if let fault = session.fault { out.fault(fault) }
        if let pending = session.pending {
            out.open("pending")
            out.string("step", pending.step.rawValue)
            out.number("due", pending.due.microseconds)
            out.close()
        }
        out.close()
    }

    private func write(_ terms: PayoutTerms, to out: inout JSONOutput) {
        if let instrument = terms.instrument {
            out.open("instrument")
            switch instrument {
            case .cardHash(let digest): out.string("hash", digest.hexadecimal)
            case .cardToken(let token): out.string("token", token)
            case .card(let card): write(card, to: &out)
            case .echoed(let instrument): write(instrument, to: &out)
            }
            out.close()
        }
        if let amount = terms.amount { write(amount, to: &out) }
        base64("participants", terms.participants, to: &out)
        base64("customer", terms.customer, to: &out)
        base64("fiscalization", terms.fiscalization, to: &out)
        base64("metadata", terms.metadata, to: &out)
    }

    private func write(_ payout: Payout, to out: inout JSONOutput) {
        out.open()
        out.string("id", payout.id)
        out.number("created", payout.createdAt.microseconds)
        if let finishedAt = payout.finishedAt { out.number("finished", finishedAt.microseconds) }
        out.open("instrument")
        switch payout.instrument {
        case .card(let card): write(card, to: &out)
        case .echoed(let instrument): write(instrument, to: &out)
        }
        out.close()
        write(payout.amount, to: &out)
        base64("participants", payout.participants, to: &out)
        base64("customer", payout.customer, to: &out)
        base64("fiscalization", payout.fiscalization, to: &out)
        base64("metadata", payout.metadata, to: &out)
        out.open("course")
        write(payout.course, to: &out)
        out.close()
        if let refund = payout.refund {
            out.open("refund")
            out.string("id", refund.id)
            out.number("created", refund.createdAt.microseconds)
            out.close()
        }
        out.close()
    }

    private func write(_ amount: Money, to out: inout JSONOutput) {
        out.string("amount", amount.digits)
        out.string("currency", amount.currency)
    }

    private func write(_ instrument: EchoedInstrument, to out: inout JSONOutput) {
        out.string("type", instrument.type)
        base64("body", instrument.body, to: &out)
        out.boolean("russian_account", instrument.isRussianAccount)
    }

    private func write(_ course: PayoutCourse, to out: inout JSONOutput) {
        out.string("name", course.name)
        if let code = course.errorCode { out.string("code", code) }
        if case .lateSuccess(_, let atOnce) = course { out.boolean("at_once", atOnce) }
    }
}

extension PayoutCourse {
    /// The course as a word for records.
    var name: String {
        switch self {
        case .success: "success"
        case .failure: "failure"
        case .earlyRefusal: "early_refusal"
        case .refusedAtStart: "refused_at_start"
        case .lateSuccess: "late_success"
        case .returned: "returned"
        case .confirmTimeout: "confirm_timeout"
        case .stuck: "stuck"
        }
    }
}
