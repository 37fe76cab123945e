public import StrictJSON

/// A session as the bank wrote it, read without judging: what is absent or of another type is nil.
public struct SessionView: Sendable {
    /// The object.
    public let value: JSONValue

    /// Creates a view of the value of a member `session`.
    public init(_ value: JSONValue) {
        self.value = value
    }

    /// `id`.
    public var id: String? { value["id"]?.string }
    /// `status`.
    public var status: String? { value["status"]?.string }
    /// `next_action`.
    public var nextAction: String? { value["next_action"]?.string }

    /// The payouts: `payments` in v1, `payout_list` in v2.
    public var payouts: [PayoutView] {
        let list = value["payments"] ?? value["payout_list"]
        return list?.elements.map(PayoutView.init) ?? []
    }
}

/// A payout as the bank wrote it, read without judging.
public struct PayoutView: Sendable {
    /// The object.
    public let value: JSONValue

    /// Creates a view of one item of the payouts of a session.
    public init(_ value: JSONValue) {
        self.value = value
    }

    /// `id`.
    public var id: String? { value["id"]?.string }
    /// `status`.
    public var status: String? { value["status"]?.string }
    /// `error.code`.
    public var errorCode: String? { value["error"]?["code"]?.string }
}
