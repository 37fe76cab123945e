public import StrictJSON

extension Contract {
    /// Guesses which message a body is, by the members that it has; nil when none is likely.
    ///
    /// A guess tells messages apart that look different. Requests that only name a session (confirm, cancel, status)
    /// look the same, and so do those that create a session, and the responses that hold one: the guess is
    /// `session/confirm`, `session/create` and `session/status/response`. A webhook that shows a session and has a type
    /// that is not known here is `webhook/other`.
    public func guessMessage(of document: JSONDocument, api: APIVersion) -> MessageType? {
        let kind = MessageShape(of: document.root, api: api).kind
        guard let kind, let message = MessageType(kind, api: api), supports(message) else { return nil }
        return message
    }
}
