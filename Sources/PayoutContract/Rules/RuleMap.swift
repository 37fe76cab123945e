import JSONSchema
import PayoutVectors
import StrictJSON

/// Tells which rule a failing schema keyword belongs to.
///
/// The schema object that holds the keyword says it under `x-rules`; where it does not, the rule is the default one of
/// the keyword in the register. A failure inside a branch of `anyOf` or `oneOf` belongs to the rule of that keyword,
/// where it has one: no single branch is demanded.
struct RuleMap: Sendable {
    /// The annotation keyword that names the rules of the keywords beside it.
    static let rulesKeyword = "x-rules"
    /// The keyword whose subschema holds advice.
    static let adviceKeyword = "x-should"
    /// The annotation keyword that says, for a known wrong name, the right one.
    static let insteadKeyword = "x-instead"

    /// The rule for keywords that no other rule claims.
    static let fallback: RuleID = "MEMBER.VALUE"

    /// What a violation breaks.
    struct Answer {
        let rule: RuleID
        /// The place that the rule speaks of: the instance of the keyword that names it.
        let pointer: JSONPointer
        /// Whether a schema names the rule, rather than the register for all such keywords.
        let isExplicit: Bool
    }

    /// The register of all rules.
    let register: RuleRegister
    private let schemas: SchemaSet

    /// Makes the map for the schemas of one message.
    init(register: RuleRegister, schemas: SchemaSet) {
        self.register = register
        self.schemas = schemas
    }

    /// The rule that a violation at `pointer` in the message breaks.
    func answer(for violation: Violation, at pointer: JSONPointer) -> Answer {
        if let answer = choiceAnswer(for: violation, at: pointer) { return answer }
        if let rule = owner(of: violation)?[Self.rulesKeyword]?[violation.keyword]?.string {
            return Answer(rule: RuleID(rawValue: rule), pointer: pointer, isExplicit: true)
        }
        let rule = register.defaultRule(forKeyword: violation.keyword)?.id ?? Self.fallback
        return Answer(rule: rule, pointer: pointer, isExplicit: false)
    }

    /// The name to write instead of the member at fault, where the schema knows it.
    func rightName(for violation: Violation) -> String? {
        violation.keyword == "not" ? owner(of: violation)?[Self.insteadKeyword]?.string : nil
    }

    /// The schema object that holds the failing keyword.
    private func owner(of violation: Violation) -> JSONValue? {
        guard let holder = violation.schemaPointer.parent else { return nil }
        return schemas[violation.schemaURI]?.value(at: holder)
    }

    /// The rule of the outermost `anyOf` or `oneOf` on the way to the failing keyword that has one.
    private func choiceAnswer(for violation: Violation, at pointer: JSONPointer) -> Answer? {
        guard let way = JSONPointer(violation.keywordLocation)?.tokens, var schema = schemas.root else { return nil }
        var depth = 0
        var next = 0
        while next < way.count {
            let keyword = way[next]
            let isChoice = keyword == "anyOf" || keyword == "oneOf"
            // The keyword itself, at the end of the way, is its owner's matter.
            if isChoice, next + 1 < way.count, let rule = schema[Self.rulesKeyword]?[keyword]?.string {
                let tokens = Array(pointer.tokens.prefix(depth))
                return Answer(rule: RuleID(rawValue: rule), pointer: JSONPointer(tokens: tokens), isExplicit: true)
            }
            guard let step = Step(keyword: keyword, in: schema, argument: next + 1 < way.count ? way[next + 1] : nil)
            else { return nil }
            guard let target = keyword == "$ref" ? reference(of: schema) : step.target else { return nil }
            schema = target
            depth += step.descent
            next += step.length
        }
        return nil
    }

    private func reference(of schema: JSONValue) -> JSONValue? {
        schema["$ref"]?.string.flatMap { schemas.target(of: $0, in: schema) }
    }

    /// One step of the way through schemas.
    private struct Step {
        /// The number of tokens that the step takes: the keyword, and a name or position where it has one.
        let length: Int
        /// How far the step moves on in the instance.
        let descent: Int
        let target: JSONValue?

        init?(keyword: String, in schema: JSONValue, argument: String?) {
            switch keyword {
            case "properties", "patternProperties", "prefixItems":
                self.init(schema, [keyword, argument], descent: 1)
            case "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains":
                self.init(schema, [keyword], descent: 1)
            case "allOf", "anyOf", "oneOf", "dependentSchemas", "$defs":
                self.init(schema, [keyword, argument], descent: 0)
            default:
                self.init(schema, [keyword], descent: 0)
            }
        }

        private init?(_ schema: JSONValue, _ tokens: [String?], descent: Int) {
            let tokens = tokens.compactMap(\.self)
            length = tokens.count
            self.descent = descent
            target = schema.value(at: JSONPointer(tokens: tokens))
        }
    }
}
