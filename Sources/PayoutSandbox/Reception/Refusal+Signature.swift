import HTTPWire
import PartnerSignature
import PayoutVectors

extension Refusal {
    /// The refusal of a call whose signature is missing or doubled.
    static func badSignature(_ rule: RuleID, _ sentence: String) -> Refusal {
        Refusal(.authenticationError, status: 401, rule: rule, "\(sentence) [\(rule.rawValue)]")
    }

    /// The refusal of a call whose signature does not verify; it names the mistake where one explains the signature.
    static func badSignature(
        _ fault: SignatureFault,
        value: String,
        call: Call,
        key: PublicKey,
        wrongKeys: [DiagnosisEvidence.NamedKey]
    ) -> Refusal {
        let diagnosis = SignatureDiagnosis.explain(
            value,
            over: call.body,
            key: key,
            evidence: DiagnosisEvidence(
                otherKeys: wrongKeys,
                request: DiagnosisEvidence.Request(method: call.method, target: call.path, headers: call.headers)
            ),
            budget: .small
        )
        let cause = diagnosis.mistakes.isEmpty ? "" : ": \(diagnosis.sentence)"
        return badSignature(RuleID(rawValue: fault.rule), "X-PARTNER-SIGN: \(fault.sentence)\(cause)")
    }
}
