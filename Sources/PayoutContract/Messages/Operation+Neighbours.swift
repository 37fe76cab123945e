/// The calls beside the payout flow: other accounts, receipts, tokens without the widget, banks and balances.
extension Operation {
    /// Creates a session and starts a payout to a self-employed person, with a receipt (selfemployed/selfemployed-payout).
    public static let initPayoutWithFiscalization = Operation("session/init/payout/fiscalization")
    /// Starts a payout to a self-employed person, with a receipt (the official PHP SDK, `SessionApi`).
    public static let startPayoutWithFiscalization = Operation("session/start/payout/fiscalization")
    /// Creates a session for a payout from a nominal (escrow) account; v1 only (escrow-account/escrow-payout-accounts).
    public static let createNominalSession = Operation("session/create/nominal", [.v1])
    /// Creates a session and starts a payout from a nominal account; v1 only.
    public static let initNominalPayout = Operation("session/init/payout/nominal", [.v1])
    /// Starts a payout from a nominal account; v1 only.
    public static let startNominalPayout = Operation("session/start/payout/nominal", [.v1])
    /// Creates a session for a payout from a settlement account ("rko"); v1 only (settlement-account/settlement-payout-accounts).
    public static let createSettlementSession = Operation("session/create/rko", [.v1])
    /// Creates a session and starts a payout from a settlement account; v1 only.
    public static let initSettlementPayout = Operation("session/init/payout/rko", [.v1])
    /// Starts a payout from a settlement account; v1 only.
    public static let startSettlementPayout = Operation("session/start/payout/rko", [.v1])
    /// Creates a session with several payments and payouts; v2 only (the official PHP SDK, `MultiSessionApi`).
    public static let initMultiSession = Operation("session/multi/init", [.v2])
    /// Registers the receipt of a session without a payout; v1 only (reference/methods).
    public static let fiscalization = Operation("fiscalization", [.v1])
    /// Turns card numbers into tokens without the widget; v1 only (payments/payment-no-hold).
    public static let tokenizeElements = Operation("tokenize/elements", [.v1])
    /// Lists the banks of the Faster Payments System; the one GET (the official PHP SDK, `FpsApi`).
    public static let fpsBanks = Operation("fps/banks", method: .get)
    /// Asks whether a phone is registered with a bank of the Faster Payments System (the official PHP SDK, `FpsApi`).
    public static let fpsCustomerVerification = Operation("fps/customer_verification")
    /// Reads the balance of the collateral account; v1 only (the official PHP SDK, `WalletApi`).
    public static let walletBalance = Operation("wallet/balance", [.v1])

    /// The calls beside the payout flow.
    public static let neighbours: [Operation] = [
        initPayoutWithFiscalization, startPayoutWithFiscalization,
        createNominalSession, initNominalPayout, startNominalPayout,
        createSettlementSession, initSettlementPayout, startSettlementPayout,
        initMultiSession, fiscalization, tokenizeElements, fpsBanks, fpsCustomerVerification, walletBalance,
    ]
}
