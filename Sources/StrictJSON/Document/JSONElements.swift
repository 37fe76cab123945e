/// The elements of an array, in their order.
public struct JSONElements: Sequence, Sendable {
    let document: JSONDocument
    let start: Int
    let end: Int

    /// Starts at the first element.
    public func makeIterator() -> Iterator { Iterator(document: document, index: start, end: end) }

    /// A walk over the elements.
    public struct Iterator: IteratorProtocol, Sendable {
        let document: JSONDocument
        var index: Int
        let end: Int

        /// The next element, or nil after the last.
        public mutating func next() -> JSONValue? {
            guard index < end else { return nil }
            let current = index
            index = document.withTape { $0.next(current) }
            return JSONValue(document: document, index: current)
        }
    }
}
