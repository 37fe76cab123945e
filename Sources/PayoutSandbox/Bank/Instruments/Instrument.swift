import PartnerSignature

/// Where the money of a payout goes, as a partner names it.
enum RequestedInstrument: Hashable, Sendable {
    /// A card by the hash that the widget gave, of which the books hold the digest.
    case cardHash(SHA256Digest)
    /// A card by a token, of a `tokenized_card` or of a recurring payment.
    case cardToken(String)
    /// A card by its number, of which only this is kept.
    case card(MaskedCard)
    /// Anything that the bank shows as it was named.
    case echoed(EchoedInstrument)
}

/// Where the money of a payout goes, as the bank knows it.
enum Instrument: Hashable, Sendable {
    case card(MaskedCard)
    case echoed(EchoedInstrument)

    /// Whether the recipient's bank may send the money back: payouts/payout-refunds, never by the faster payment system.
    var isReturnable: Bool {
        if case .echoed(let instrument) = self { instrument.isRussianAccount } else { false }
    }
}

/// A bank account, a wallet or a payment to the tax service.
struct EchoedInstrument: Hashable, Sendable {
    /// The member `type`, which names the member that carries the data.
    var type: String
    /// That member as JSON, without nulls and tokens.
    var body: [UInt8]
    var isRussianAccount = false
}
