public import PayoutVectors

/// What a run tells about one rule.
public struct RuleCoverage: Hashable, Sendable {
    /// How far a rule was put to the test.
    public enum Extent: Hashable, Sendable {
        /// By this many cases that gave a verdict.
        case exercised(Int)
        /// By no case of its own, and in every message that the run judged.
        case inPassing
        /// Not at all; the text says why.
        case none(String)
    }

    /// The rule.
    public var rule: Rule
    /// How far it was put to the test.
    public var extent: Extent
    /// How many cases found it broken.
    public var brokenCount: Int

    /// The coverage of every rule of the register, in its order.
    public static func of(_ report: SuiteReport, in register: RuleRegister) -> [RuleCoverage] {
        register.all.map { rule in
            RuleCoverage(rule: rule, extent: extent(of: rule, in: report), brokenCount: report.broken(rule.id))
        }
    }

    private static func extent(of rule: Rule, in report: SuiteReport) -> Extent {
        let own = report.results.filter { $0.rules.contains(rule.id) }
        let verdicts = own.count { $0.outcome.reason == nil }
        if verdicts > 0 { return .exercised(verdicts) }
        if report.judgesInPassing(rule) { return .inPassing }
        if let reason = own.compactMap(\.outcome.reason).first { return .none("no case gave a verdict: \(reason)") }
        let suites = ContractCases.suites.filter { $0.cases.contains { $0.rules.contains(rule.id) } }.map(\.name)
        guard !suites.isEmpty else {
            return .none("no suite has a case for it; payoutkit check judges it in messages of your own")
        }
        let have =
            suites.count == 1 ? "the suite \(suites[0]) has" : "the suites \(suites.joined(separator: ", ")) have"
        return .none("its cases were not part of this run; \(have) some")
    }
}

extension SuiteReport {
    fileprivate func broken(_ rule: RuleID) -> Int {
        results.count { $0.findings.contains { $0.rule == rule } }
    }

    /// Whether the contract judges the rule in messages that the cases exchange: the bank's in its suite, the partner's
    /// requests in the other.
    fileprivate func judgesInPassing(_ rule: Rule) -> Bool {
        let hasAnswers = hasVerdicts("bank.") && rule.subjects.contains { $0 == .response || $0 == .webhook }
        let hasRequests =
            (hasVerdicts("adapter.encode.") || hasVerdicts("partner.")) && rule.subjects.contains(.request)
        let isOfBodies = !rule.subjects.contains(.sequence) && !rule.subjects.contains(.header)
        return isOfBodies && (hasAnswers || hasRequests)
    }

    private func hasVerdicts(_ prefix: String) -> Bool {
        results.contains { $0.id.hasPrefix(prefix) && $0.outcome.reason == nil }
    }
}
