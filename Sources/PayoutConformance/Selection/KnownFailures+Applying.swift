import PayoutVectors

extension KnownFailures {
    /// What a case came to, with its known failures taken into account.
    ///
    /// A case that breaks a MUST which the list does not know has failed, whatever else is known of it.
    func outcome(of contractCase: ContractCase, _ outcome: Outcome, findings: [CaseFinding]) -> Outcome {
        guard outcome == .failed else { return outcome }
        if entries.contains(where: { $0.subject == .contractCase(contractCase.id) }) { return .knownFailing }
        let broken = findings.filter { $0.level == .must }.map(\.rule)
        let isKnown = broken.allSatisfy { rule in entries.contains { $0.subject == .rule(rule) } }
        return isKnown && !broken.isEmpty ? .knownFailing : outcome
    }

    /// The entries that don't hold any more: what they name does not fail, or their time is over.
    ///
    /// An entry about something that did not run in this selection says nothing, and is not counted.
    ///
    /// - Parameter today: The day as YYYY-MM-DD.
    func complaints(about results: [CaseResult], today: String) -> [String] {
        entries.compactMap { entry in
            if let until = entry.until, until < today {
                return "the known failure of \(entry.name) was to be mended by \(until) (\(entry.reason))"
            }
            guard isStale(entry, results) else { return nil }
            return "\(entry.name) does not fail any more; take it off the list of known failures (\(entry.reason))"
        }
    }

    private func isStale(_ entry: Entry, _ results: [CaseResult]) -> Bool {
        switch entry.subject {
        case .contractCase(let id):
            return results.contains { $0.id == id && $0.outcome.isAccepted }
        case .rule(let rule):
            let ran = results.filter { $0.rules.contains(rule) && $0.outcome.reason == nil }
            let isBroken = results.contains { result in
                result.findings.contains { $0.rule == rule && $0.level == .must }
            }
            return !ran.isEmpty && !isBroken
        }
    }
}
