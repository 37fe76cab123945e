import PartnerSignature

/// A partner's project: who may call, and by which key the calls are known.
struct Project: Sendable {
    let name: String
    let partnerKey: PublicKey
}
