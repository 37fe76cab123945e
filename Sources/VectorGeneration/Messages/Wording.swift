import PayoutContract
import StrictJSON

/// How generated cases name values, types and themselves.
enum Wording {
    /// The member that a pointer leads to: `amount`, `payments[0]`, or the body.
    static func name(of pointer: JSONPointer) -> String {
        guard let last = pointer.tokens.last else { return "the body" }
        guard last.utf8.allSatisfy({ (0x30...0x39).contains($0) }), pointer.tokens.count > 1 else { return last }
        return "\(pointer.tokens[pointer.tokens.count - 2])[\(last)]"
    }

    /// A value as a title shows it.
    static func shown(_ value: JSONTree) -> String {
        let text = JSONWriter.compact.writeString(value)
        return text.utf8.count <= 60 ? text : kind(value)
    }

    /// A type with its article.
    static func article(_ type: String) -> String {
        switch type {
        case "null": "null"
        case "array": "a list"
        case "integer", "object": "an \(type)"
        default: "a \(type)"
        }
    }

    /// The kind of a value with its article.
    static func kind(_ value: JSONTree) -> String {
        switch value {
        case .array([]): "an empty list"
        case .number(let number): number.isIntegerLiteral ? "an integer" : "a number"
        default: article(SampleValues.types(of: value)[0])
        }
    }

    /// A text as the end of an id: letters, digits and `_` stay, anything else becomes one hyphen.
    static func slug(_ text: String) -> String {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }.joined(separator: "-")
    }

    /// A value as the end of an id; nil where nothing readable remains.
    static func slug(_ value: JSONTree) -> String? {
        let text = slug(value.string ?? JSONWriter.compact.writeString(value))
        return text.isEmpty || text.utf8.count > 40 ? nil : text
    }
}
