/// What a body seems to be, and how far it says so itself.
public struct MessageGuess: Hashable, Sendable {
    /// The message, in the version that was asked for or that the body shows.
    public let message: MessageType
    /// The member that shows the version of the API, such as `payout_list`; nil when the version was given or nothing shows it.
    public let versionMember: String?
}
