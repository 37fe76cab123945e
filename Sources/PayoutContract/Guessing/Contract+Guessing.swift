public import StrictJSON

extension Contract {
    /// Guesses which message a body is, by the members that it has; nil when none is likely.
    ///
    /// A guess tells messages apart that look different. Requests that only name a session (confirm, cancel, status)
    /// look the same, and so do the responses that hold a session: the guess is `session/confirm`, and
    /// `session/status/response`.
    ///
    /// - Parameter api: the version of the API; nil leaves it to the names that the versions call differently. A body
    ///   that has none of them is taken for the first version that knows the message.
    public func guessMessage(of document: JSONDocument, api: APIVersion? = nil) -> MessageGuess? {
        guard let kind = Self.guessKind(of: document.root) else { return nil }
        func message(_ api: APIVersion) -> MessageType? {
            MessageType(kind, api: api).flatMap { supports($0) ? $0 : nil }
        }
        if let api { return message(api).map { MessageGuess(message: $0, versionMember: nil) } }
        if let shown = VersionNames.shown(by: document.root), let message = message(shown.api) {
            return MessageGuess(message: message, versionMember: MemberName.shown(shown.member))
        }
        let first = APIVersion.allCases.lazy.compactMap(message).first
        return first.map { MessageGuess(message: $0, versionMember: nil) }
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
