import PayoutContract
import PayoutVectors
import StrictJSON

extension Finding {
    /// The finding of a rule that is broken by a call as a whole, not at a place of its body.
    init(breaking rule: RuleID, _ sentence: String) {
        self.init(rule: rule, severity: .error, pointer: .root, byteRange: 0..<0, message: sentence)
    }

    /// The finding that goes with a refusal, nil when the check of the body has found it already or no rule says it.
    init?(_ refusal: Refusal) {
        guard let rule = refusal.rule else { return nil }
        self.init(breaking: rule, refusal.description)
    }
}
