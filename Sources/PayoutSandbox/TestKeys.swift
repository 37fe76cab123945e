import PartnerSignature
import PayoutVectors

/// The keys of a sandbox, with the public test keys in the place of those that are not given.
struct TestKeys {
    let partner: PublicKey
    let bank: PrivateKey

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
