public import StrictJSON

extension Contract {
    /// Guesses which message a body is, by the members that it has; nil when none is likely.
    ///
    /// A guess tells messages apart that look different. Requests that only name a session (confirm, cancel, status)
    /// look the same, and so do those that create a session, and the responses that hold one: the guess is
    /// `session/confirm`, `session/create` and `session/status/response`. A webhook that shows a session and has a type
    /// that is not known here is `webhook/other`.
    ///
    /// - Parameter api: the version of the API; nil leaves it to the names that the versions call differently. A body
    ///   that has none of them is taken for the first version that knows the message.
    public func guessMessage(of document: JSONDocument, api: APIVersion? = nil) -> MessageGuess? {
        Self.guessMessage(of: document, api: api, isKnown: supports)
    }

    /// The same for many messages: asking a contract what it supports costs more than a guess.
    package static func guessMessage(
        of document: JSONDocument,
        api: APIVersion?,
        isKnown: (MessageType) -> Bool
    ) -> MessageGuess? {
        let shown = api == nil ? VersionNames.shown(by: document.root) : nil
        let versions = api.map { [$0] } ?? [shown?.api].compactMap(\.self) + APIVersion.allCases
        for version in versions {
            guard let kind = MessageShape(of: document.root, api: version).kind,
                let message = MessageType(kind, api: version), isKnown(message)
            else { continue }
            let member = shown?.api == version ? shown?.member : nil
            return MessageGuess(message: message, versionMember: member.map(MemberName.shown))
        }
        return nil
    }
}
