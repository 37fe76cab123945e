import PartnerSignature
import PayoutContract

/// Writes a session with its payouts under the member names of one version.
struct SessionWriter {
    private let behaviour: BankBehaviour
    private let names: WireNames

    init(_ behaviour: BankBehaviour, _ version: APIVersion) {
        self.behaviour = behaviour
        names = WireNames(version)
    }

    func write(_ session: PayoutSession, _ standing: PayoutSession.Standing, to out: inout JSONOutput) {
        out.open("session")
        out.string("id", session.id)
        out.string("status", standing.session)
        out.moment("created_at", session.createdAt)
        out.moment("updated_at", session.updatedAt)
        if let action = standing.nextAction { out.string("next_action", action) }
        if let status = standing.payout {
            out.open(names.payouts, "[")
            for payout in session.payouts { write(payout, of: session, status, to: &out) }
            out.close("]")
        }
        if let fault = session.fault, behaviour.errorPlace != .payout { out.fault(fault) }
        if behaviour.unknownMembers {
            out.open("actions")
            out.moment("sandbox", session.updatedAt)
            out.close()
        }
        out.close()
    }

    private func write(_ payout: Payout, of session: PayoutSession, _ status: String, to out: inout JSONOutput) {
        out.open()
        out.string("id", payout.id)
        out.string("status", status)
        out.moment("created_at", payout.createdAt)
        if let finishedAt = payout.finishedAt { out.moment("finished_at", finishedAt) }
        write(payout.instrument, to: &out)
        object("participant_details", payout.participants, to: &out)
        write(payout.amount, of: session, to: &out)
        writeFee(of: payout, session, to: &out)
        object("customer", payout.customer, to: &out)
        if let fiscalization = payout.fiscalization { object("fiscalization_details", fiscalization, to: &out) }
        if let metadata = payout.metadata { out.raw("metadata", metadata) }
        if let refund = payout.refund { write(refund, of: payout, session, to: &out) }
        if payout.finishedAt != nil, behaviour.transactionInfo { writeTransactionInfo(of: payout, to: &out) }
        if let fault = session.fault, behaviour.errorPlace != .session { out.fault(fault) }
        if behaviour.unknownMembers { out.string("sandbox_unknown_member", "payout") }
        out.close()
    }

    private func write(_ instrument: Instrument, to out: inout JSONOutput) {
        out.open(names.instrument)
        switch instrument {
        case .card(let card):
            out.string("type", "card")
            out.open("card")
            out.string("last4", card.lastFour)
            out.string("brand", card.brand)
            out.string("bin", card.bin)
            out.string("country_iso3", card.country)
            out.close()
        case .echoed(let instrument):
            out.string("type", instrument.type)
            out.name(instrument.type)
            out.value(withArrays(instrument.body))
        }
        out.close()
    }

    private func write(_ amount: Money, of session: PayoutSession, to out: inout JSONOutput) {
        out.open("amount_details")
        out.raw("amount", amount.digits.utf8)
        out.string("currency", currency(amount, session))
        out.close()
    }

    private func currency(_ amount: Money, _ session: PayoutSession) -> String {
        switch behaviour.currencyCase {
        case .asSent: amount.currency
        case .lower: amount.currency.lowercased()
        case .upper: amount.currency.uppercased()
        case .alternating: session.hasEvenID ? amount.currency.uppercased() : amount.currency
        }
    }

    private func writeFee(of payout: Payout, _ session: PayoutSession, to out: inout JSONOutput) {
        guard let fee = behaviour.fee else { return }
        out.open("amounts")
        out.open("fee")
        out.open("merchant_fee")
        out.raw("amount", String(fee).utf8)
        // The documentation writes the currency of fees in upper case.
        out.string("currency", behaviour.currencyCase == .lower ? "rub" : payout.amount.currency.uppercased())
        out.close()
        out.close()
        out.close()
    }

    /// Figures that look like those of an acquirer, the same for the same payout.
    private func writeTransactionInfo(of payout: Payout, to out: inout JSONOutput) {
        let digest = SHA256Digest(of: Array(payout.id.utf8)).bytes
        func digits(_ bytes: ArraySlice<UInt8>) -> String {
            String(decoding: bytes.map { 0x30 + $0 % 10 }, as: UTF8.self)
        }
        out.open("transaction_info")
        out.string("rrn", digits(digest[0..<12]))
        out.string("auth_code", digits(digest[12..<18]))
        out.close()
    }

    private func write(_ refund: Refund, of payout: Payout, _ session: PayoutSession, to out: inout JSONOutput) {
        out.open("refunds", "[")
        out.open()
        out.string("id", refund.id)
        out.string("status", "accepted")
        out.moment("created_at", refund.createdAt)
        out.moment("finished_at", refund.createdAt)
        write(payout.amount, of: session, to: &out)
        out.close()
        out.close("]")
    }

    // MARK: Empty objects

    /// An object of the partner's; one that was not sent is left out, or `[]` where the bank writes as PHP does.
    private func object(_ name: StaticString, _ bytes: [UInt8]?, to out: inout JSONOutput) {
        if let bytes {
            out.raw(name, withArrays(bytes))
        } else if behaviour.emptyObjects == .array {
            out.raw(name, "[]".utf8)
        }
    }

    private func withArrays(_ bytes: [UInt8]) -> [UInt8] {
        behaviour.emptyObjects == .array ? PHPObjects.emptyAsArrays(bytes) : bytes
    }
}

extension PayoutSession {
    fileprivate var hasEvenID: Bool { (id.utf8.last ?? 0) % 2 == 0 }
}
