public import HTTPWire
public import PartnerSignature
public import PayoutContract

/// A bank at a URL: the demo endpoint, a partner's own mock, or a sandbox that runs elsewhere.
public struct BankTarget: SuiteTarget {
    /// The contract that answers and webhooks are held against; nil for the embedded one.
    public var contract: Contract?
    /// Where the bank is; paths such as `/api/v1/token` are appended.
    public var url: HTTPURL
    /// The name of the project, as the bank knows it.
    public var project: String
    /// The partner's private key, whose public half the bank has.
    public var partnerKey: PrivateKey
    /// The bank's public key; without it the signatures of webhooks are not judged.
    public var bankKey: PublicKey?
    /// The address to listen on for webhooks; nil when they can't reach the kit.
    public var webhookAddress: WebhookAddress?
    /// What the bank can be made to do.
    public var abilities: BankAbilities
    /// Whether cases that start payouts may run; nil allows them on loopback only.
    public var allowsPayouts: Bool?
    /// Whether outcomes are proven by `session/status` where webhooks can't reach the kit.
    public var polls: Bool
    /// How long the bank may take to send a webhook again that was answered with an error.
    public var retryWait = Duration.seconds(20)
    /// How many times longer than on loopback the bank may take; nil takes 1 on loopback and 20 elsewhere.
    public var pace: Int?

    /// Creates a target.
    public init(
        url: HTTPURL,
        project: String,
        partnerKey: PrivateKey,
        bankKey: PublicKey? = nil,
        webhookAddress: WebhookAddress? = nil,
        abilities: BankAbilities = .none,
        allowsPayouts: Bool? = nil,
        polls: Bool = false,
        pace: Int? = nil
    ) {
        self.url = url
        self.project = project
        self.partnerKey = partnerKey
        self.bankKey = bankKey
        self.webhookAddress = webhookAddress
        self.abilities = abilities
        self.allowsPayouts = allowsPayouts
        self.polls = polls
        self.pace = pace
    }

    /// The URL.
    public var name: String { "bank at \(url)" }

    /// Starts the listener for webhooks, and asks the bank one signed question to see that the configuration is right.
    public func connect() throws(PreflightError) -> any TargetConnection {
        let connection = try open()
        do throws(PreflightError) {
            try Preflight(connection).run()
        } catch {
            connection.close()
            throw error
        }
        return connection
    }

    /// The connection without the question.
    ///
    /// - Parameter onClose: Called once when the connection is closed; ends what was started for it.
    public func open(onClose: @escaping @Sendable () -> Void = {}) throws(PreflightError) -> BankConnection {
        let contract: Contract
        do throws(ContractError) {
            if let given = self.contract { contract = given } else { contract = try Contract.embedded() }
            _ = try contract.rules()
        } catch {
            throw PreflightError(
                code: .contract,
                sentence: "The contract's own data can't be read: \(error).",
                fix: "Take an unchanged copy of the kit."
            )
        }
        let inbox: WebhookInbox?
        do throws(HTTPError) {
            inbox = try webhookAddress.map { address throws(HTTPError) in try WebhookInbox(at: address) }
        } catch {
            throw PreflightError(
                code: .webhookListener,
                sentence: "Webhooks can't be listened for: \(error.sentence).",
                fix: "Give an address of this machine whose port is free."
            )
        }
        return BankConnection(to: self, contract: contract, inbox: inbox, onClose: onClose)
    }
}
