@_spi(Tape) import StrictJSON

/// Words for one record.
///
/// Strings of the instance may be personal data and are never shown; numbers, types, counts and names are.
struct MessageWriter {
    /// Longer lists are cut.
    static let maximumAlternatives = 12
    /// Longer numbers and patterns are cut.
    static let maximumTextLength = 80

    let evaluation: FailedEvaluation
    let tape: JSONTape
    let record: Record

    private var program: Program { evaluation.program }
    private var index: Int { Int(record.index) }

    /// What is wrong, as a clause without subject.
    func message() -> String {
        guard record.instruction >= 0 else { return "is too deep or too large for its schema to be applied" }
        let instruction = program.storage.view.instructions[Int(record.instruction)]
        switch (instruction.operation, record.detail) {
        case (.required, .name(let name)):
            return "must have the member \(program.name(name))"
        case (.dependentRequired, .names(let name, let cause)):
            return "must have the member \(program.name(name)) when it has \(program.name(cause))"
        case (_, .choice(let choice)):
            return choiceMessage(evaluation.choices[Int(choice)])
        case (_, .missingChoice(let choice)):
            return "must have the member \(MessageWriter.list(evaluation.choices[Int(choice)].map(program.name)))"
        case (.additionalProperties, _), (.unevaluatedProperties, _), (.propertyNames, _), (.never, _):
            return unwantedMessage()
        case (.not, _):
            return notMessage(instruction)
        default:
            return message(instruction)
        }
    }

    /// The member that is missing, or that must not be there.
    func memberName() -> String? {
        guard record.instruction >= 0 else { return nil }
        let instruction = program.storage.view.instructions[Int(record.instruction)]
        switch (instruction.operation, record.detail) {
        case (.required, .name(let name)), (.dependentRequired, .names(let name, _)):
            return program.name(name)
        case (_, .choice):
            return nil
        case (_, .missingChoice(let choice)):
            return evaluation.choices[Int(choice)].first.map(program.name)
        case (.additionalProperties, _), (.unevaluatedProperties, _), (.propertyNames, _), (.never, _):
            return unwantedName.map(tape.string)
        case (.not, _):
            let exclusions = exclusions(of: instruction)
            return exclusions.isEmpty ? unwantedName.map(tape.string) : excludedName(exclusions).map(program.name)
        default:
            return tape.kind(index) == .name ? tape.string(index) : nil
        }
    }

    // MARK: Members

    /// The name of the member that must not be there; nil where the instance is none.
    private var unwantedName: Int? {
        guard index != evaluation.root else { return nil }
        return tape.kind(index) == .name ? index : tape.name(ofValue: index)
    }

    private func unwantedMessage() -> String {
        if let unwantedName { return "must not have the member \(MessageWriter.cut(tape.string(unwantedName)))" }
        return index == evaluation.root ? "must not be there" : "must not have this element"
    }

    // MARK: Alternatives

    private func choiceMessage(_ choice: [Int32]) -> String {
        let instructions = program.storage.view.instructions
        let operations = choice.map { instructions[Int($0)] }
        if operations.allSatisfy({ $0.operation == .type }) {
            let mask = operations.reduce(UInt8(0)) { $0 | UInt8(truncatingIfNeeded: $1.a) }
            return "must be \(MessageWriter.list(TypeName.phrases(mask)))\(found)"
        }
        let values = operations.flatMap { program.valueSets[Int($0.a)].values }
        return "must be \(oneOf(values))\(foundNumber)"
    }

    // MARK: Exclusions

    /// What the subschema of `not` asks for.
    private func exclusions(of instruction: Instruction) -> [Instruction] {
        let node = program.nodes[Int(instruction.a)]
        return (node.start..<node.end).map { program.storage.view.instructions[Int($0)] }
    }

    /// The one name that the subschema of `not` asks for, if it asks for nothing else.
    private func excludedName(_ exclusions: [Instruction]) -> Int32? {
        guard exclusions.count == 1, exclusions[0].operation == .required, exclusions[0].b == 1 else { return nil }
        return program.storage.view.nameLists[Int(exclusions[0].a)]
    }

    private func notMessage(_ instruction: Instruction) -> String {
        let exclusions = exclusions(of: instruction)
        if exclusions.isEmpty { return unwantedMessage() }
        if let name = excludedName(exclusions) { return "must not have the member \(program.name(name))" }
        guard exclusions.count == 1 else { return "must not be what the schema excludes" }
        switch exclusions[0].operation {
        case .type:
            return "must not be \(MessageWriter.list(TypeName.phrases(UInt8(truncatingIfNeeded: exclusions[0].a))))"
        case .constant, .enumeration:
            return "must not be \(oneOf(program.valueSets[Int(exclusions[0].a)].values))"
        case .pattern:
            return "must not match the pattern \(pattern(exclusions[0]))"
        default:
            return "must not be what the schema excludes"
        }
    }

