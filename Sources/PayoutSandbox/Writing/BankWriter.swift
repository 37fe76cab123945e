import PartnerSignature
import PayoutContract

/// Writes what the bank says to one project.
///
/// Members that have no value are left out, never null: nulls break the official PHP SDK.
struct BankWriter {
    private let behaviour: BankBehaviour

    init(_ behaviour: BankBehaviour) {
        self.behaviour = behaviour
    }

    func answer(_ reply: Bank.Reply) -> [UInt8] {
        var out = JSONOutput()
        out.open()
        out.string("status", "ok")
        switch reply {
        case .token(let token):
            out.string("public_token", token)
        case .cardInfo(let name, let card):
            write(card, called: name, to: &out)
        case .tokenInfo(let token, let text, let isActive):
            out.open("info")
            out.string("token", text)
            out.moment("created_at", token.createdAt)
            out.moment("finished_at", token.expiresAt)
            out.boolean("is_active", isActive)
            out.close()
        case .session(let session, let standing):
            SessionWriter(behaviour, session.version).write(session, standing, to: &out)
        }
        writeUnknownMember(to: &out)
        out.close()
        return out.bytes
    }

    func answer(_ refusal: Refusal) -> [UInt8] {
        var out = JSONOutput(capacity: 256)
        out.open()
        if behaviour.errorEnvelope == .full { out.string("status", "error") }
        out.fault(BankFault(code: refusal.code, description: refusal.description))
        writeUnknownMember(to: &out)
        out.close()
        return out.bytes
    }

    func webhook(_ type: WebhookType, _ session: PayoutSession) -> [UInt8] {
        let version: APIVersion =
            switch behaviour.webhookVersion {
            case .ofSession: session.version
            case .v1: .v1
            case .v2: .v2
            }
        var out = JSONOutput()
        out.open()
        out.string("type", type.name)
        SessionWriter(behaviour, version).write(session, session.standing, to: &out)
        writeUnknownMember(to: &out)
        out.close()
        return out.bytes
    }

    private func write(_ card: MaskedCard, called name: CardName, to out: inout JSONOutput) {
        out.open("info")
        out.string("type", "card")
        switch name {
        case .numberHash(let hash): out.string("number_hash", hash)
        case .token(let token): out.string("token", token)
        }
        out.string("brand", card.brand)
        out.string("last4", card.lastFour)
        out.string("country_iso3", card.country)
        out.close()
    }

    private func writeUnknownMember(to out: inout JSONOutput) {
        guard behaviour.unknownMembers else { return }
        out.string("sandbox_unknown_member", "a receiver must ignore what it does not know")
    }
}

extension JSONOutput {
    mutating func fault(_ fault: BankFault) {
        open("error")
        string("code", fault.code.rawValue)
        string("description", fault.description)
        close()
    }
}
