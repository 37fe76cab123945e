extension JSONTextError {
    /// The rule of the JSON grammar, or of the policy, that a text breaks.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Rule: String {
            case unexpectedEnd = "unexpected_end"
            case byteOrderMark = "byte_order_mark"
            case invalidUTF8 = "invalid_utf8"
            case expectedValue = "expected_value"
            case misspelledLiteral = "misspelled_literal"
            case expectedName = "expected_name"
            case expectedColon = "expected_colon"
            case expectedCommaOrBrace = "expected_comma_or_brace"
            case expectedCommaOrBracket = "expected_comma_or_bracket"
            case trailingComma = "trailing_comma"
            case leadingZero = "leading_zero"
            case expectedDigit = "expected_digit"
            case controlCharacter = "control_character"
            case invalidEscape = "invalid_escape"
            case expectedHexDigit = "expected_hex_digit"
            case loneSurrogate = "lone_surrogate"
            case duplicateName = "duplicate_name"
            case tooDeep = "too_deep"
            case tooLong = "too_long"
            case trailingBytes = "trailing_bytes"
        }

        private var rule: Rule

        /// A short name that stays the same, such as `duplicate_name`.
        public var identifier: String { rule.rawValue }

        /// The text ends inside a value, or holds none.
        public static let unexpectedEnd = Code(rule: .unexpectedEnd)
        /// The text starts with the bytes EF BB BF (RFC 8259 section 8.1 forbids to send them).
        public static let byteOrderMark = Code(rule: .byteOrderMark)
        /// A byte sequence is not UTF-8: overlong, a surrogate, above U+10FFFF, cut or out of place.
        public static let invalidUTF8 = Code(rule: .invalidUTF8)
        /// Something else stands where a value must start.
        public static let expectedValue = Code(rule: .expectedValue)
        /// A word that starts as `true`, `false` or `null` does not end so.
        public static let misspelledLiteral = Code(rule: .misspelledLiteral)
        /// Something other than a string stands where a member's name must start.
        public static let expectedName = Code(rule: .expectedName)
        /// Something other than `:` follows a member's name.
        public static let expectedColon = Code(rule: .expectedColon)
        /// Something other than `,` or `}` follows a member.
        public static let expectedCommaOrBrace = Code(rule: .expectedCommaOrBrace)
        /// Something other than `,` or `]` follows an element.
        public static let expectedCommaOrBracket = Code(rule: .expectedCommaOrBracket)
        /// A closing bracket or brace follows a comma; the offset is that of the bracket.
        public static let trailingComma = Code(rule: .trailingComma)
        /// A digit follows a number's leading zero.
        public static let leadingZero = Code(rule: .leadingZero)
        /// A number lacks a digit after its minus sign, point or exponent mark.
        public static let expectedDigit = Code(rule: .expectedDigit)
        /// A string holds a byte below 0x20, which must be escaped.
        public static let controlCharacter = Code(rule: .controlCharacter)
        /// A byte follows `\` that makes no escape; the offset is that of the byte.
        public static let invalidEscape = Code(rule: .invalidEscape)
        /// One of the four bytes after `\u` is no hexadecimal digit.
        public static let expectedHexDigit = Code(rule: .expectedHexDigit)
        /// A `\u` escape names half of a surrogate pair without the other half; the offset is that of its `\`.
        public static let loneSurrogate = Code(rule: .loneSurrogate)
        /// An object holds the same name twice; the offset is that of the repetition's opening quote.
        public static let duplicateName = Code(rule: .duplicateName)
        /// Arrays and objects are nested deeper than the policy allows; the offset is that of the bracket.
        public static let tooDeep = Code(rule: .tooDeep)
        /// The text is longer than the policy allows; the offset is that of the first byte beyond.
        public static let tooLong = Code(rule: .tooLong)
        /// Something other than whitespace follows the value.
        public static let trailingBytes = Code(rule: .trailingBytes)

        /// All codes there are.
        public static let all: [Code] = [
            unexpectedEnd, byteOrderMark, invalidUTF8, expectedValue, misspelledLiteral, expectedName, expectedColon,
            expectedCommaOrBrace, expectedCommaOrBracket, trailingComma, leadingZero, expectedDigit, controlCharacter,
            invalidEscape, expectedHexDigit, loneSurrogate, duplicateName, tooDeep, tooLong, trailingBytes,
        ]

        /// A clause in English without a full stop, such as `the text ends inside a value`.
        public var description: String {
            switch rule {
            case .unexpectedEnd: "the text ends before its value is complete"
            case .byteOrderMark: "the text starts with a byte order mark"
            case .invalidUTF8: "the bytes are not UTF-8"
            case .expectedValue: "a value is expected here"
            case .misspelledLiteral: "only the words true, false and null are values, in lower case"
            case .expectedName: "a member's name in double quotes is expected here"
            case .expectedColon: "a colon is expected after a member's name"
            case .expectedCommaOrBrace: "a comma or a closing brace is expected after a member"
            case .expectedCommaOrBracket: "a comma or a closing bracket is expected after an element"
            case .trailingComma: "a comma must be followed by another member or element"
            case .leadingZero: "a number must not start with a zero that other digits follow"
            case .expectedDigit: "a digit is expected here"
            case .controlCharacter: "a control character in a string must be escaped"
            case .invalidEscape: "a backslash must be followed by one of \" \\ / b f n r t u"
            case .expectedHexDigit: "\\u must be followed by four hexadecimal digits"
            case .loneSurrogate: "a \\u escape names half of a surrogate pair without the other half"
            case .duplicateName: "the object already has a member of this name"
            case .tooDeep: "arrays and objects are nested too deep"
            case .tooLong: "the text is too long"
            case .trailingBytes: "nothing but whitespace may follow the value"
            }
        }
    }
}
