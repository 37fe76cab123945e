/// A version of the payout API, as the part of the URL after `/api/` names it.
///
/// Both versions are in use for the same flow; they differ in a few member names (the official PHP SDK 2.10.7, session API).
public enum APIVersion: String, CaseIterable, Hashable, Sendable {
    /// API v1: the instrument is `payment_method`, payouts are listed in `payments`.
    case v1
    /// API v2: the instrument is `payout_details`, payouts are listed in `payout_list`.
    case v2

    /// The other version, for hints about names that belong there.
    public var other: APIVersion { self == .v1 ? .v2 : .v1 }
}
