public import PayoutContract

/// How the bank behaves towards one project: everything that its pages leave open, or that its manager switches.
///
/// The defaults are those of the kit; ``BehaviourSwitch/all`` names each member for the command line and for files.
public struct BankBehaviour: Hashable, Sendable {
    /// Which HTTP status goes with a refusal; the bank documents none.
    public enum ErrorStatus: String, CaseIterable, Hashable, Sendable {
        /// 400, 401 for project and signature, 403 for rights, 500 for faults of the bank.
        case byKind = "by_kind"
        /// 400 for every refusal.
        case always400 = "400"
        /// 200 for every refusal: only the body tells.
        case always200 = "200"
    }

    /// What is around the error of a refusal.
    public enum ErrorEnvelope: String, CaseIterable, Hashable, Sendable {
        /// `{"status":"error","error":{...}}`.
        case full
        /// `{"error":{...}}`, as in a test of the official SDK.
        case bare
    }

    /// Who confirms a payout.
    public enum Confirmation: String, CaseIterable, Hashable, Sendable {
        /// The bank sends `ready_to_confirm` and waits.
        case partner
        /// The bank confirms by itself and sends no `ready_to_confirm` (payouts/payout-pcidss-simple).
        case automatic
    }

    /// Whether a failed payout may still be paid.
    public enum Failures: String, CaseIterable, Hashable, Sendable {
        /// Only where the outcome's trigger says so.
        case byTrigger = "by_trigger"
        /// Every session in `error` is corrected to a success later.
        case corrected
    }

    /// Which paid payouts come back.
    public enum Returns: String, CaseIterable, Hashable, Sendable {
        /// Those whose outcome's trigger says so.
        case byTrigger = "by_trigger"
        /// Every transfer to a Russian bank account.
        case bankAccounts = "bank_accounts"
    }

    /// When the code of a failure is told.
    public enum FailureTime: String, CaseIterable, Hashable, Sendable {
        /// With `payment_finished`.
        case late
        /// In the answer to the call that starts the payout.
        case atOnce = "at_once"
    }

    /// How an object without members is written.
    public enum EmptyObjects: String, CaseIterable, Hashable, Sendable {
        /// `{}`, or left out.
        case object
        /// `[]`, as PHP writes it.
        case array
    }

    /// The case in which the bank writes currency codes.
    public enum CurrencyCase: String, CaseIterable, Hashable, Sendable {
        /// As the partner wrote it.
        case asSent = "as_sent"
        /// `rub`.
        case lower
        /// `RUB`.
        case upper
        /// Upper case in every second session.
        case alternating
    }

    /// Whether a call that is uncertain by the bank's pages is taken.
    public enum Permission: String, CaseIterable, Hashable, Sendable {
        /// `session_wrong_state`.
        case refused
        /// Carried out.
        case accepted
    }

    /// Where the error of a failed payout stands.
    public enum ErrorPlace: String, CaseIterable, Hashable, Sendable {
        /// In the session and in the payout.
        case both
        /// In the payout alone.
        case payout
        /// In the session alone.
        case session
    }

    /// Whose member names a webhook has.
    public enum WebhookVersion: String, CaseIterable, Hashable, Sendable {
        /// Those of the call that created the session.
        case ofSession = "of_session"
        /// Those of API v1.
        case v1
        /// Those of API v2.
        case v2
    }

    /// What is done with a request that breaks a rule which the bank tolerates: lenient accepts it with a finding.
    public var profile: Profile = .lenient
    /// Which HTTP status goes with a refusal.
    public var errorStatus: ErrorStatus = .byKind
    /// What is around the error of a refusal.
    public var errorEnvelope: ErrorEnvelope = .full
    /// Whether `X-PARTNER-IDEMPOTENCY-KEY` is heeded.
    public var idempotencyKeys = true
    /// How long a used idempotency key is remembered.
    public var idempotencyLifetime: Duration = .seconds(24 * 60 * 60)
    /// Whether a public token serves once.
    public var tokenSingleUse = true
    /// How long a public token lives.
    public var tokenLifetime: Duration = .seconds(24 * 60 * 60)
    /// How long the bank takes for its own steps, and how long it waits.
    public var timing = SandboxTiming()
    /// Who confirms a payout.
    public var confirmation: Confirmation = .partner
    /// Whether a failed payout may still be paid.
    public var failures: Failures = .byTrigger
    /// Which paid payouts come back.
    public var returns: Returns = .byTrigger
    /// When the code of a failure is told.
    public var failureTime: FailureTime = .late
    /// The fee in minor units that each payout tells in `amounts`; nil leaves `amounts` out.
    public var fee: Int?
    /// Whether finished payouts have `transaction_info`.
    public var transactionInfo = false
    /// How an object without members is written.
    public var emptyObjects: EmptyObjects = .object
    /// The case in which the bank writes currency codes.
    public var currencyCase: CurrencyCase = .asSent
    /// How many payouts each start puts into the session's list.
    public var payoutsInList = 1
    /// A second `session/start/payout` in a session that runs.
    public var secondStart: Permission = .refused
    /// `session/cancel` before `ready_to_confirm`.
    public var earlyCancel: Permission = .refused
    /// Whether `payment_finished` follows `session/cancel`.
    public var cancelWebhook = true
    /// Where the error of a failed payout stands.
    public var errorPlace: ErrorPlace = .both
    /// Whether answers and webhooks have members that no page of the bank names.
    public var unknownMembers = false
    /// Whose member names a webhook has.
    public var webhookVersion: WebhookVersion = .ofSession

    /// Creates the behaviour of defaults.
    public init() {}
}
