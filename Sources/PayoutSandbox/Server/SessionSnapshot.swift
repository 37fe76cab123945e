public import PayoutContract

/// A session as it stood when it was asked for.
public struct SessionSnapshot: Hashable, Sendable, Identifiable {
    /// The id, `ps_` and digits.
    public let id: String
    /// The project that it belongs to.
    public let project: String
    /// The version of the call that created it.
    public let version: APIVersion
    /// Its place in the lifecycle.
    public let state: SessionLifecycle.State
    /// The status of the session as the bank writes it.
    public let status: String
    /// The status of the payout as the bank writes it, nil when there is none.
    public let payoutStatus: String?
    /// `confirm` while the bank waits for the partner.
    public let nextAction: String?
    /// The id of the payout, `po_` and digits, nil when there is none.
    public let payoutID: String?
    /// The error code in session and payout, nil when there is none.
    public let errorCode: String?
    /// When it was created.
    public let createdAt: SandboxInstant
    /// When it last changed.
    public let updatedAt: SandboxInstant

    init(_ session: PayoutSession) {
        let standing = session.standing
        id = session.id
        project = session.project
        version = session.version
        state = session.lifecycle.state
        status = standing.session
        payoutStatus = standing.payout
        nextAction = standing.nextAction
        payoutID = session.payout?.id
        errorCode = session.fault?.code.rawValue
        createdAt = session.createdAt
        updatedAt = session.updatedAt
    }
}
