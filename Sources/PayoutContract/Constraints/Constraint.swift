public import PayoutVectors
public import StrictJSON

/// One thing that the contract demands: a keyword of a schema object that can fail, or decides what can.
public struct Constraint: Hashable, Sendable, CustomStringConvertible {
    /// What hangs on a keyword.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// It holds wherever its schema object applies; breaking it breaks a rule.
        case assertion
        /// It stands inside `x-should`: breaking it is advice.
        case advice
        /// It stands in a branch of `anyOf` or `oneOf`: no single branch is demanded.
        case alternative
        /// It stands inside `if` or `not`: it says when another constraint applies, or what must not be.
        case condition
    }

    /// The schema object that holds the keyword.
    public let schema: SchemaPlace
    /// The keyword.
    public let keyword: String
    /// The keyword's value.
    public let value: JSONTree
    /// What hangs on it.
    public let role: Role
    /// The rules that it belongs to; at least one.
    ///
    /// Of an assertion or of advice it is the one rule that is broken. Of an alternative: the rule of the choice around
    /// it, and its own. Of a condition: the rules of all that it decides about.
    public let rules: [RuleID]

    /// Creates a constraint.
    public init(schema: SchemaPlace, keyword: String, value: JSONTree, role: Role, rules: [RuleID]) {
        self.schema = schema
        self.keyword = keyword
        self.value = value
        self.role = role
        self.rules = rules
    }

    /// The place of the keyword: `common/amount#/properties/amount/minimum`.
    public var description: String { "\(schema.appending(keyword))" }

    /// The words that lead to the keyword, for the ids of cases: the tokens of its place without `properties`, and
    /// `all-0` for the first branch of `allOf`.
    public var path: [String] {
        var words: [String] = []
        var tokens = schema.pointer.tokens[...]
        while let token = tokens.popFirst() {
            switch token {
            case "properties", "$defs":
                if let name = tokens.popFirst() { words.append(name) }
            case "allOf", "anyOf", "oneOf", "prefixItems":
                words.append("\(token.prefix(while: \.isLowercase))-\(tokens.popFirst() ?? "")")
            case "x-should": words.append("should")
            default: words.append(token)
            }
        }
        return words + [keyword]
    }
}
