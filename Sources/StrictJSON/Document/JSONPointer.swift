/// A JSON Pointer (RFC 6901): the way from a value to a value inside it.
///
/// Two pointers are equal when their tokens have the same UTF-8 bytes.
public struct JSONPointer: Sendable {
    /// Names of members and positions of elements, from the outermost on, not escaped.
    public var tokens: [String]

    /// Creates a pointer from its tokens.
    public init(tokens: [String]) {
        self.tokens = tokens
    }

    /// Reads the string form: empty, or `/` before each token, with `~0` for `~` and `~1` for `/`.
    ///
    /// Nil when the text is no pointer: another first byte, or a `~` that neither 0 nor 1 follows.
    public init?(_ text: String) {
        var tokens: [String] = []
        var token: [UInt8] = []
        var isEscaped = false
        for (offset, byte) in text.utf8.enumerated() {
            if offset == 0 {
                guard byte == ASCII.solidus else { return nil }
            } else if isEscaped {
                guard byte == 0x30 || byte == 0x31 else { return nil }
                token.append(byte == 0x30 ? 0x7E : ASCII.solidus)
                isEscaped = false
            } else if byte == ASCII.solidus {
                tokens.append(String(decoding: token, as: UTF8.self))
                token.removeAll(keepingCapacity: true)
            } else if byte == 0x7E {
                isEscaped = true
            } else {
                token.append(byte)
            }
        }
        if isEscaped { return nil }
        if !text.utf8.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
        self.tokens = tokens
    }

    /// The pointer to the whole document.
    public static let root = JSONPointer(tokens: [])

    /// The pointer to a member of what this one points to.
    public func appending(_ name: String) -> JSONPointer { JSONPointer(tokens: tokens + [name]) }

    /// The pointer to an element of what this one points to; positions count from 0.
    public func appending(_ position: Int) -> JSONPointer { appending(String(position)) }

    /// The pointer to what holds the target; nil for the root.
    public var parent: JSONPointer? { tokens.isEmpty ? nil : JSONPointer(tokens: Array(tokens.dropLast())) }

    /// Whether the other pointer starts with all tokens of this one.
    public func isPrefix(of other: JSONPointer) -> Bool {
        tokens.count <= other.tokens.count
            && zip(tokens, other.tokens).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// The position that a token names in an array: `0`, or digits without a leading zero.
    static func arrayIndex(_ token: String) -> Int? {
        let bytes = token.utf8
        guard let first = bytes.first, bytes.allSatisfy(ASCII.isDigit) else { return nil }
        guard first != ASCII.zero || bytes.count == 1 else { return nil }
        return Int(token)
    }
}

extension JSONPointer: Hashable {
    /// Whether both have the same tokens, by their UTF-8 bytes.
    public static func == (first: JSONPointer, second: JSONPointer) -> Bool {
        first.tokens.count == second.tokens.count && first.isPrefix(of: second)
    }

    /// Feeds the bytes of the tokens.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(tokens.count)
        for token in tokens { hasher.combineUTF8(token) }
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The string form, such as `/amount_details/amount`.
    public var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}

extension Hasher {
    /// Feeds a text by its UTF-8 bytes, so that canonically equal texts may differ.
    mutating func combineUTF8(_ text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
        // A byte that UTF-8 never holds ends the text, so that "a", "b" and "ab", "" differ.
        combine(UInt8(0xFF))
    }
}
