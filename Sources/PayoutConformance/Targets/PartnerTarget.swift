public import HTTPWire
public import PartnerSignature
public import PayoutContract
import PayoutSandbox
import PayoutVectors

/// A partner's own implementation, to which the kit is the bank.
public struct PartnerTarget: SuiteTarget {
    /// Where the partner takes webhooks.
    public var webhookURL: HTTPURL
    /// How the partner is asked to pay, to cancel and to show its books.
    public var commands: PartnerCommands
    /// The key that the partner's requests are verified with.
    public var partnerKey: PublicKey
    /// The key that webhooks are signed with; nil for the public test key of the bank.
    public var bankSigningKey: PrivateKey?
    /// The project that the partner names in its requests.
    public var project: String
    /// The port of the kit's bank on 127.0.0.1.
    public var bankPort: UInt16
    /// How long the partner may take.
    public var pace: PartnerPace
    /// What decides over the ids of the kit's bank and of orders; nil for others in each run.
    ///
    /// A partner that keeps its orders has to get new ones in each run.
    public var seed: UInt64?
    /// The contract that calls are judged by; nil for the embedded one.
    public var contract: Contract?

    /// Creates a target; with the defaults of `payoutkit conform partner`.
    public init(
        webhookURL: HTTPURL,
        commands: PartnerCommands,
        partnerKey: PublicKey,
        bankSigningKey: PrivateKey? = nil,
        project: String = "test_project",
        bankPort: UInt16 = 8131,
        pace: PartnerPace = PartnerPace(),
        seed: UInt64? = nil,
        contract: Contract? = nil
    ) {
        self.webhookURL = webhookURL
        self.commands = commands
        self.partnerKey = partnerKey
        self.bankSigningKey = bankSigningKey
        self.project = project
        self.bankPort = bankPort
        self.pace = pace
        self.seed = seed
        self.contract = contract
    }

    /// The address for webhooks; and that the books stay out of it, where they are not shown.
    public var name: String {
        "partner at \(webhookURL)"
            + (commands.ledger == nil ? " (its books are not judged: no --ledger was given)" : "")
    }

    /// Starts the bank, and looks whether anybody listens at the webhook address.
    public func connect() throws(PreflightError) -> any TargetConnection {
        let bank = try PartnerBank(
            project: project,
            port: bankPort,
            partnerKey: partnerKey,
            signingKey: bankSigningKey,
            pace: pace,
            seed: seed,
            contract: contract
        )
        do throws(PreflightError) {
            let controls = try controls(for: bank)
            try reach()
            return PartnerConnection(to: bank, controls: controls, webhookURL: webhookURL) { controls.close() }
        } catch {
            bank.stop()
            throw error
        }
    }

    private func controls(for bank: PartnerBank) throws(PreflightError) -> ShellControls {
        do {
            let folder = try ScratchFolder()
            let key = try folder.write(bank.signingKey.publicKey.pem(), to: "bank.pub.pem")
            let environment = [
                "PAYOUT_BANK_URL": "http://127.0.0.1:\(bank.sandbox.port)", "PAYOUT_PROJECT": project,
                "PAYOUT_BANK_PUBLIC_KEY_FILE": key,
            ]
            return ShellControls(commands: commands, environment: environment, folder: folder)
        } catch {
            throw PreflightError(
                code: .sandbox,
                sentence: "The files for the partner can't be written: \(error).",
                fix: "Make sure that the folder in TMPDIR, or /tmp, can be written."
            )
        }
    }

    /// Asks without a signature, which a partner refuses; only whether anything answers matters.
    private func reach() throws(PreflightError) {
        let client = HTTPClient(configuration: HTTPClientConfiguration(maximumIdleConnections: 0))
        defer { client.close() }
        let request = HTTPRequest(
            method: "POST",
            target: webhookURL.target,
            headers: ["Content-Type": "application/json"],
            body: Array("{}".utf8)
        )
        do throws(HTTPError) {
            _ = try client.send(request, to: webhookURL, timeout: .seconds(5))
        } catch {
            // Whoever takes the connection is there; how it answers is for the cases.
            guard [.connectionRefused, .nameNotResolved, .unreachable].contains(error.code) else { return }
            throw PreflightError(
                code: .unreachable,
                sentence: "Nothing takes webhooks at \(webhookURL): \(error.sentence).",
                fix: "Start your webhook server before the run, or give the address where it listens."
            )
        }
    }
}

/// How long a partner under test may take.
public struct PartnerPace: Hashable, Sendable {
    /// From the start of a command to its end.
    public var start: Duration
    /// From a webhook to the call that has to follow, and from a webhook to an answer that is quick.
    public var confirm: Duration
    /// How long nothing must come behind the last answer, where nothing may.
    public var quiet: Duration
    /// How long books that are not yet right are asked again.
    public var books: Duration

    /// Creates a pace; with the defaults of `payoutkit conform partner`.
    public init(
        start: Duration = .seconds(30),
        confirm: Duration = .seconds(5),
        quiet: Duration = .milliseconds(500),
        books: Duration = .seconds(2)
    ) {
        self.start = start
        self.confirm = confirm
        self.quiet = quiet
        self.books = books
    }

    /// How long the bank waits for the answer to a webhook before it counts as none.
    ///
    /// It is 10 seconds with the default, as in the sandbox; the bank's own limit is not documented.
    var answer: Duration { confirm * 2 }
}
