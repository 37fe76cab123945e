/// A flow of one session: steps in their order, from a session that does not exist yet.
///
/// A flow that starts with neither `session/create` nor `session/init/payout` is about a session that does not exist.
public struct SequenceCase: Hashable, Sendable {
    /// One step of a flow.
    public struct Step: Hashable, Sendable {
        /// Who acts.
        public enum Action: Hashable, Sendable {
            /// The partner calls the operation with this path.
            case request(String)
            /// The bank, or time, does this.
            case event(String)
            /// The webhook of an earlier step, counted from 1, comes: once more, or late.
            case delivery(ofStep: Int)
        }

        /// What has to become of a step.
        public enum Outcome: Hashable, Sendable {
            /// The step is legal and leads to this state.
            case state(String)
            /// The step is refused with this error code, and the state stays.
            case error(String)
        }

        /// Who acts, and how.
        public let action: Action
        /// Whether the webhook of an event comes at once; where it does not, a later delivery brings it, or nothing does.
        public let isDelivered: Bool
        /// What has to become of it.
        public let outcome: Outcome
    }

    /// The steps in their order; at least one.
    public let steps: [Step]
    /// The rule that a refused step breaks; nil when every step is legal.
    public let brokenRule: RuleID?
}
