/// One value of a document: a read-only view that costs nothing until it is asked.
public struct JSONValue: Sendable {
    /// The six kinds of values (RFC 8259 section 3; `true` and `false` are one).
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The literal `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A number.
        case number
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
    }

    /// The document that holds the value.
    public let document: JSONDocument
    /// The index of the value's entry on the document's tape.
    package let index: Int

    package init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    /// The kind of the value.
    public var kind: Kind {
        switch entry.kind {
        case .null: .null
        case .false, .true: .boolean
        case .number: .number
        // A view stands for a value, never for a name.
        case .string, .name: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The bytes of the value in the document, quotes and brackets included.
    public var byteRange: Range<Int> { document.withTape { $0.byteRange(index) } }

    /// The bytes of the value as written.
    public var rawBytes: [UInt8] { document.withTape { Array($0.written(index)) } }

    /// Whether the value is `null`.
    public var isNull: Bool { entry.kind == .null }

    /// The value of `true` or `false`; nil for other kinds.
    public var boolean: Bool? {
        switch entry.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The number with its literal; nil for other kinds.
    public var number: JSONNumber? {
        document.withTape { tape in
            tape.kind(index) == .number
                ? JSONNumber(checked: String(decoding: tape.written(index), as: UTF8.self)) : nil
        }
    }

    /// The decoded text of a string; nil for other kinds.
    ///
    /// Compare such texts by `utf8`: Swift's `==` takes U+00E9 and `e` with U+0301 for the same. A lone surrogate, where
    /// the policy let it in, is U+FFFD.
    public var string: String? { document.withTape { $0.kind(index) == .string ? $0.string(index) : nil } }

    /// The decoded bytes of a string in UTF-8; nil for other kinds.
    ///
    /// A lone surrogate, where the policy let it in, is three bytes (ED A0..BF 80..BF, as in WTF-8), so that different
    /// strings have different bytes.
    public var stringBytes: [UInt8]? { document.withTape { $0.kind(index) == .string ? $0.decodedBytes(index) : nil } }

    /// The number of elements of an array or members of an object; 0 for other kinds.
    public var count: Int { isContainer ? document.withTape { $0.childCount(index) } : 0 }

    /// The elements of an array in their order; none for other kinds.
    public var elements: JSONElements {
        let entry = entry
        return JSONElements(
            document: document,
            start: index + 1,
            end: entry.kind == .array ? Int(entry.link) : index + 1
        )
    }

    /// The members of an object in the order of the text; none for other kinds.
    public var members: JSONMembers {
        let entry = entry
        return JSONMembers(
            document: document,
            start: index + 1,
            end: entry.kind == .object ? Int(entry.link) : index + 1
        )
    }

    var entry: TapeEntry { document.withTape { $0[index] } }

    private var isContainer: Bool {
        let kind = entry.kind
        return kind == .array || kind == .object
    }
}
