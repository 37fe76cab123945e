import PayoutContract
public import PayoutVectors

/// Proof that the vectors bite: every constraint and every check is broken in turn, and a case has to notice.
///
/// A mutant is a contract, or a program that keeps it, that is wrong in one place. A case kills it when its outcome in
/// the mutant is another than the one that it states, and when it names one of the mutant's rules: a case that fails
/// by chance, because another member is wrong in it, proves nothing. So a mutant that lets too much through is killed
/// by a refused case of its rule, and one that refuses too much by an accepted case that lists its rule.
public struct VectorAudit: Sendable {
    private let constraints: [Constraint]
    private let schemas: SchemaAudit
    private let checks: CheckAudit
    private let texts: TextAudit
    private let lifecycle: LifecycleAudit
    private let signatures: SignatureAudit
    private let equivalents: EquivalentMutants

    /// Reads the vectors.
    ///
    /// - Throws: an error when a file of them is wrong.
    public init(_ vectors: VectorSet) throws(AuditError) {
        let rules = try AuditError.wrapping { () throws(VectorError) in try vectors.rules() }
        let cases = try AuditError.wrapping { () throws(VectorError) in try vectors.cases() }
        let library = try AuditError.wrapping { () throws(ContractError) in try SchemaLibrary(vectors) }
        constraints = try AuditError.wrapping { () throws(ContractError) in
            try ConstraintCatalogue(library, rules: rules).all
        }
        let contract = MutatedContract(vectors, library: library, rules: rules)
        let trials = cases.compactMap(MessageTrial.init)
        schemas = SchemaAudit(contract: contract, trials: trials, library: library)
        checks = CheckAudit(contract: contract, trials: trials)
        texts = TextAudit(cases)
        lifecycle = LifecycleAudit(cases)
        signatures = try SignatureAudit(cases, in: vectors)
        equivalents = try EquivalentMutants(vectors)
    }

    /// Makes every mutant, or those of one rule, and says what became of each.
    ///
    /// - Throws: an error when a case does not hold in the contract as it stands: then nothing is proven.
    public func run(rule: RuleID? = nil) throws(AuditError) -> AuditReport {
        let failures =
            try AuditError.wrapping { () throws(ContractError) in try schemas.failures(naming: rule) }
            + texts.failures() + lifecycle.failures() + signatures.failures()
        guard failures.isEmpty else {
            throw AuditError(description: "these cases fail without any change: \(failures.joined(separator: ", "))")
        }
        let wanted = constraints.filter { constraint in rule.map(constraint.rules.contains) ?? true }
        var outcomes =
            try AuditError.wrapping { () throws(ContractError) in
                try Parallel.map(wanted) { (constraint) throws(ContractError) in try schemas.outcomes(of: constraint) }
            }
            .flatMap(\.self)
        outcomes += try AuditError.wrapping { () throws(ContractError) in try checks.outcomes(of: constraints) }
        outcomes += texts.outcomes() + lifecycle.outcomes() + signatures.outcomes()
        outcomes = outcomes.filter { outcome in rule.map(outcome.mutant.rules.contains) ?? true }
        return equivalents.applied(to: outcomes, isComplete: rule == nil)
    }
}
