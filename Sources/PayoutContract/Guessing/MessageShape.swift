import StrictJSON

/// What a body looks like, by the names of its members.
struct MessageShape {
    private let root: JSONValue
    private let api: APIVersion

    /// Members that only a request about a payout has; the last ones are common misspellings.
    private static let payoutNames = [
        "payment_method", "payout_details", "amount_details", "participant_details", "paymentMethod", "payoutDetails",
        "amountDetails", "AmountDetails",
    ]

    /// Members that a request to create a session may have, besides those of a payout.
    private static let creationNames = [
        "metadata", "customer", "payment_details", "payment_options", "fiscalization_details", "payment_metadata",
    ]

    private static let widgetNames = ["tokenize_widget", "self_employed_widget", "acquiring_widget"]

    /// Looks at a body as a message of `api`.
    init(of root: JSONValue, api: APIVersion) {
        self.root = root
        self.api = api
    }

    /// The most likely message; nil when none is.
    var kind: MessageType.Kind? {
        // PHP writes an object without members as an array, and session/create may have none.
        if root.kind == .array, root.count == 0 { return .request(.createSession) }
        guard root.kind == .object else { return nil }
        return webhook ?? response ?? request.map { .request($0) }
    }

    private var webhook: MessageType.Kind? {
        guard let type = root["type"]?.string else { return nil }
        if root["session"] != nil { return .webhook(.of(type)) }
        // Without a session an unknown type may be anything, such as a question about a token.
        let known = WebhookType.of(type)
        return known == .other ? nil : .webhook(known)
    }

    private var response: MessageType.Kind? {
        if root["session"]?.kind == .object { return .response(.status) }
        if root["public_token"]?.kind == .string { return .response(.token) }
        if root["info"]?.kind == .object { return .response(.tokenInfo) }
        if root["banks"]?.kind == .array { return .response(.fpsBanks) }
        if root["wallets"]?.kind == .array { return .response(.walletBalance) }
        if root["number"]?["token"] != nil { return .response(.tokenizeElements) }
        if root["error"]?.kind == .object || root["status"]?.string == "error" { return .error }
        return root["status"]?.string == "ok" ? .response(.status) : nil
    }

    private var request: Operation? {
        if hasAny(Self.widgetNames) { return .token }
        if root["type"] != nil, hasAny(["card", "public_token", "recurrent_token"]) { return .tokenInfo }
        if root["request_datetime"] != nil { return .walletBalance }
        if root["elements"] != nil { return .tokenizeElements }
        if root["payout_list"]?.kind == .array, api == .v2 { return .initMultiSession }
        return payoutRequest
    }

    /// A request about a payout, its receipt or its session.
    private var payoutRequest: Operation? {
        let isPayout = hasAny(Self.payoutNames)
        guard root["session_id"] == nil else {
            guard isPayout else { return hasReceipt ? .fiscalization : .confirm }
            return hasReceipt && !hasInstrument ? .fiscalization : product(.startPayout)
        }
        guard isPayout else { return root.count == 0 || hasAny(Self.creationNames) ? .createSession : nil }
        if isVerification { return .fpsCustomerVerification }
        return hasInstrument ? product(.initPayout) : .initPayout
    }

    /// The variant of a call for the account that pays, by what only that variant demands.
    private func product(_ plain: Operation) -> Operation {
        let isStart = plain == .startPayout
        let variant: Operation
        if hasReceipt {
            variant = isStart ? .startPayoutWithFiscalization : .initPayoutWithFiscalization
        } else if participant("sender")?["beneficiary_id"] != nil || participant("recipient")?["beneficiary_id"] != nil
        {
            variant = isStart ? .startNominalPayout : .initNominalPayout
        } else if participant("sender")?["account"] != nil {
            variant = isStart ? .startSettlementPayout : .initSettlementPayout
        } else {
            return plain
        }
        return variant.versions.contains(api) ? variant : plain
    }

    private var hasReceipt: Bool { root["fiscalization_details"].map { !$0.isNull } ?? false }

    private var hasInstrument: Bool { hasAny(["payment_method", "payout_details"]) }

    private var isVerification: Bool {
        let account = (root["payment_method"] ?? root["payout_details"])?["bank_account"]
        return account?["system_type"]?.string == "faster_payment_system_verification" && root["amount_details"] == nil
    }

    private func participant(_ role: String) -> JSONValue? { root["participant_details"]?[role] }

    private func hasAny(_ names: [String]) -> Bool { names.contains { root[$0] != nil } }
}
