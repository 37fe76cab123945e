import PartnerSignature
import PayoutContract
import StrictJSON

/// Reads `payment_method` of API v1 or `payout_details` of API v2; in the lenient profile either name stands in both.
enum InstrumentReader {
    static func read(_ body: JSONValue, version: APIVersion) throws(Refusal) -> RequestedInstrument? {
        let names = [version, version.other].map { WireNames($0).instrument.description }
        guard let instrument = names.lazy.compactMap({ body.member($0) }).first else { return nil }
        guard let type = instrument.member("type")?.string, let data = instrument.member(type) else {
            throw Refusal(.invalidRequest, "The instrument has no type, or not the member that its type names")
        }
        switch type {
        case "card":
            return try card(data)
        case "recurrent":
            guard let token = data.member("token")?.string else { throw .missing("recurrent.token") }
            return .cardToken(token)
        default:
            let isRussian = type == "bank_account" && data.member("system_type")?.string == "ru"
            return .echoed(EchoedInstrument(type: type, body: Echo.withoutTokens(data), isRussianAccount: isRussian))
        }
    }

    /// The card union of a payout or of `token/info`.
    static func card(_ card: JSONValue) throws(Refusal) -> RequestedInstrument {
        if let hash = card.member("encrypted_card")?.member("number_hash")?.string {
            return .cardHash(Bank.digest(ofName: hash))
        }
        if let token = card.member("tokenized_card")?.member("token")?.string { return .cardToken(token) }
        if let number = card.member("bank_card")?.member("number")?.string {
            do throws(CardNumber.Fault) {
                return .card(try CardNumber(number).masked)
            } catch {
                throw Refusal(ErrorCode("card_number_does_not_exist"), "There is no such card: \(error.sentence)")
            }
        }
        throw Refusal(.invalidRequest, "The card has neither encrypted_card nor tokenized_card nor bank_card")
    }
}
