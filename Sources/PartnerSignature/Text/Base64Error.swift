/// Why a text is not standard Base64.
public struct Base64Error: Error, Hashable, Sendable, CustomStringConvertible {
    /// The rule of RFC 4648 that failed.
    public struct Code: Hashable, Sendable {
        private enum Rule {
            case unexpectedByte
            case missingPadding
            case unexpectedPadding
            case trailingData
            case unusedBits
        }

        private let rule: Rule

        /// A byte that is not in the alphabet, or data where padding is due.
        public static let unexpectedByte = Code(rule: .unexpectedByte)
        /// The text ends inside a group of four characters.
        public static let missingPadding = Code(rule: .missingPadding)
        /// Padding where none is due.
        public static let unexpectedPadding = Code(rule: .unexpectedPadding)
        /// Something stands after the padding.
        public static let trailingData = Code(rule: .trailingData)
        /// Bits that belong to no byte are not zero, so two texts would stand for the same bytes.
        public static let unusedBits = Code(rule: .unusedBits)

        /// The rule as a sentence without its end.
        public var sentence: String {
            switch rule {
            case .unexpectedByte: "a byte outside the Base64 alphabet"
            case .missingPadding: "the text ends inside a group of four characters"
            case .unexpectedPadding: "padding where none is due"
            case .trailingData: "data after the padding"
            case .unusedBits: "the last character carries bits that belong to no byte"
            }
        }
    }

    /// The rule that failed.
    public let code: Code

    /// Offset of the first wrong byte, counted from 0; the length of the text when it ends too early.
    public let offset: Int

    /// The sentence and the offset.
    public var description: String {
        "\(code.sentence), at offset \(offset)"
    }
}
