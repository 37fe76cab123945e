import PayoutContract

/// The member names that differ between the versions of the API; every other name is the same in both.
struct WireNames: Sendable {
    /// The list of payouts in a session.
    let payouts: StaticString
    /// The instrument of a payout, in requests and in sessions.
    let instrument: StaticString

    init(_ version: APIVersion) {
        switch version {
        case .v1:
            payouts = "payments"
            instrument = "payment_method"
        case .v2:
            payouts = "payout_list"
            instrument = "payout_details"
        }
    }
}
