import StrictJSON

/// All rules, by id.
public struct RuleRegister: Sendable {
    /// The rules in the order of `rules.json`.
    public let all: [Rule]
    private let indexes: [RuleID: Int]
    private let keywordIndexes: [String: Int]

    /// The rule with `id`, or nil.
    public subscript(id: RuleID) -> Rule? {
        indexes[id].map { all[$0] }
    }

    /// The rule that failures of a JSON Schema keyword belong to where the schema names no other.
    public func defaultRule(forKeyword keyword: String) -> Rule? {
        keywordIndexes[keyword].map { all[$0] }
    }

    /// Reads `rules.json`.
    ///
    /// - Throws: an error with the place of the first member that is missing, unknown or of the wrong kind, of an id
    ///   or a keyword that is there twice.
    init(reading set: VectorSet) throws(VectorError) {
        let path = "rules.json"
        var reader = try RecordReader(file: path, of: "the register", in: set)
        guard try reader.count("format") == 1 else { throw reader.failure("format must be 1") }
        let list = try reader.required("rules")
        try reader.finish()
        var indexes: [RuleID: Int] = [:]
        var keywordIndexes: [String: Int] = [:]
        var rules: [Rule] = []
        all = try reader.map(list, "rules") { (element) throws(VectorError) in
            let rule = try Rule(reading: element, in: path)
            guard indexes.updateValue(rules.count, forKey: rule.id) == nil else {
                throw reader.failure("the rule \(rule.id) is there twice", at: element)
            }
            for keyword in rule.keywords where keywordIndexes.updateValue(rules.count, forKey: keyword) != nil {
                throw reader.failure("the keyword \(keyword) has two default rules", at: element)
            }
            rules.append(rule)
            return rule
        }
        self.indexes = indexes
        self.keywordIndexes = keywordIndexes
    }
}

extension VectorSet {
    /// Reads and checks the register of rules.
    public func rules() throws(VectorError) -> RuleRegister {
        try RuleRegister(reading: self)
    }
}
