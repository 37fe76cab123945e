import PartnerSignature
import PayoutVectors

extension Refusal {
    /// The refusal of a call whose signature is missing or doubled.
    static func badSignature(_ rule: RuleID, _ sentence: String) -> Refusal {
        Refusal(.authenticationError, status: 401, rule: rule, "\(sentence) [\(rule.rawValue)]")
    }

    /// The refusal of a call whose signature does not verify: the one place where a reason is looked for.
    static func badSignature(_ fault: SignatureFault, value: String, call: Call, key: PublicKey) -> Refusal {
        badSignature(RuleID(rawValue: fault.rule), "X-PARTNER-SIGN: \(fault.sentence)")
    }
}
