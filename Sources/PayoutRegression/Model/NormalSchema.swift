import PayoutContract
import PayoutVectors
import StrictJSON

/// Everything that schemas say about one value, whatever way they are written in.
///
/// References are followed, `allOf` is flattened, annotations are dropped, and equal demands have one form: `const` is an
/// `enum` of one value, a negated `type` is the other types, and keywords about types that are not allowed are left out.
struct NormalSchema: Sendable {
    /// The number of another node of the same model.
    typealias NodeID = Int

    /// An end of a range of numbers.
    struct Bound: Hashable, Sendable {
        var value: JSONNumber
        var isExclusive: Bool
    }

    /// Branches of which any or exactly one has to hold.
    struct Choice: Hashable, Sendable {
        var isExclusive: Bool
        var branches: [NodeID]
        var origin: SchemaPlace
    }

    /// What `if`, `then` and `else` say.
    struct Condition: Hashable, Sendable {
        var test: NodeID
        var then: NodeID?
        var otherwise: NodeID?
        var origin: SchemaPlace
    }

    /// Elements that an array must have among others.
    struct Containment: Hashable, Sendable {
        var element: NodeID
        var minimum: Int
        var maximum: Int?
    }

    /// What holds for members or elements that no keyword has evaluated (core 11).
    struct Unevaluated: Hashable, Sendable {
        var keyword: String
        var element: NodeID
        /// The node whose keywords count as evaluating, where not all of the value's do.
        var scope: NodeID?
    }

    /// A check that an annotation keyword asks for.
    struct Check: Hashable, Sendable {
        var keyword: String
        var rule: RuleID
        var limit: Int
    }

    /// The schema objects that it was made of.
    var parts: [Int] = []
    /// No value is allowed.
    var isNever = false
    var types = ValueTypes.all
    /// The only values, where they are listed.
    var values: [JSONTree]?
    /// The values that any of the schemas lists, also those that another one excludes.
    var listed: [JSONTree] = []

    var lower: Bound?
    var upper: Bound?
    var multiples: Set<JSONNumber> = []

    var minimumLength = 0
    var maximumLength: Int?
    var patterns: Set<String> = []
    var formats: Set<String> = []

    var minimumCount = 0
    var maximumCount: Int?
    var hasUniqueElements = false
    var prefix: [NodeID] = []
    var rest: NodeID?
    var contained: [Containment] = []

    /// The names that are described, in the order of the schemas.
    var names: [String] = []
    var members: [String: NodeID] = [:]
    var patternMembers: [String: NodeID] = [:]
    /// What holds for members that are not described.
    var others: NodeID?
    var nameSchema: NodeID?
    var required: Set<String> = []
    var minimumMembers = 0
    var maximumMembers: Int?
    var dependentNames: [String: Set<String>] = [:]
    var dependentSchemas: [String: NodeID] = [:]

    var choices: [Choice] = []
    var conditions: [Condition] = []
    var prohibitions: [NodeID] = []
    var unevaluated: [Unevaluated] = []
    /// Keywords that this model does not understand, as written.
    var opaque: [String: Set<JSONTree>] = [:]

    var advice: NodeID?
    var checks: Set<Check> = []
    var echoes: Set<String> = []
    var sensitivity: Set<String> = []
    var instead: String?
    /// Values that the schemas give as examples; they demand nothing.
    var examples: [JSONTree] = []
    /// The rules that the schemas name, by keyword.
    var rules: [String: Set<String>] = [:]

    /// Whether it says nothing at all about a value.
    var isTrivial: Bool {
        !isNever && types == .all && values == nil && lower == nil && upper == nil && multiples.isEmpty
            && minimumLength == 0 && maximumLength == nil && patterns.isEmpty && formats.isEmpty && !hasArrayDemands
            && !hasObjectDemands && choices.isEmpty && conditions.isEmpty && prohibitions.isEmpty && opaque.isEmpty
            && unevaluated.isEmpty
    }

    /// Whether it says nothing at all, annotations that ask for checks among it.
    var demandsNothing: Bool { isTrivial && checks.isEmpty && echoes.isEmpty }

    var hasArrayDemands: Bool {
        minimumCount > 0 || maximumCount != nil || hasUniqueElements || !prefix.isEmpty || rest != nil
            || !contained.isEmpty
    }

    var hasObjectDemands: Bool {
        !members.isEmpty || !patternMembers.isEmpty || others != nil || nameSchema != nil || !required.isEmpty
            || minimumMembers > 0 || maximumMembers != nil || !dependentNames.isEmpty || !dependentSchemas.isEmpty
    }

    /// Drops what is said about values that are not allowed, and gives equal demands one form.
    mutating func canonicalize() {
        if let listed = values {
            let kept = listed.filter { types.contains(ValueTypes.of($0)) }
            values = kept
            types = kept.reduce(into: []) { $0.formUnion(ValueTypes.of($1)) }
        }
        if types.isEmpty || values?.isEmpty == true { isNever = true }
        if isNever {
            self = NormalSchema(parts: parts, isNever: true, types: [], instead: instead, rules: rules)
            return
        }
        canonicalizeNumbers()
        if !types.contains(.string) { dropStringDemands() }
        if !types.contains(.array) { dropArrayDemands() }
        if !types.contains(.object) { dropObjectDemands() }
    }

    private mutating func canonicalizeNumbers() {
        guard !types.isDisjoint(with: .number) else {
            lower = nil
            upper = nil
            multiples = []
            return
        }
        multiples = multiples.filter { !($0 == 1 && !types.contains(.fraction)) }
        if multiples.contains(1) {
            multiples.remove(1)
            types.remove(.fraction)
        }
        guard !types.contains(.fraction) else { return }
        if let bound = lower, bound.isExclusive, let value = bound.value.int64, value < .max {
            lower = Bound(value: JSONNumber(value + 1), isExclusive: false)
        }
        if let bound = upper, bound.isExclusive, let value = bound.value.int64, value > .min {
            upper = Bound(value: JSONNumber(value - 1), isExclusive: false)
        }
    }

    private mutating func dropStringDemands() {
        minimumLength = 0
        maximumLength = nil
        patterns = []
        formats = []
    }

    private mutating func dropArrayDemands() {
        minimumCount = 0
        maximumCount = nil
        hasUniqueElements = false
        prefix = []
        rest = nil
        contained = []
    }

    private mutating func dropObjectDemands() {
        names = []
        members = [:]
        patternMembers = [:]
        others = nil
        nameSchema = nil
        required = []
        minimumMembers = 0
        maximumMembers = nil
        dependentNames = [:]
        dependentSchemas = [:]
    }
}
