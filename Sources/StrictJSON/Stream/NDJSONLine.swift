/// One line of a stream of JSON texts.
public struct NDJSONLine: Hashable, Sendable {
    /// The number of the line in the stream, from 1; blank lines count.
    public var number: Int
    /// The offset of the line's first byte in the stream.
    public var offset: Int
    /// The bytes of the line without its line feed; of a line beyond the limit, its first bytes up to the limit.
    public var bytes: [UInt8]
    /// Whether the line is longer than the splitter's limit.
    public var isTooLong: Bool

    /// Creates a line.
    public init(number: Int, offset: Int, bytes: [UInt8], isTooLong: Bool = false) {
        self.number = number
        self.offset = offset
        self.bytes = bytes
        self.isTooLong = isTooLong
    }

    /// Reads the line as one JSON text; offsets in the error count from the start of the line.
    ///
    /// - Throws: the first rule that the line breaks; `tooLong` at the splitter's limit for a line beyond it.
    public func document(policy: JSONTextPolicy = .strict) throws(JSONTextError) -> JSONDocument {
        if isTooLong { throw JSONTextError(code: .tooLong, offset: bytes.count) }
        return try JSONDocument(parsing: bytes, policy: policy)
    }
}
