import PayoutContract

/// Writes what the bank says.
///
/// Members that have no value are left out, never null: nulls break the official PHP SDK.
enum BankWriter {
    static func answer(_ reply: Bank.Reply) -> [UInt8] {
        var out = JSONOutput()
        out.open()
        out.string("status", "ok")
        switch reply {
        case .token(let token):
            out.string("public_token", token)
        case .cardInfo(let hash, let card):
            out.open("info")
            out.string("type", "card")
            out.string("number_hash", hash)
            out.string("brand", card.brand)
            out.string("last4", card.lastFour)
            out.string("country_iso3", card.country)
            out.close()
        case .tokenInfo(let token, let isActive):
            out.open("info")
            out.string("token", token.text)
            out.moment("created_at", token.createdAt)
            out.moment("finished_at", token.expiresAt)
            out.boolean("is_active", isActive)
            out.close()
        case .session(let session, let standing):
            write(session, standing, to: &out)
        }
        out.close()
        return out.bytes
    }

    static func answer(_ refusal: Refusal) -> [UInt8] {
        var out = JSONOutput(capacity: 256)
        out.open()
        out.string("status", "error")
        write(BankFault(code: refusal.code, description: refusal.description), to: &out)
        out.close()
        return out.bytes
    }

    static func webhook(_ type: WebhookType, _ session: PayoutSession) -> [UInt8] {
        var out = JSONOutput()
        out.open()
        out.string("type", type.name)
        write(session, session.standing, to: &out)
        out.close()
        return out.bytes
    }

    // MARK: Parts

    private static func write(
        _ session: PayoutSession,
        _ standing: PayoutSession.Standing,
        to out: inout JSONOutput
    ) {
        let names = WireNames(session.version)
        out.open("session")
        out.string("id", session.id)
        out.string("status", standing.session)
        out.moment("created_at", session.createdAt)
        out.moment("updated_at", session.updatedAt)
        if let action = standing.nextAction { out.string("next_action", action) }
        if let payout = session.payout, let status = standing.payout {
            out.open(names.payouts, "[")
            write(payout, status, names, to: &out)
            out.close("]")
        }
        if let fault = session.fault { write(fault, to: &out) }
        out.close()
    }

    private static func write(
        _ payout: Payout,
        _ status: String,
        _ names: WireNames,
        to out: inout JSONOutput
    ) {
        out.open()
        out.string("id", payout.id)
        out.string("status", status)
        out.moment("created_at", payout.createdAt)
        if let finishedAt = payout.finishedAt { out.moment("finished_at", finishedAt) }
        out.open(names.instrument)
        out.string("type", "card")
        out.open("card")
        out.string("last4", payout.card.lastFour)
        out.string("brand", payout.card.brand)
        out.string("bin", payout.card.bin)
        out.string("country_iso3", payout.card.country)
        out.close()
        out.close()
        out.raw("participant_details", payout.participants)
        out.open("amount_details")
        out.raw("amount", payout.amount.digits.utf8)
        out.string("currency", payout.amount.currency)
        out.close()
        if let customer = payout.customer { out.raw("customer", customer) }
        if let metadata = payout.metadata { out.raw("metadata", metadata) }
        if let fault = payout.fault { write(fault, to: &out) }
        out.close()
    }

    private static func write(_ fault: BankFault, to out: inout JSONOutput) {
        out.open("error")
        out.string("code", fault.code.rawValue)
        out.string("description", fault.description)
        out.close()
    }
}