    // MARK: Assertions

    private func message(_ instruction: Instruction) -> String {
        switch instruction.operation {
        case .type:
            "must be \(MessageWriter.list(TypeName.phrases(UInt8(truncatingIfNeeded: instruction.a))))\(found)"
        case .enumeration, .constant: "must be \(oneOf(program.valueSets[Int(instruction.a)].values))\(foundNumber)"
        case .multipleOf: "must be a multiple of \(number(instruction))\(foundNumber)"
        case .maximum: "must be at most \(number(instruction))\(foundNumber)"
        case .exclusiveMaximum: "must be less than \(number(instruction))\(foundNumber)"
        case .minimum: "must be at least \(number(instruction))\(foundNumber)"
        case .exclusiveMinimum: "must be greater than \(number(instruction))\(foundNumber)"
        case .maxLength: "must have at most \(count(instruction.a, "character")), has \(tape.scalarCount(index))"
        case .minLength: "must have at least \(count(instruction.a, "character")), has \(tape.scalarCount(index))"
        case .pattern: "must match the pattern \(pattern(instruction))"
        case .maxItems: "must have at most \(count(instruction.a, "element")), has \(tape.childCount(index))"
        case .minItems: "must have at least \(count(instruction.a, "element")), has \(tape.childCount(index))"
        case .maxProperties: "must have at most \(count(instruction.a, "member")), has \(tape.childCount(index))"
        case .minProperties: "must have at least \(count(instruction.a, "member")), has \(tape.childCount(index))"
        case .format: "must be \(Format.allCases[Int(instruction.a)].phrase)"
        default: otherMessage(instruction)
        }
    }

    private func otherMessage(_ instruction: Instruction) -> String {
        switch (instruction.operation, record.detail) {
        case (.uniqueItems, .elements(let first, let second)):
            return "must not have equal elements, found them at \(first) and \(second)"
        case (.contains, .count(let found)):
            if instruction.c >= 0, found > instruction.c {
                return "must have at most \(count(instruction.c, "element")) of the kind asked for, has \(found)"
            }
            return "must have at least \(count(instruction.b, "element")) of the kind asked for, has \(found)"
        case (.oneOf, .count(let found)):
            return "must match exactly one of \(instruction.b) alternatives, matches \(found)"
        case (.unevaluatedItems, _):
            return "must not have this element"
        case (.anyOf, _), (.oneOf, _):
            return "must match one of \(count(instruction.b, "alternative"))"
        default:
            return "must match its schema"
        }
    }

    // MARK: Parts

    private var found: String {
        switch tape.kind(index) {
        case .number: foundNumber
        case .null: ", found null"
        case .true: ", found true"
        case .false: ", found false"
        case .string, .name: ", found a string"
        case .array: ", found an array"
        case .object: ", found an object"
        }
    }

    private var foundNumber: String {
        guard tape.kind(index) == .number else { return "" }
        return ", found \(MessageWriter.cut(String(decoding: tape.written(index), as: UTF8.self)))"
    }

    private func number(_ instruction: Instruction) -> String {
        MessageWriter.cut(program.numbers[Int(instruction.a)].literal)
    }

    private func pattern(_ instruction: Instruction) -> String {
        MessageWriter.cut(program.patterns[Int(instruction.a)].text)
    }

    private func count(_ count: Int32, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// The values of a schema as a list; a string that is one plain word stands without quotes.
    private func oneOf(_ values: [JSONValue]) -> String {
        guard values.count > 1 else { return values.first.map(MessageWriter.text) ?? "nothing" }
        return "one of " + MessageWriter.list(values.map(MessageWriter.text), last: nil)
    }

    private static func text(_ value: JSONValue) -> String {
        if let text = value.string, !text.isEmpty,
            text.utf8.allSatisfy({ URISyntax.isUnreserved($0) || $0 == 0x2F || $0 == 0x3A })
        {
            return cut(text)
        }
        return cut(String(decoding: value.rawBytes, as: UTF8.self))
    }

    /// `a, b or c`, or `a, b, c` without a last word; long lists are cut.
    static func list(_ parts: [String], last: String? = "or") -> String {
        var shown = Array(parts.prefix(maximumAlternatives))
        if parts.count > shown.count {
            shown.append("and \(parts.count - shown.count) more")
            return shown.joined(separator: ", ")
        }
        guard let word = last, shown.count > 1, let end = shown.popLast() else { return shown.joined(separator: ", ") }
        return "\(shown.joined(separator: ", ")) \(word) \(end)"
    }

    static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumTextLength, text.unicodeScalars.count > maximumTextLength else { return text }
        return String(text.unicodeScalars.prefix(maximumTextLength)) + "..."
    }
}
