/// A flow of one session: steps in their order, from a session that does not exist yet.
public struct SequenceCase: Hashable, Sendable {
    /// One step of a flow.
    public struct Step: Hashable, Sendable {
        /// Who acts.
        public enum Action: Hashable, Sendable {
            /// The partner calls the operation with this path for the session.
            case request(String)
            /// The partner calls the operation with this path for a session that does not exist.
            case requestForUnknownSession(String)
            /// The bank, or time, does this.
            case event(String)
        }

        /// Who acts, and how.
        public let action: Action
        /// The error code of a step that is refused; nil for a legal one.
        public let error: String?
        /// The state of the lifecycle after the step; nil when no session is concerned.
        public let state: String?
        /// The member `status` of the session after the step; nil when no session is concerned.
        public let sessionStatus: String?
        /// The member `status` of the payout after the step; nil while there is none.
        public let payoutStatus: String?
        /// The member `next_action` of the session after the step; nil when it is absent.
        public let nextAction: String?
        /// The type of the webhook that the step causes; nil for none.
        public let webhook: String?
    }

    /// The version of the API: `v1` or `v2`.
    public let api: String
    /// The steps in their order; at least one.
    public let steps: [Step]
}
