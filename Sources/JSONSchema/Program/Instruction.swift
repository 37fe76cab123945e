/// What one instruction of a compiled schema does.
enum Operation: UInt8 {
    /// The schema `false`.
    case never
    case type
    case reference
    case dynamicReference
    case allOf
    case anyOf
    case oneOf
    case not
    case conditional
    case dependentSchemas
    case properties
    case patternProperties
    case additionalProperties
    case propertyNames
    case prefixItems
    case items
    case contains
    case unevaluatedItems
    case unevaluatedProperties
    case enumeration
    case constant
    case multipleOf
    case maximum
    case exclusiveMaximum
    case minimum
    case exclusiveMinimum
    case maxLength
    case minLength
    case pattern
    case maxItems
    case minItems
    case uniqueItems
    case maxProperties
    case minProperties
    case required
    case dependentRequired
    case format
    case advisory

    // Of the verdict code alone.

    /// Ends a list of instructions that all held.
    case accept
    /// Runs the instructions at `a`, then goes on.
    case call
    /// The keywords about members in one walk over them; `a` is a plan.
    case members
    /// The same with `patternProperties`.
    case patternMembers
    /// A string among the candidates of the plan `a`.
    case stringAmong
    /// An integer in the range `a`.
    case integerRange
    /// The subschema `a`, left to the evaluator.
    case general
}

/// One instruction: what to do, and where its operands lie in the tables of the program.
struct Instruction: Equatable {
    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0

    /// Whether it looks at a scalar alone and applies no subschema.
    var isSimple: Bool {
        switch operation {
        case .stringAmong, .integerRange, .pattern, .format, .maxLength, .minLength, .multipleOf, .maximum,
            .exclusiveMaximum, .minimum, .exclusiveMinimum:
            true
        default: false
        }
    }
}

/// A type of an instance as verdict code tells them apart: the tape's kinds, with integers as a kind of their own.
enum InstanceKind {
    static let null = 0
    static let `false` = 1
    static let `true` = 2
    /// A number that is no integer.
    static let fraction = 3
    static let string = 4
    static let array = 5
    static let object = 6
    static let integer = 7
    static let count = 8

    static let everything: UInt8 = 0xFF

    static func mask(_ kind: Int) -> UInt8 { 1 << UInt8(kind) }
}
