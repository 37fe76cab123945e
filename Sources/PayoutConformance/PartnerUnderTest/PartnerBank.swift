import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutSandbox
import PayoutVectors

/// The kit's bank for one run against a partner, with the log of everything that it sees.
final class PartnerBank: Sendable {
    let sandbox: Sandbox
    let log: BankLog
    let project: String
    let partnerKey: PublicKey
    let signingKey: PrivateKey
    /// Keys with which the partner may sign by mistake.
    let wrongKeys: [DiagnosisEvidence.NamedKey]
    let pace: PartnerPace
    /// What makes order ids of this run different from those of others; empty with a seed.
    let tag: String
    let contract: Contract

    /// Starts the bank; it listens when the initialiser returns.
    ///
    /// - Throws: `PreflightError` when it can't.
    init(
        project: String,
        port: UInt16,
        partnerKey: PublicKey,
        signingKey: PrivateKey?,
        pace: PartnerPace,
        seed: UInt64?,
        contract given: Contract?
    ) throws(PreflightError) {
        let log = BankLog()
        var configuration = SandboxConfiguration()
        configuration.port = port
        configuration.project = project
        configuration.partnerKey = partnerKey
        configuration.seed = seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
        // A webhook is sent once: what comes again, comes because a case says so.
        configuration.schedule = WebhookSchedule(timeout: pace.answer, lifetime: .zero)
        configuration.webhookConcurrency = 64
        configuration.timing = SandboxTiming(correction: .zero, returnAfter: .zero)
        configuration.onExchange = { log.add($0) }
        configuration.onDelivery = { log.add($0) }
        do {
            let key = try signingKey ?? PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pem"))
            configuration.bankKey = key
            self.signingKey = key
            contract = try given ?? Contract.embedded()
            configuration.contract = contract
        } catch {
            throw PreflightError(
                code: .contract,
                sentence: "The contract's own data can't be read: \(error).",
                fix: "Take an unchanged copy of the kit."
            )
        }
        do throws(SandboxError) {
            sandbox = try Sandbox(configuration: configuration)
        } catch {
            throw PreflightError(
                code: .sandbox,
                sentence: "The bank for the partner doesn't start: \(error).",
                fix: "Give a port of this machine that is free."
            )
        }
        wrongKeys = sandbox.wrongKeys(of: project)
        self.log = log
        self.project = project
        self.partnerKey = partnerKey
        self.pace = pace
        tag = seed == nil ? String(configuration.seed, radix: 36) + "-" : ""
    }

    /// Ends the bank.
    func stop() {
        sandbox.stop(within: .milliseconds(200))
    }
}
