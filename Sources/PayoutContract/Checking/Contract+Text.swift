package import PayoutVectors
public import StrictJSON

extension Contract {
    /// Checks bytes as JSON text alone, under a policy of the caller's; empty when they are one.
    ///
    /// There is at most one finding: a text that is wrong in one place can't be trusted behind it. It is an error whatever
    /// the level of its rule, since the policy is what was asked for.
    ///
    /// - Throws: an error when the register of rules can't be read.
    public func findings(inText bytes: [UInt8], policy: JSONTextPolicy) throws(ContractError) -> [Finding] {
        do throws(JSONTextError) {
            _ = try JSONDocument(parsing: bytes, policy: policy)
            return []
        } catch {
            var finding = TextCheck.finding(for: error, in: bytes, profile: .strict, register: try rules())
            finding.severity = .error
            return [finding]
        }
    }

    /// The rule that a text breaks when its parser stops with a code.
    package static func rule(forText code: JSONTextError.Code) -> RuleID { TextCheck.rule(for: code) }
}
