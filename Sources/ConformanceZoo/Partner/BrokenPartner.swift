import PayoutConformance
import PayoutContract
import PayoutVectors

/// The reference partner with one of its parts replaced.
struct BrokenPartner: PartnerSigner, BankClient, WebhookReceiver {
    typealias Sign = @Sendable ([UInt8], _ pem: [UInt8]) throws -> String
    typealias Verify = @Sendable (String, _ body: [UInt8], _ pem: [UInt8]) throws -> Bool
    typealias Encode = @Sendable (Operation, APIVersion, RequestInput) throws -> [UInt8]
    typealias Receive = @Sendable (ReceivedWebhook) throws -> WebhookReaction

    static let reference = ReferencePartner()

    var onSign: Sign = { try reference.sign($0, privateKeyPEM: $1) }
    var onVerify: Verify = { try reference.verify($0, over: $1, publicKeyPEM: $2) }
    var onEncode: Encode = { try reference.body(of: $0, api: $1, input: $2) }
    var onReceive: Receive = { try reference.receive($0) }

    func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String { try onSign(body, privateKeyPEM) }

    func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool {
        try onVerify(signature, body, publicKeyPEM)
    }

    func body(of operation: Operation, api: APIVersion, input: RequestInput) throws -> [UInt8] {
        try onEncode(operation, api, input)
    }

    func receive(_ webhook: ReceivedWebhook) throws -> WebhookReaction { try onReceive(webhook) }

    /// The partner with all its parts, for the adapter suite.
    func specimen(_ name: String, _ caseID: String, _ rule: RuleID, _ level: Rule.Level = .must) -> Specimen {
        let parts = PartnerParts(name: "broken partner: \(name)", signer: self, client: self, receiver: self)
        return Specimen(
            name: name,
            suite: "adapter",
            caseID: "adapter." + caseID,
            rule: rule,
            level: level,
            target: InProcessPartner(parts)
        )
    }

    /// All partners that are broken on purpose.
    static let specimens: [Specimen] = signers + verifiers + encoders + receivers
}
