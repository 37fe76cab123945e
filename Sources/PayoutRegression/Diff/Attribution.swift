import JSONSchema
import StrictJSON

/// What a judge says of a message that it refuses.
struct Refusal {
    let body: [UInt8]
    let violations: [Violation]
    /// The broken checks and rules, where no schema fails.
    let faults: [Fault]

    init(of body: [UInt8], by judge: MessageJudge) {
        self.body = body
        let document = try? JSONDocument(parsing: body)
        violations = document.map { judge.schema.violations(in: $0, limit: 200).filter { !$0.isAdvisory } } ?? []
        faults = judge.faults(body).filter(\.isError)
    }

    /// The first thing that is wrong.
    var reason: String {
        violations.first.map(Self.sentence) ?? faults.first.map(Self.sentence) ?? "it is not accepted"
    }

    static func sentence(_ violation: Violation) -> String {
        let place = violation.instanceLocation.description
        return "\(place.isEmpty ? "the body" : place) \(violation.message)"
    }

    static func sentence(_ fault: Fault) -> String { "\(fault.sentence) [\(fault.rule)]" }
}

extension ContractChange.Witness {
    init(_ refusal: Refusal, isRefusedByNew: Bool, reason: String) {
        self.init(body: refusal.body, isRefusedByNew: isRefusedByNew, reason: reason)
    }
}

/// Whether a refusal is because of one difference, where a message has several.
struct Attribution {
    private let difference: SchemaDifference
    /// Whether the message has no other difference.
    private let isSole: Bool

    init(_ difference: SchemaDifference, isSole: Bool) {
        self.difference = difference
        self.isSole = isSole
    }

    /// What the judge says about the difference, or nil where it refuses for something else.
    func reason(for refusal: Refusal) -> String? {
        if let found = refusal.violations.first(where: isBecauseOfDifference) { return Refusal.sentence(found) }
        // Where the schema is satisfied, a check or the level of a rule decides.
        let isOpen = refusal.violations.isEmpty && difference.rule == nil
        if let fault = refusal.faults.first(where: { isOpen || $0.rule == difference.rule }) {
            return Refusal.sentence(fault)
        }
        return isSole ? refusal.reason : nil
    }

    private func isBecauseOfDifference(_ violation: Violation) -> Bool {
        let keywords = difference.kind.keywords
        guard keywords.isEmpty || keywords.contains(violation.keyword) else { return false }
        let place = violation.instanceLocation
        guard let name = difference.name else { return Self.related(place, difference.pointer) }
        if difference.kind.isAboutMember {
            let member = difference.pointer.appending(name)
            return place.tokens.count >= member.tokens.count && Self.related(place, member)
        }
        if let missing = violation.memberName, !keywords.isEmpty, missing != name { return false }
        return Self.related(place, difference.pointer)
    }

    /// Whether two places are the same, or one holds the other; elements are not told apart.
    static func related(_ first: JSONPointer, _ second: JSONPointer) -> Bool {
        zip(first.tokens, second.tokens).allSatisfy(areAlike)
    }

    /// Whether two places are the same but for the positions of elements.
    static func matches(_ first: JSONPointer, _ second: JSONPointer) -> Bool {
        first.tokens.count == second.tokens.count && related(first, second)
    }

    private static func areAlike(_ first: String, _ second: String) -> Bool {
        first == second || (Int(first) != nil && Int(second) != nil) || first == "another_member"
            || second == "another_member"
    }
}
