public import PayoutContract
public import PayoutVectors

/// One executable check of a contract suite.
public struct ContractCase: Sendable, Identifiable {
    /// The permanent name, such as "bank.flow.start-confirm-succeed"; never reused for another check.
    public var id: String
    /// One sentence: what is right.
    public var title: String
    /// The rules that the case proves.
    public var rules: [RuleID]
    /// What a violation means: `.must` fails the run, `.should` warns.
    public var level: Rule.Level
    /// The id of the accepted case that differs from this one only in the property under test.
    ///
    /// A negative case counts only when its twin was accepted in the same run: a bank that refuses everything would
    /// otherwise pass every negative case.
    public var twin: String?
    /// Words to choose cases by.
    public var tags: [String]
    /// The longest time that the case may take against a bank on loopback; see `TargetConnection.pace`.
    public var timeout: Duration
    /// Whether the case starts payouts.
    public var movesMoney: Bool
    /// Whether the case is about webhooks and proves nothing without them.
    public var needsWebhooks: Bool
    /// The version of the API that the case speaks.
    public var api: APIVersion
    /// Runs the check: records findings in the context, or throws when it can't go on.
    public var run: @Sendable (CaseContext) throws -> Void

    /// Creates a case.
    ///
    /// - Parameters:
    ///   - timeout: The longest time against a bank on loopback.
    ///   - run: The check. It is called on a thread of its own and may block until the deadline of its context.
    public init(
        id: String,
        title: String,
        rules: [RuleID],
        level: Rule.Level = .must,
        twin: String? = nil,
        tags: [String] = [],
        timeout: Duration = .seconds(5),
        movesMoney: Bool = false,
        needsWebhooks: Bool = false,
        api: APIVersion = .v1,
        run: @escaping @Sendable (CaseContext) throws -> Void
    ) {
        self.id = id
        self.title = title
        self.rules = rules
        self.level = level
        self.twin = twin
        self.tags = tags
        self.timeout = timeout
        self.movesMoney = movesMoney
        self.needsWebhooks = needsWebhooks
        self.api = api
        self.run = run
    }
}
