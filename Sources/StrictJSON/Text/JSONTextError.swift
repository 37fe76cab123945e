/// Why bytes are not a JSON text, and where.
///
/// It holds offsets only, never a part of the text: bodies carry names and account numbers, and errors reach logs.
public struct JSONTextError: Error, Hashable, Sendable {
    /// The rule that failed.
    public var code: Code
    /// Offset of the first offending byte, in bytes from 0; the length of the text where the text ends too early.
    ///
    /// Of an ill-formed UTF-8 sequence, a lone surrogate escape and a repeated name it is the first byte of the whole.
    public var offset: Int
    /// Offset of the first name, where `offset` is that of its repetition.
    public var relatedOffset: Int?

    /// Creates an error at an offset.
    public init(code: Code, offset: Int, relatedOffset: Int? = nil) {
        self.code = code
        self.offset = offset
        self.relatedOffset = relatedOffset
    }
}

extension JSONTextError: CustomStringConvertible {
    /// The sentence of the code and the offset.
    public var description: String { "\(code.description), at byte \(offset)" }
}
