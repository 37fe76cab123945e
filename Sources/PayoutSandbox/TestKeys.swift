import PartnerSignature
import PayoutVectors

/// The public test keys, which stand in for keys that are not given.
struct TestKeys: Sendable {
    let partner: PublicKey
    let bank: PrivateKey
    /// A key that belongs to neither side, for forgeries.
    let other: PrivateKey

    /// - Throws: ``SandboxError/Code/key`` when the embedded keys cannot be read.
    init() throws(SandboxError) {
        do {
            partner = try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pub.pem"))
            bank = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pem"))
            other = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pem"))
        } catch {
            throw SandboxError(.key, "a public test key cannot be read: \(error)")
        }
    }

    /// The published keys, with which a partner may sign by mistake.
    var published: [DiagnosisEvidence.NamedKey] {
        [("partner", partner), ("bank", bank.publicKey), ("other", other.publicKey)]
            .map { name, key in
                DiagnosisEvidence.NamedKey(name: "the public test key \(name)", key: key)
            }
    }
}
