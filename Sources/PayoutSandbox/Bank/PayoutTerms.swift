/// What a partner says about a payout, in `session/create`, `session/start/payout` or `session/init/payout`.
///
/// Every member may be missing: what is given later overrides what was given before.
struct PayoutTerms: Hashable, Sendable {
    var instrument: RequestedInstrument?
    var amount: Money?
    /// `participant_details` as it was written, without nulls.
    var participants: [UInt8]?
    /// `customer` as it was written, without nulls.
    var customer: [UInt8]?
    /// `fiscalization_details` as it was written, without nulls.
    var fiscalization: [UInt8]?
    /// `metadata`, any JSON value, byte for byte as it was written.
    var metadata: [UInt8]?

    /// These terms with those members of `other` that are given in their place.
    func overridden(by other: PayoutTerms) -> PayoutTerms {
        PayoutTerms(
            instrument: other.instrument ?? instrument,
            amount: other.amount ?? amount,
            participants: other.participants ?? participants,
            customer: other.customer ?? customer,
            fiscalization: other.fiscalization ?? fiscalization,
            metadata: other.metadata ?? metadata
        )
    }
}

/// An amount as the partner wrote it.
struct Money: Hashable, Sendable {
    /// The digits of the amount in minor units; kept as text, so no size of number is lost.
    var digits: String
    /// The code of the currency in the case in which it was written.
    var currency: String
}
