import PartnerSignature
import PayoutContract

/// What the bank found out about a call before it looked into its books.
struct Examination: Sendable {
    /// Nil when the call did not get as far as its path, or the path is not served.
    var route: Route?
    /// Nil when no signature was looked at.
    var signature: SignatureVerdict?
    /// Everything there is to say about the request, also when it is accepted.
    var findings: [Finding] = []
    var instruction: Result<Instruction, Refusal>
}
