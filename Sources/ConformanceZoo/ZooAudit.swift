import HTTPWire
import PayoutConformance
package import PayoutVectors

/// The proof that the suites bite: every specimen of the zoo shown to the case that has to catch it.
package struct ZooAudit: Sendable {
    /// A kind of rules that the score is told for.
    package enum Family: String, CaseIterable, Sendable {
        /// Who signed what.
        case signature
        /// How much is paid, to whom, and whether it is what was ordered.
        case money
        /// What may follow on what.
        case lifecycle
        /// Webhooks and their answers.
        case delivery
        /// Everything else: texts, members, headers, dates.
        case form
    }

    /// What became of the specimens, in their order.
    package let observations: [Observation]

    /// Shows each specimen its case, several at a time.
    ///
    /// - Throws: What keeps a specimen from being shown.
    package init(_ specimens: [Specimen] = Zoo.all, concurrency: Int = 4) throws {
        let work = Monitor((next: 0, results: [Int: Result<Observation, any Error>]()))
        let threads = try (0..<max(1, concurrency))
            .map { _ in
                try WorkerThread(name: "payoutkit-audit") {
                    while let index = work.withLock({ Self.next(&$0.next, below: specimens.count) }) {
                        let result = Result { try Zoo.observe(specimens[index]) }
                        work.update { $0.results[index] = result }
                    }
                }
            }
        for thread in threads { thread.join() }
        let results = work.withLock { $0.results }
        observations = try specimens.indices.compactMap { try results[$0]?.get() }
    }

    private static func next(_ index: inout Int, below count: Int) -> Int? {
        guard index < count else { return nil }
        defer { index += 1 }
        return index
    }

    /// The specimens that no case caught by the rule that they break.
    package var escaped: [Observation] { observations.filter { !$0.isCaught } }

    /// How many specimens of a family were caught, of how many.
    package func score(of family: Family) -> (caught: Int, all: Int) {
        let own = observations.filter { Family(of: $0.specimen.rule) == family }
        return (own.count(where: \.isCaught), own.count)
    }

    /// The MUST rules that a suite has a case for and that no specimen breaks.
    package func unbroken(in register: RuleRegister) -> [RuleID] {
        let broken = Set(observations.map(\.specimen.rule))
        let exercised = Set(ContractCases.all.filter { $0.level == .must }.flatMap(\.rules))
        return register.all.filter { $0.level == .must && exercised.contains($0.id) && !broken.contains($0.id) }
            .map(\.id)
    }
}

extension ZooAudit.Family {
    /// The family of a rule, by its id.
    package init(of rule: RuleID) {
        let name = rule.rawValue
        let money = ["AMOUNT.", "CURRENCY.", "HASH.", "ORDER.", "RECIPIENT.", "INSTRUMENT.", "CONFIRM.", "START."]
        if name.hasPrefix("SIG.") {
            self = .signature
        } else if money.contains(where: name.hasPrefix) {
            self = .money
        } else if name.hasPrefix("SESSION.") || name.hasPrefix("PAYOUT.") || name.hasPrefix("TOKEN.") {
            self = .lifecycle
        } else if name.hasPrefix("WEBHOOK.") {
            self = .delivery
        } else {
            self = .form
        }
    }
}
