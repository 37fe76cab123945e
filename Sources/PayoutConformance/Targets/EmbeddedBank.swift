import HTTPWire
import PartnerSignature
public import PayoutContract
import PayoutSandbox
import PayoutVectors

/// The kit's own sandbox, started for the run on a free port of this machine, with webhooks to the kit itself.
///
/// The public test keys stand for both sides. The sandbox is strict: what a profile may forgive is refused.
public struct EmbeddedBank: SuiteTarget {
    /// The sandbox is known to answer, so it gets the time that a busy machine needs; a right run never waits for it.
    private static let pace = 10

    /// A webhook that is answered with an error comes again at once.
    private static let firstRetryPause = Duration.milliseconds(20)

    /// What decides over ids, tokens and hashes of the sandbox.
    public var seed: UInt64
    /// What the cases may make the sandbox do.
    public var abilities: BankAbilities

    /// The contract that the sandbox and the suite keep; nil for the embedded one.
    public var contract: Contract?

    /// Creates a target; with all abilities of the sandbox unless told otherwise.
    public init(seed: UInt64 = 1, abilities: BankAbilities = .sandbox, contract: Contract? = nil) {
        self.seed = seed
        self.abilities = abilities
        self.contract = contract
    }

    /// "embedded sandbox".
    public var name: String { "embedded sandbox" }

    /// Starts the sandbox and the listener for its webhooks.
    public func connect() throws(PreflightError) -> any TargetConnection { try start() }

    /// Looks at the sandbox as the doctor looks at any bank.
    ///
    /// - Throws: `PreflightError` when it does not start.
    public func examine() throws(PreflightError) -> [Diagnosis] {
        let bank = try start()
        defer { bank.close() }
        return try BankDoctor(bank.target).examine(bank)
    }

    private func start() throws(PreflightError) -> BankConnection {
        var configuration = SandboxConfiguration()
        configuration.seed = seed
        configuration.profile = .strict
        configuration.timing.returnAfter = .milliseconds(1)
        configuration.schedule = WebhookSchedule(firstPause: Self.firstRetryPause)
        configuration.contract = contract
        let sandbox: Sandbox
        var target: BankTarget
        do {
            sandbox = try Sandbox(configuration: configuration)
            target = BankTarget(
                url: sandbox.url,
                project: configuration.project,
                partnerKey: try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem")),
                bankKey: try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pub.pem")),
                webhookAddress: WebhookAddress(),
                abilities: abilities,
                pace: Self.pace
            )
        } catch {
            throw PreflightError(
                code: .sandbox,
                sentence: "The embedded sandbox doesn't start: \(error).",
                fix: "Make sure that this machine allows listening on 127.0.0.1."
            )
        }
        target.contract = contract
        let connection = try target.open { sandbox.stop(within: .milliseconds(500)) }
        sandbox.setWebhookURL(connection.inbox?.url)
        return connection
    }
}
