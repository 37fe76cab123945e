import PartnerSignature
import PayoutVectors

/// The keys of a sandbox, with the public test keys in the place of those that are not given.
struct TestKeys {
    let partner: PublicKey
    let bank: PrivateKey

    /// Keys with which a partner may sign by mistake: the bank's own, and the published ones.
    var wrongKeys: [DiagnosisEvidence.NamedKey] {
        let published = ["partner", "bank", "other"]
            .compactMap { name -> DiagnosisEvidence.NamedKey? in
                guard let pem = try? VectorSet.embedded.key(named: "public-test-key-\(name).pub.pem"),
                    let key = try? PublicKey(pem: pem)
                else { return nil }
                return DiagnosisEvidence.NamedKey(name: "the public test key \(name)", key: key)
            }
        return [DiagnosisEvidence.NamedKey(name: "the bank's key", key: bank.publicKey)]
            + published.filter { $0.key != partner && $0.key != bank.publicKey }
    }

    static func filling(in configuration: SandboxConfiguration) throws(SandboxError) -> TestKeys {
        do {
            return TestKeys(
                partner: try configuration.partnerKey
                    ?? PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pub.pem")),
                bank: try configuration.bankKey
                    ?? PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pem"))
            )
        } catch {
            throw SandboxError(.key, "a public test key cannot be read: \(error)")
        }
    }
}
