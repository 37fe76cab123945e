public import PayoutContract

/// The part of a partner that makes and checks signatures.
public protocol PartnerSigner: Sendable {
    /// The value of `X-PARTNER-SIGN` for `body`.
    ///
    /// - Parameter privateKeyPEM: An RSA key that is not encrypted.
    func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String

    /// Whether `signature` is the right value of `X-PARTNER-SIGN` for `body`.
    ///
    /// - Parameter publicKeyPEM: The signer's RSA key.
    func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool
}

/// The part of a partner that writes the bodies of its requests.
public protocol BankClient: Sendable {
    /// The body of a request, exactly as it would be sent.
    func body(of operation: Operation, api: APIVersion, input: RequestInput) throws -> [UInt8]
}

/// The part of a partner that takes the bank's webhooks.
public protocol WebhookReceiver: Sendable {
    /// What the partner answers, and what it then does.
    func receive(_ webhook: ReceivedWebhook) throws -> WebhookReaction
}

/// What is under test in process: the parts of a partner that there are.
public struct PartnerParts: Sendable {
    /// The name in reports.
    public var name: String
    /// Makes and checks signatures; nil when that is not under test.
    public var signer: (any PartnerSigner)?
    /// Writes requests; nil when that is not under test.
    public var client: (any BankClient)?
    /// Takes webhooks; nil when that is not under test.
    public var receiver: (any WebhookReceiver)?

    /// Creates a list of parts.
    public init(
        name: String,
        signer: (any PartnerSigner)? = nil,
        client: (any BankClient)? = nil,
        receiver: (any WebhookReceiver)? = nil
    ) {
        self.name = name
        self.signer = signer
        self.client = client
        self.receiver = receiver
    }
}
