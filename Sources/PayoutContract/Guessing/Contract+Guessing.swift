public import StrictJSON

extension Contract {
    /// Guesses which message a body is, by the members that it has; nil when none is likely.
    ///
    /// A guess tells messages apart that look different. Requests that only name a session (confirm, cancel, status)
    /// look the same, and so do the responses that hold a session: the guess is `session/confirm`, and
    /// `session/status/response`.
    public func guessMessage(of document: JSONDocument, api: APIVersion) -> MessageType? {
        let root = document.root
        guard let kind = Self.guessKind(of: root), let message = MessageType(kind, api: api), supports(message) else {
            return nil
        }
        return message
    }

    /// Members that only a request about a payout has; the last ones are common misspellings.
    private static let payoutNames = [
        "payment_method", "payout_details", "amount_details", "participant_details", "paymentMethod", "payoutDetails",
        "amountDetails", "AmountDetails",
    ]

    /// Members that a request to create a session may have, besides those of a payout.
    private static let creationNames = [
        "metadata", "customer", "payment_details", "payment_options", "fiscalization_details", "payment_metadata",
    ]

    private static func guessKind(of root: JSONValue) -> MessageType.Kind? {
        // PHP writes an object without members as an array, and session/create may have none.
        if root.kind == .array, root.count == 0 { return .request(.createSession) }
        guard root.kind == .object else { return nil }
        func hasAny(_ names: [String]) -> Bool { names.contains { root[$0] != nil } }

        if root["session"] != nil, let type = root["type"]?.string {
            return .webhook(.of(type))
        }
        if let kind = guessResponse(root) { return kind }
        if hasAny(["tokenize_widget", "self_employed_widget", "acquiring_widget"]) { return .request(.token) }
        if root["type"] != nil, hasAny(["card", "public_token", "recurrent_token"]) { return .request(.tokenInfo) }
        let isPayout = hasAny(payoutNames)
        if root["session_id"] != nil { return .request(isPayout ? .startPayout : .confirm) }
        if isPayout { return .request(.initPayout) }
        return root.count == 0 || hasAny(creationNames) ? .request(.createSession) : nil
    }

    private static func guessResponse(_ root: JSONValue) -> MessageType.Kind? {
        if root["session"]?.kind == .object { return .response(.status) }
        if root["public_token"]?.kind == .string { return .response(.token) }
        if root["info"]?.kind == .object { return .response(.tokenInfo) }
        if root["error"]?.kind == .object || root["status"]?.string == "error" { return .error }
        return root["status"]?.string == "ok" ? .response(.status) : nil
    }
}
