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
        /// The card that makes it fail.
        public var instrument: Instrument
        /// The code that the bank gives as the reason.
        public var errorCode: String

        /// Creates a trigger.
        public init(instrument: Instrument, errorCode: String) {
            self.instrument = instrument
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

    /// The stand-in for the widget; nil when there is only the real widget.
    public var widget: WidgetStandIn?
    /// A card that payouts reach.
    public var success: Instrument?
    /// A payout that fails.
    public var failure: Failure?

    /// Creates a list of abilities.
    public init(widget: WidgetStandIn? = nil, success: Instrument? = nil, failure: Failure? = nil) {
        self.widget = widget
        self.success = success
        self.failure = failure
    }

    /// No ability beyond the contract.
    public static let none = BankAbilities()

    /// What the kit's own sandbox can do: the widget's stand-in, the hash of the bank's page "Payouts with a widget", and
    /// outcomes by the last four digits of the card.
    public static let sandbox = BankAbilities(
        widget: WidgetStandIn(path: "/widget/tokenize", cardNumber: "2200240000014940"),
        success: .numberHash("63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"),
        failure: Failure(instrument: .cardNumber("2200240000040002"), errorCode: "declined_by_issuer_bank")
    )
}
