/// One member of an object.
public struct JSONMember: Sendable {
    /// The value of the member.
    ///
    /// Its name is the entry before it.
    public let value: JSONValue

    private var nameIndex: Int { value.index - 1 }

    package init(value: JSONValue) {
        self.value = value
    }

    /// The decoded name; compare it by `utf8`.
    ///
    /// A lone surrogate, where the policy let it in, is U+FFFD.
    public var name: String { value.document.withTape { $0.string(nameIndex) } }

    /// The decoded bytes of the name, as in `JSONValue.stringBytes`.
    public var nameBytes: [UInt8] { value.document.withTape { $0.decodedBytes(nameIndex) } }

    /// The bytes of the name in the document, quotes included.
    public var nameByteRange: Range<Int> { value.document.withTape { $0.byteRange(nameIndex) } }

    /// The bytes of the whole member, from the name's opening quote to the end of the value.
    public var byteRange: Range<Int> { nameByteRange.lowerBound..<value.byteRange.upperBound }
}

/// The members of an object, in the order of the text.
public struct JSONMembers: Sequence, Sendable {
    let document: JSONDocument
    let start: Int
    let end: Int

    /// Starts at the first member.
    public func makeIterator() -> Iterator { Iterator(document: document, index: start, end: end) }

    /// A walk over the members.
    public struct Iterator: IteratorProtocol, Sendable {
        let document: JSONDocument
        var index: Int
        let end: Int

        /// The next member, or nil after the last.
        public mutating func next() -> JSONMember? {
            guard index < end else { return nil }
            let value = index + 1
            index = document.withTape { $0.next(value) }
            return JSONMember(value: JSONValue(document: document, index: value))
        }
    }
}
