public import HTTPWire
public import PartnerSignature
public import PayoutContract

/// A partner's project: who may call, by which key the calls are known, where its webhooks go, and how the bank behaves.
public struct SandboxProject: Sendable {
    /// The name that stands in `X-PARTNER-PROJECT`.
    public var name: String
    /// The key that requests are verified with; nil for the public test key of the partner.
    public var partnerKey: PublicKey?
    /// The key that webhooks are signed with; nil for the public test key of the bank.
    public var bankKey: PrivateKey?
    /// Where webhooks go; nil to note them and send none.
    public var webhookURL: HTTPURL?
    /// The values that `X-PARTNER-SUBMERCHANT` may have; empty takes calls without looking at the header.
    public var submerchants: [String] = []
    /// The operations that the project may call; nil for all.
    public var rights: Set<Operation>?
    /// How the bank behaves towards it.
    public var behaviour = BankBehaviour()

    /// Creates a project with the public test keys and all rights.
    public init(name: String = "test_project") {
        self.name = name
    }
}
