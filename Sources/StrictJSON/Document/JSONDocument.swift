/// A JSON text that was found to be right, and the places of all its values.
///
/// It keeps the bytes as they came and about 16 bytes for each value and name. Copies share both.
public struct JSONDocument: Sendable {
    // Written only by the parser, before the document exists; every later access reads, so sharing it is safe.
    nonisolated(unsafe) let storage: TapeStorage

    /// Reads a text; the bytes are shared, not copied.
    ///
    /// - Throws: the first rule of RFC 8259, or of the policy, that the text breaks.
    public init(parsing bytes: [UInt8], policy: JSONTextPolicy = .strict) throws(JSONTextError) {
        storage = try TapeParser.parse(bytes, policy: policy)
    }

    /// Reads a text given as a string; offsets count its UTF-8 bytes.
    ///
    /// - Throws: the first rule of RFC 8259, or of the policy, that the text breaks.
    public init(parsing text: String, policy: JSONTextPolicy = .strict) throws(JSONTextError) {
        try self.init(parsing: Array(text.utf8), policy: policy)
    }

    /// The text as it came.
    public var bytes: [UInt8] { storage.header.bytes }

    /// The value of the text.
    public var root: JSONValue { JSONValue(document: self, index: 0) }

    /// The number of values and names in the text.
    public var entryCount: Int { storage.header.count }

    /// The line and column of an offset; an offset outside of the text is taken to its nearest end.
    ///
    /// It reads the text from its start: for many offsets make `TextLines` once.
    public func position(at offset: Int) -> TextPosition { TextLines.position(at: offset, in: bytes) }

    /// Calls `body` with raw access to the values; the tape must not leave the closure.
    @_spi(Tape)
    public func withTape<Result>(_ body: (JSONTape) -> Result) -> Result {
        storage.withUnsafeMutablePointers { header, entries in
            header.pointee.bytes.withUnsafeBufferPointer { text in
                // A text has at least one byte, so its buffer has an address.
                guard let base = text.baseAddress else { preconditionFailure("an empty text was parsed") }
                return body(
                    JSONTape(
                        bytes: base,
                        byteCount: text.count,
                        entries: UnsafePointer(entries),
                        count: header.pointee.count,
                        allowsDuplicateNames: header.pointee.allowsDuplicateNames
                    )
                )
            }
        }
    }
}
