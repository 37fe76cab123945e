/// A JSON value built or edited in memory; the order of members is kept.
///
/// Literals build it: `let body: JSONTree = ["amount": 10_000, "currency": "rub"]`.
///
/// Two trees are equal when their numbers have the same values, their strings the same UTF-8 bytes, and their objects
/// the same members in the same order. Comparing, hashing and releasing a tree recurses once a level: a text of many
/// thousand levels, which only a policy of its own lets in, is better left in its document.
public enum JSONTree: Hashable, Sendable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONTree])
    /// An object: its members in order, equal names included.
    case object([Member])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// The name, not escaped.
        public var name: String
        /// The value.
        public var value: JSONTree

        /// Creates a member.
        public init(name: String, value: JSONTree) {
            self.name = name
            self.value = value
        }

        /// Whether the names have the same bytes and the values are equal.
        public static func == (first: Member, second: Member) -> Bool {
            first.name.utf8.elementsEqual(second.name.utf8) && first.value == second.value
        }

        /// Feeds the bytes of the name, and the value.
        public func hash(into hasher: inout Hasher) {
            hasher.combineUTF8(name)
            hasher.combine(value)
        }
    }

    /// Whether both are the same value; members in the same order.
    public static func == (first: JSONTree, second: JSONTree) -> Bool {
        switch (first, second) {
        case (.null, .null): true
        case (.boolean(let first), .boolean(let second)): first == second
        case (.number(let first), .number(let second)): first == second
        case (.string(let first), .string(let second)): first.utf8.elementsEqual(second.utf8)
        case (.array(let first), .array(let second)): first == second
        case (.object(let first), .object(let second)): first == second
        default: false
        }
    }

    /// Feeds the value.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combineUTF8(value)
        case .array(let elements): hasher.combine(elements)
        case .object(let members): hasher.combine(members)
        }
    }
}
