public import PayoutContract

/// An order about webhooks to come: which ones, how many of them, and what is done to them.
public struct WebhookOrder: Hashable, Sendable {
    /// The project that they belong to; nil for any.
    public var project: String?
    /// The session that they tell of; nil for any.
    public var sessionID: String?
    /// Their type; nil for any.
    public var type: WebhookType?
    /// How many webhooks it holds for.
    public var count: Int
    /// What is done to them.
    public var treatment: WebhookTreatment

    /// Creates an order; each argument is explained at its property.
    public init(
        _ treatment: WebhookTreatment,
        project: String? = nil,
        sessionID: String? = nil,
        type: WebhookType? = nil,
        count: Int = 1
    ) {
        self.treatment = treatment
        self.project = project
        self.sessionID = sessionID
        self.type = type
        self.count = count
    }

    func isAbout(project: String, sessionID: String?, type: WebhookType?) -> Bool {
        (self.project ?? project) == project
            && (self.sessionID == nil || self.sessionID == sessionID)
            && (self.type == nil || type == nil || self.type == type)
    }
}
