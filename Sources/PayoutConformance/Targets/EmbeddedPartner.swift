import HTTPWire
import PartnerSignature
public import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

/// The kit's own shop in this process, with the kit's bank on a free port; broken where a fault says so.
public struct EmbeddedPartner: SuiteTarget {
    /// What is wrong with the shop.
    public var faults: Set<ShopFault>
    /// What decides over ids.
    public var seed: UInt64
    /// How long the shop may take.
    public var pace: PartnerPace
    /// The contract that the bank keeps; nil for the embedded one.
    public var contract: Contract?

    /// Creates a target.
    ///
    /// The shop is known to answer, so it gets the time that a busy machine needs; a right run never waits for it.
    public init(
        faults: Set<ShopFault> = [],
        seed: UInt64 = 1,
        pace: PartnerPace = PartnerPace(
            start: .seconds(20),
            confirm: .seconds(10),
            quiet: .milliseconds(100),
            books: .seconds(10)
        ),
        contract: Contract? = nil
    ) {
        self.faults = faults
        self.seed = seed
        self.pace = pace
        self.contract = contract
    }

    /// "embedded shop", and what is wrong with it.
    public var name: String {
        faults.isEmpty ? "embedded shop" : "broken shop: " + faults.map(\.rawValue).sorted().joined(separator: ", ")
    }

    /// Opens the shop and the bank.
    public func connect() throws(PreflightError) -> any TargetConnection {
        let shop: ReferenceShop
        let partnerKey: PrivateKey
        let webhookURL: HTTPURL
        do {
            partnerKey = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
            let bankKey = try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pub.pem"))
            shop = try ReferenceShop(partnerKey: partnerKey, bankKey: bankKey, faults: faults)
            webhookURL = try HTTPURL("http://127.0.0.1:\(shop.port)/webhooks")
        } catch {
            throw PreflightError(
                code: .sandbox,
                sentence: "The embedded shop doesn't start: \(error).",
                fix: "Make sure that this machine allows listening on 127.0.0.1."
            )
        }
        let bank: PartnerBank
        do throws(PreflightError) {
            bank = try PartnerBank(
                project: shop.project,
                port: 0,
                partnerKey: partnerKey.publicKey,
                signingKey: nil,
                pace: pace,
                seed: seed,
                contract: contract
            )
        } catch {
            shop.close()
            throw error
        }
        shop.use(bankAt: bank.sandbox.url)
        return PartnerConnection(to: bank, controls: ShopControls(shop: shop), webhookURL: webhookURL) { shop.close() }
    }
}

/// A shop in this process, asked without a shell.
struct ShopControls: PartnerControls {
    let shop: ReferenceShop

    var canCancel: Bool { true }
    var hasLedger: Bool { true }

    func start(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        ControlAnswer(end: shop.start(order) ? .done : .failed("it was refused"))
    }

    func cancel(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        ControlAnswer(end: shop.cancel(order.orderID) ? .done : .failed("it was refused"))
    }

    func ledger(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        if shop.has(.hangsOnBooks) { return ControlAnswer(end: .timedOut) }
        return ControlAnswer(end: .done, output: shop.has(.printsNoBooks) ? Array("all is well".utf8) : shop.ledger)
    }
}
