import PartnerSignature
import PayoutVectors

/// Why a signature is wrong, as the findings of every suite say it.
struct SignatureCause {
    /// The rule that the signature breaks.
    let rule: RuleID
    /// What is wrong, and the mistake that explains it, or what was ruled out.
    let sentence: String
    /// What to do about it.
    let fix: String
    /// Where what was signed begins to differ from the body, where that was found out.
    let difference: SignedDifference?

    /// Looks for the cause; nil when the signature is right.
    ///
    /// - Parameters:
    ///   - signature: The value of the header.
    ///   - body: The bytes that it should sign.
    ///   - key: The signer's public key.
    ///   - evidence: What else is known of the message.
    init?(
        of signature: String,
        over body: [UInt8],
        key: PublicKey,
        evidence: DiagnosisEvidence = DiagnosisEvidence()
    ) {
        let diagnosis = SignatureDiagnosis.explain(signature, over: body, key: key, evidence: evidence)
        guard let fault = diagnosis.fault else { return nil }
        rule = RuleID(rawValue: fault.rule)
        sentence = "\(fault.sentence): \(diagnosis.sentence)"
        fix = diagnosis.mistakes.first?.remedy.advice ?? fault.fix
        if case .explained(let explanation) = diagnosis.conclusion, let signed = explanation.signed {
            difference = SignedDifference(body: body, signed: signed)
        } else {
            difference = nil
        }
    }
}
