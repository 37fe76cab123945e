public import HTTPWire
public import PartnerSignature
public import PayoutContract

/// How a sandbox is set up.
///
/// As it is created it works out of the box, with one project and the public test keys.
public struct SandboxConfiguration: Sendable {
    /// The address to listen on; `127.0.0.1` takes calls from this machine only.
    public var host = "127.0.0.1"
    /// The port to listen on, 0 for a free one.
    public var port: UInt16 = 0
    /// The projects that the bank knows, at least one.
    public var projects = [SandboxProject()]
    /// Whose certificates are accepted at webhook URLs under https.
    public var webhookTrust = HTTPClientConfiguration.Trust.system
    /// What requests are held against; nil for the embedded schemas and rules.
    public var contract: Contract?
    /// The same seed gives the same ids, tokens and hashes for the same calls.
    public var seed: UInt64 = 1
    /// Where the time comes from.
    public var clock: any SandboxClock = SystemClock()
    /// When a webhook that was not taken is sent again.
    public var schedule = WebhookSchedule()
    /// The most webhooks of one project that are under way at once; each has a thread while it waits for its answer.
    public var webhookConcurrency = 8
    /// The most exchanges that are kept for ``Sandbox/exchanges``.
    public var exchangeLimit = 1_000
    /// Bounds and deadlines of the HTTP server; `host` and `port` above take the place of its own.
    public var server = HTTPServerConfiguration()
    /// Where the journal is kept; nil keeps none.
    public var journal: JournalSettings?
    /// Whether the inspector and the control API show names, numbers, hashes and tokens as they are.
    public var showsSensitive = false
    /// Called with each exchange before its answer is sent, on the server's threads; it must be quick.
    public var onExchange: (@Sendable (Exchange) -> Void)?
    /// Called behind each attempt to deliver a webhook, on the courier's threads.
    public var onDelivery: (@Sendable (Delivery) -> Void)?

    /// After how many new steps of the bank its agenda is cleared of those that nothing follows from.
    var clearingInterval = 8_192

    /// Creates a configuration of defaults.
    public init() {}
}

extension SandboxConfiguration {
    /// The first project, which is the only one unless others are added.
    public var firstProject: SandboxProject {
        get { projects.first ?? SandboxProject() }
        set {
            if projects.isEmpty {
                projects = [newValue]
            } else {
                projects[0] = newValue
            }
        }
    }

    /// The name of the first project.
    public var project: String {
        get { firstProject.name }
        set { firstProject.name = newValue }
    }

    /// The key that requests of the first project are verified with.
    public var partnerKey: PublicKey? {
        get { firstProject.partnerKey }
        set { firstProject.partnerKey = newValue }
    }

    /// The key that webhooks of the first project are signed with.
    public var bankKey: PrivateKey? {
        get { firstProject.bankKey }
        set { firstProject.bankKey = newValue }
    }

    /// Where webhooks of the first project go; ``Sandbox/setWebhookURL(_:)`` changes it later.
    public var webhookURL: HTTPURL? {
        get { firstProject.webhookURL }
        set { firstProject.webhookURL = newValue }
    }

    /// How the bank behaves towards the first project.
    public var behaviour: BankBehaviour {
        get { firstProject.behaviour }
        set { firstProject.behaviour = newValue }
    }

    /// What is done with a request of the first project that breaks a rule which the bank tolerates.
    public var profile: Profile {
        get { behaviour.profile }
        set { behaviour.profile = newValue }
    }

    /// How long the bank takes for its own steps towards the first project.
    public var timing: SandboxTiming {
        get { behaviour.timing }
        set { behaviour.timing = newValue }
    }
}
