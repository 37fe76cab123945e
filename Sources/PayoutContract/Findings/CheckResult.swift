public import StrictJSON

/// What the check of one message found.
public struct CheckResult: Sendable {
    /// The message that the bytes were checked as.
    public let message: MessageType
    /// The profile of the check.
    public let profile: Profile
    /// The bytes as they came.
    public let bytes: [UInt8]
    /// The parsed text; nil when the bytes are no JSON.
    public let document: JSONDocument?
    /// The findings in the order of the text, each rule and place once.
    public let findings: [Finding]
    /// Whether there were more findings than ``Contract/maximumFindingCount``.
    public let isTruncated: Bool

    init(
        _ message: MessageType,
        _ profile: Profile,
        _ bytes: [UInt8],
        document: JSONDocument?,
        findings: [Finding],
        isTruncated: Bool = false
    ) {
        self.message = message
        self.profile = profile
        self.bytes = bytes
        self.document = document
        self.findings = findings
        self.isTruncated = isTruncated
    }

    /// Whether no finding is an error.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }
}
