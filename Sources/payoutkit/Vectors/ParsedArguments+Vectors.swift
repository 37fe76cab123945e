import PayoutVectors

extension OptionDefinition {
    /// The option that puts a folder in the place of the embedded vectors.
    static let vectors = OptionDefinition("--vectors", .one("DIR"), help: "a folder in place of the embedded vectors")
}

extension ParsedArguments {
    /// The vectors in the folder that `--vectors` names, or the embedded ones.
    ///
    /// - Throws: `VectorError` when the folder can't be read.
    func vectorSet() throws -> VectorSet {
        guard let directory = self["--vectors"] else { return .embedded }
        return try VectorSet(directory: directory)
    }
}

extension RuleRegister {
    /// The rule that a person means by `name`, in any case of letters.
    ///
    /// - Throws: `UsageError` with the nearest rule when there is none.
    func rule(named name: String) throws(UsageError) -> Rule {
        let id = name.uppercased()
        guard let rule = self[RuleID(rawValue: id)] else {
            let clause = Suggestion.clause(for: id, among: all.map(\.id.rawValue))
            throw UsageError("unknown rule \(VisibleName.of(name))\(clause); payoutkit explain lists all")
        }
        return rule
    }
}
