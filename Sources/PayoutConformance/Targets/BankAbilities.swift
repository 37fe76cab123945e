public import PayoutContract

/// What a bank under test can be made to do; what is not listed is not applicable.
public struct BankAbilities: Hashable, Sendable {
    /// A card to pay to.
    public enum Instrument: Hashable, Sendable {
        /// A hash that the widget gave earlier.
        case numberHash(String)
        /// A card number that is typed into the stand-in of the widget; only for test banks that have one.
        case cardNumber(String)
    }

    /// A payout that the bank accepts and that fails after it was confirmed.
    public struct Failure: Hashable, Sendable {
        /// What makes it fail.
        public enum Trigger: Hashable, Sendable {
            /// A payout to this card.
            case instrument(Instrument)
            /// A payout of this amount, in minor units.
            case amount(Int64)
        }

        /// What makes it fail.
        public var trigger: Trigger
        /// The code that the bank gives as the reason.
        public var errorCode: String

        /// Creates a trigger.
        public init(trigger: Trigger, errorCode: String) {
            self.trigger = trigger
            self.errorCode = errorCode
        }
    }

    /// A stand-in for the widget, which needs no browser.
    public struct WidgetStandIn: Hashable, Sendable {
        /// The path that takes `{"public_token","card_number"}` and answers `{"number_hash"}`.
        public var path: String
        /// A card number whose payouts succeed.
        public var cardNumber: String

        /// Creates a description of a stand-in.
        public init(path: String, cardNumber: String) {
            self.path = path
            self.cardNumber = cardNumber
        }
    }

    /// The versions of the API that the bank has.
    public var versions: Set<APIVersion>
    /// The stand-in for the widget; nil when there is only the real widget.
    public var widget: WidgetStandIn?
    /// Cards that payouts reach; cases take turns with them.
    public var successes: [Instrument]
    /// A payout that fails.
    public var failure: Failure?
    /// A card whose payouts are paid, and at once returned by the recipient's bank.
    public var returned: Instrument?
    /// Whether a webhook that is answered with an error is sent again soon.
    public var retriesWebhooks: Bool
    /// Whether `X-PARTNER-IDEMPOTENCY-KEY` is heeded.
    public var heedsIdempotencyKeys: Bool

    /// Creates a list of abilities.
    public init(
        versions: Set<APIVersion> = Set(APIVersion.allCases),
        widget: WidgetStandIn? = nil,
        successes: [Instrument] = [],
        failure: Failure? = nil,
        returned: Instrument? = nil,
        retriesWebhooks: Bool = false,
        heedsIdempotencyKeys: Bool = false
    ) {
        self.versions = versions
        self.widget = widget
        self.successes = successes
        self.failure = failure
        self.returned = returned
        self.retriesWebhooks = retriesWebhooks
        self.heedsIdempotencyKeys = heedsIdempotencyKeys
    }

    /// No ability beyond the contract.
    public static let none = BankAbilities()

    /// What the kit's own sandbox can do: the widget's stand-in, the hash of the bank's page "Payouts with a widget", and
    /// outcomes by the last four digits of the card.
    public static let sandbox = BankAbilities(
        widget: WidgetStandIn(path: "/widget/tokenize", cardNumber: "2200240000014940"),
        successes: [.numberHash("63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09")],
        failure: Failure(
            trigger: .instrument(.cardNumber("2200240000040002")),
            errorCode: "declined_by_issuer_bank"
        ),
        returned: .cardNumber("2200240000040200"),
        retriesWebhooks: true,
        heedsIdempotencyKeys: true
    )

    /// What the demo endpoint is known to do: both versions, and webhooks that are sent again (reference/webhooks).
    ///
    /// No card of it is known; a hash has to come from its widget.
    public static let demo = BankAbilities(retriesWebhooks: true)
}
