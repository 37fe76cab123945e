import JSONSchema
import PayoutVectors
import StrictJSON

/// Turns what the schema and the value checks found into findings that people can read.
struct FindingWriter {
    let message: PreparedMessage
    let rules: RuleMap
    let profile: Profile
    let api: APIVersion

    /// The keywords of a member that should not be there.
    private static let unexpectedKeywords: Set<String> = [
        "additionalProperties", "unevaluatedProperties", "propertyNames",
    ]
    /// The keywords about the value itself, so that it helps to say what was found.
    private static let valueKeywords: Set<String> = [
        "type", "const", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "x-integer-literal",
    ]

    /// The finding for a failing schema keyword.
    func entry(for violation: Violation, in document: JSONDocument) -> FindingList.Entry {
        let location = violation.instanceLocation
        let answer = rules.answer(for: violation, at: location)
        let rule = rules.register[answer.rule]
        // An empty array stands for an empty object, so an array that holds something is of the wrong type.
        let isFullArray = violation.keyword == "maxItems" && answer.rule == "MEMBER.TYPE"
        var text =
            isFullArray ? "must be an object, found an array" : clause(of: rule, violation, at: location, in: document)
        var fix = fix(of: rule)
        if let name = rightName(for: violation, at: location) {
            text += ", did you mean \(name)?"
            fix = "write \(name)"
        }
        let isOfChoice = answer.pointer != location && rule?.message != nil
        let finding = Finding(
            rule: answer.rule,
            severity: severity(of: rule, isAdvisory: violation.isAdvisory),
            pointer: answer.pointer,
            byteRange: violation.byteRange,
            memberName: violation.memberName,
            message: "\(subject(isOfChoice ? answer.pointer : location)) \(text)",
            fix: fix
        )
        return FindingList.Entry(finding: finding, keyword: violation.keyword, isExplicit: answer.isExplicit)
    }

    /// The finding for a broken value check.
    func entry(for broken: BrokenCheck) -> FindingList.Entry {
        let rule = rules.register[broken.rule]
        var text = rule?.message?.en ?? "breaks the rule: \(rule?.statement.en ?? broken.rule.rawValue)"
        if Self.valueKeywords.contains(broken.keyword), let found = description(of: broken.value, at: broken.pointer) {
            text += ", found \(found)"
        }
        let finding = Finding(
            rule: broken.rule,
            severity: severity(of: rule, isAdvisory: false),
            pointer: broken.pointer,
            byteRange: broken.value.byteRange,
            message: "\(subject(broken.pointer)) \(text)",
            fix: fix(of: rule)
        )
        return FindingList.Entry(finding: finding, keyword: broken.keyword, isExplicit: true)
    }

    private func fix(of rule: Rule?) -> String? {
        rule.map { FixClause.of($0) }
    }

    private func severity(of rule: Rule?, isAdvisory: Bool) -> Severity {
        let severity = rule.map { Severity(profile.level(of: $0)) } ?? .error
        return isAdvisory ? min(severity, .warning) : severity
    }

    /// What is wrong, after the name of the member: the rule's own clause where it has one, else the schema engine's.
    private func clause(
        of rule: Rule?,
        _ violation: Violation,
        at location: JSONPointer,
        in document: JSONDocument
    ) -> String {
        let isUnexpected = Self.unexpectedKeywords.contains(violation.keyword)
        let value = isUnexpected ? nil : document.root.value(at: location)
        let found = value.flatMap { description(of: $0, at: location) }
        let message = violation.message
        guard let clause = rule?.message?.en, Self.fits(clause, message) else {
            let clause = cleaned(message, value, found)
            guard rule?.level == .should, clause.hasPrefix("must ") else { return clause }
            return "should " + clause.dropFirst("must ".count)
        }
        let isString = value?.kind == .string && violation.keyword != "type"
        guard Self.valueKeywords.contains(violation.keyword), !isString, let found else { return clause }
        return "\(clause), found \(found)"
    }

    /// Whether a rule's clause suits a violation: a rule about a member may be broken by its value and by its absence.
    private static func fits(_ clause: String, _ message: String) -> Bool {
        let absence = "must have the member"
        if message.hasPrefix(absence) { return !clause.hasPrefix("must be ") }
        return !clause.hasPrefix(absence)
    }

    /// The engine's clause without a number that is personal data.
    private func cleaned(_ clause: String, _ value: JSONValue?, _ found: String?) -> String {
        guard let value, value.kind == .number, let found, found != value.number?.literal else { return clause }
        // The engine ends its clause with the number that it found.
        let words = clause.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 2, words[words.count - 2] == "found" else { return clause }
        return (words.dropLast() + [Substring(found)]).joined(separator: " ")
    }

    /// What stands there instead, as far as it may be said: a number where it is no personal data, else the kind.
    private func description(of value: JSONValue, at pointer: JSONPointer) -> String? {
        switch value.kind {
        case .null: return "null"
        case .boolean: return value.boolean == true ? "true" : "false"
        case .string: return "a string"
        case .array: return "an array"
        case .object: return "an object"
        case .number:
            guard let literal = value.number?.literal else { return nil }
            let isSecret =
                message.plan.isSensitive(at: pointer)
                || pointer.tokens.contains { SensitiveData.kind(ofMember: $0) != nil }
            return isSecret || literal.utf8.count > 40 ? "a number" : literal
        }
    }

    /// The name of the member at a place, `payments[0]` for an element, or what stands for the whole body.
    private func subject(_ pointer: JSONPointer) -> String {
        guard let last = pointer.tokens.last else { return "the body" }
        guard let name = pointer.tokens.last(where: { !Self.isPosition($0) }), Self.isPosition(last) else {
            return Self.shortened(last)
        }
        return "\(Self.shortened(name))[\(last)]"
    }

    private static func isPosition(_ token: String) -> Bool {
        !token.isEmpty && token.utf8.allSatisfy(CardDigits.isDigit)
    }

    private static func shortened(_ name: String) -> String {
        name.isEmpty ? "the member without a name" : MemberName.shown(name)
    }

    private func rightName(for violation: Violation, at location: JSONPointer) -> String? {
        if let name = rules.rightName(for: violation) { return name }
        guard Self.unexpectedKeywords.contains(violation.keyword), let name = violation.memberName,
            let parent = location.parent
        else { return nil }
        return NameSuggestion.rightName(for: name, among: message.plan.knownNames(at: parent), api: api)
    }
}
