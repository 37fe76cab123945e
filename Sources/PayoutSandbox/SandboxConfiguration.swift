public import HTTPWire
public import PartnerSignature
public import PayoutContract

/// How a sandbox is set up.
///
/// As it is created it works out of the box, with the public test keys.
public struct SandboxConfiguration: Sendable {
    /// The address to listen on; `127.0.0.1` takes calls from this machine only.
    public var host = "127.0.0.1"
    /// The port to listen on, 0 for a free one.
    public var port: UInt16 = 0
    /// The name that stands in `X-PARTNER-PROJECT`.
    public var project = "test_project"
    /// The key that requests are verified with; nil for the public test key of the partner.
    public var partnerKey: PublicKey?
    /// The key that webhooks are signed with; nil for the public test key of the bank.
    public var bankKey: PrivateKey?
    /// Where webhooks go; without it they are noted and not sent.
    ///
    /// ``Sandbox/setWebhookURL(_:)`` changes it later.
    public var webhookURL: HTTPURL?
    /// Whose certificates are accepted at a webhook URL under https.
    public var webhookTrust = HTTPClientConfiguration.Trust.system
    /// What is done with a request that breaks a rule which the profile holds for advice: lenient accepts it with a finding.
    public var profile: Profile = .lenient
    /// What requests are held against; nil for the embedded schemas and rules.
    public var contract: Contract?
    /// The same seed gives the same ids, tokens and hashes for the same calls.
    public var seed: UInt64 = 1
    /// Where the time comes from.
    public var clock: any SandboxClock = SystemClock()
    /// How long the bank takes for its own steps, and how long it waits for the confirmation.
    public var timing = SandboxTiming()
    /// When a webhook that was not taken is sent again.
    public var schedule = WebhookSchedule()
    /// The most exchanges that are kept for ``Sandbox/exchanges``.
    public var exchangeLimit = 1_000
    /// Bounds and deadlines of the HTTP server; `host` and `port` above take the place of its own.
    public var server = HTTPServerConfiguration()
    /// Called with each exchange before its answer is sent, on the server's threads; it must be quick.
    public var onExchange: (@Sendable (Exchange) -> Void)?
    /// Called behind each attempt to deliver a webhook, on the courier's thread.
    public var onDelivery: (@Sendable (Delivery) -> Void)?

    /// Creates a configuration of defaults.
    public init() {}
}
