import PayoutContract
public import PayoutVectors

/// The findings of a run by their rules: many failures often have one reason.
public struct BrokenRule: Hashable, Sendable {
    /// The violated rule.
    public var rule: RuleID
    /// The cases that failed with a finding about it.
    public var failedCount: Int
    /// The cases that were only warned about it.
    public var warnedCount: Int
    /// The first of these cases.
    public var firstCase: String

    /// What is wrong, as words: `94 cases, 2 with a warning, such as adapter.sign.compact`.
    public var summary: String {
        let failed = failedCount == 1 ? "1 case" : "\(failedCount) cases"
        let warned = warnedCount == 1 ? "1 warning" : "\(warnedCount) warnings"
        let counts = [(failedCount, failed), (warnedCount, warned)].filter { $0.0 > 0 }.map(\.1)
        let total = failedCount + warnedCount
        return counts.joined(separator: ", ") + (total == 1 ? ": " : ", first: ") + firstCase
    }
}

extension SuiteReport {
    /// The rules that failures and warnings name, those with the most failed cases first.
    ///
    /// A case counts once for a rule. Known failures do not count.
    public var brokenRules: [BrokenRule] {
        var broken: [BrokenRule] = []
        var indices: [RuleID: Int] = [:]
        for result in results where result.outcome == .failed || result.outcome == .warned {
            for rule in result.findings.map(\.rule).unique {
                let fails = result.findings.contains { $0.rule == rule && $0.level == .must }
                let index = indices[rule] ?? broken.count
                if index == broken.count {
                    indices[rule] = index
                    broken.append(BrokenRule(rule: rule, failedCount: 0, warnedCount: 0, firstCase: result.id))
                }
                if fails { broken[index].failedCount += 1 } else { broken[index].warnedCount += 1 }
            }
        }
        // Equal counts stay in the order of the cases: the sort of the standard library is stable.
        return broken.sorted { ($0.failedCount, $0.warnedCount) > ($1.failedCount, $1.warnedCount) }
    }
}
