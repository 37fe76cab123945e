package import PayoutConformance
package import PayoutVectors

/// Something that is broken in one way, and the case that has to tell.
package struct Specimen: Sendable, CustomStringConvertible {
    /// What is broken, in words.
    package var name: String
    /// The suite that it is tried on: "bank", "partner" or "adapter".
    package var suite: String
    /// The case that has to fail.
    package var caseID: String
    /// The rule that the case has to name.
    package var rule: RuleID
    /// How grave it is: a MUST fails the case, a SHOULD warns.
    package var level: Rule.Level
    /// The broken thing.
    package var target: any SuiteTarget

    /// Creates a specimen.
    package init(
        name: String,
        suite: String,
        caseID: String,
        rule: RuleID,
        level: Rule.Level,
        target: any SuiteTarget
    ) {
        self.name = name
        self.suite = suite
        self.caseID = caseID
        self.rule = rule
        self.level = level
        self.target = target
    }

    package var description: String { "\(name): \(caseID)" }
}

/// What became of a specimen.
package struct Observation: Sendable {
    package var specimen: Specimen
    /// What the case came to.
    package var result: CaseResult
    /// Whether the case failed, or warned, by the rule that the specimen breaks.
    package var isCaught: Bool
}

/// The partners and banks that are broken on purpose.
package enum Zoo {
    /// All of them, by suites.
    package static var all: [Specimen] { BrokenBank.specimens + BrokenShop.specimens + BrokenPartner.specimens }

    /// Shows a specimen its case, and the twin of the case where it has one.
    ///
    /// - Throws: `PreflightError` when it can't be shown to them, and `UnknownCaseError`.
    package static func observe(_ specimen: Specimen) throws -> Observation {
        guard let contractCase = ContractCases.named(specimen.caseID) else {
            throw UnknownCaseError(id: specimen.caseID)
        }
        let cases = [contractCase.twin.flatMap(ContractCases.named), contractCase].compactMap(\.self)
        let runner = SuiteRunner(suite: specimen.suite, cases: cases, target: specimen.target)
        guard let result = try runner.run().results.last else { throw UnknownCaseError(id: specimen.caseID) }
        let wanted: Outcome = specimen.level == .must ? .failed : .warned
        let rules = result.findings.filter { $0.level == specimen.level }.map(\.rule)
        return Observation(
            specimen: specimen,
            result: result,
            isCaught: result.outcome == wanted && rules.contains(specimen.rule)
        )
    }
}

/// A specimen that names a case which does not exist.
package struct UnknownCaseError: Error, CustomStringConvertible {
    package let id: String

    package var description: String { "there is no case \(id)" }
}
