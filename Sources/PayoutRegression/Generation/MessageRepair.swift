import JSONSchema
import PayoutContract
import StrictJSON

/// Mends messages by what the schema says is wrong with them.
///
/// Conditions, choices and references need no understanding of their own that way: each failing keyword names its place
/// in the message and in the schema, and most can be satisfied there.
struct MessageRepair {
    /// What a mended message must still have: a value at a place, or nothing there.
    struct Pin {
        let pointer: JSONPointer
        let value: JSONTree?

        func holds(in message: JSONTree) -> Bool {
            guard let value else { return message[pointer] == nil }
            return message[pointer].map { JSONEquality.areEqual($0, value) } ?? false
        }
    }

    private static let roundCount = 10

    let model: SchemaModel
    let judge: MessageJudge
    var builder: ValueBuilder
    /// How many parts of values were built and bytes of messages judged.
    private(set) var effort = 0

    init(model: SchemaModel, judge: MessageJudge, builder: ValueBuilder) {
        self.model = model
        self.judge = judge
        self.builder = builder
    }

    /// A right message that differs from `message` where it must and keeps the pins, or nil where none is found.
    mutating func mend(_ message: JSONTree, pins: [Pin]) -> JSONTree? {
        var current = message
        for _ in 0..<Self.roundCount {
            guard pins.allSatisfy({ $0.holds(in: current) }) else { return nil }
            let bytes = JSONWriter.compact.write(current)
            guard let document = try? JSONDocument(parsing: bytes) else { return nil }
            effort += bytes.count + model.judgingEffort
            if judge.isRight(document) { return current }
            let violations = judge.schema.violations(in: document, limit: 20).filter { !$0.isAdvisory }
            guard let next = step(current, violations, pins: pins) else { return nil }
            current = next
        }
        return nil
    }

    private mutating func value(of node: SchemaModel.NodeID) -> JSONTree? {
        defer { effort += builder.effort }
        return builder.value(of: node)
    }

    private mutating func step(_ message: JSONTree, _ violations: [Violation], pins: [Pin]) -> JSONTree? {
        for violation in violations.shuffled(using: &builder.random) {
            if let next = mend(violation, in: message, pins: pins), next != message,
                pins.allSatisfy({ $0.holds(in: next) })
            {
                return next
            }
        }
        return turn(message, pins: pins)
    }

    /// The message with what one keyword demands, or nil where that is not known.
    mutating func mend(_ violation: Violation, in message: JSONTree, pins: [Pin]) -> JSONTree? {
        let place = violation.instanceLocation
        let holder = SchemaPlace(
            uri: violation.schemaURI,
            pointer: violation.schemaPointer.parent ?? .root
        )
        let keyword = model.library[holder]?[violation.keyword]
        switch violation.keyword {
        case "required", "dependentRequired":
            guard let name = violation.memberName else { return nil }
            let target = place.appending(name)
            let branch = model.node([holder])
            let node = model.node(joining: [model.node(at: target), model.member(name, of: branch)])
            guard !pins.contains(where: { $0.value == nil && $0.pointer == target }),
                let value = value(of: node) ?? value(of: model.node(at: target))
            else { return nil }
            return message.setting(target, to: value)
        case "not":
            return mendNegation(keyword ?? true, at: place, in: message, pins: pins)
        case "additionalProperties", "unevaluatedProperties", "propertyNames", "":
            return removing(place, from: message, pins: pins)
        case "const":
            return keyword.map { message.setting(place, to: $0) }
        case "enum":
            return builder.pick(keyword?.elements ?? []).map { message.setting(place, to: $0) }
        default:
            let node = model.node(joining: [model.node(at: place), model.node([holder])])
            return value(of: node).map { message.setting(place, to: $0) }
        }
    }

    private mutating func mendNegation(
        _ negated: JSONTree,
        at place: JSONPointer,
        in message: JSONTree,
        pins: [Pin]
    ) -> JSONTree? {
        for name in (negated["required"]?.elements ?? []).compactMap(\.string) {
            if let next = removing(place.appending(name), from: message, pins: pins) { return next }
        }
        let isValueAtFault = negated["type"] != nil || negated["pattern"] != nil || negated["const"] != nil
        if isValueAtFault, let value = value(of: model.node(at: place)) {
            return message.setting(place, to: value)
        }
        return removing(place, from: message, pins: pins)
    }

    private func removing(_ place: JSONPointer, from message: JSONTree, pins: [Pin]) -> JSONTree? {
        guard !place.tokens.isEmpty, message[place] != nil,
            !pins.contains(where: { $0.value != nil && place.isPrefix(of: $0.pointer) })
        else { return nil }
        return message.removing(place)
    }

    /// Gives a member beside the way to a pin another one of its few values: most conditions hang on such a member.
    ///
    /// A value that is the name of the next member on the way goes first: `"type": "card"` beside `card`.
    private mutating func turn(_ message: JSONTree, pins: [Pin]) -> JSONTree? {
        var candidates: [(place: JSONPointer, value: JSONTree)] = []
        for pin in pins {
            for depth in pin.pointer.tokens.indices.reversed() {
                let object = JSONPointer(tokens: Array(pin.pointer.tokens.prefix(depth)))
                let next = pin.pointer.tokens[depth]
                let node = model.node(at: object)
                for name in model[node].names {
                    let place = object.appending(name)
                    guard let child = model[node].members[name], !pins.contains(where: { $0.pointer == place }) else {
                        continue
                    }
                    for value in model[child].values ?? [] where message[place] != value {
                        if pin.value != nil, value.string == next { return message.setting(place, to: value) }
                        candidates.append((place, value))
                    }
                }
            }
        }
        return builder.pick(candidates).map { message.setting($0.place, to: $0.value) }
    }
}
