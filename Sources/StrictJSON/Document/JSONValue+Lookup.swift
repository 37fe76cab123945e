extension JSONValue {
    /// The value of the member of that name; nil when there is none, or the value is no object.
    ///
    /// Names are compared by their decoded bytes. Where the policy let equal names in, the last one counts.
    public subscript(name: String) -> JSONValue? {
        var name = name
        return name.withUTF8 { value(ofName: $0) }
    }

    /// The value of the member whose name has these decoded bytes.
    public func value(ofName name: [UInt8]) -> JSONValue? { name.withUnsafeBufferPointer { value(ofName: $0) } }

    private func value(ofName name: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        let found = document.withTape { tape -> Int? in
            guard tape.kind(index) == .object else { return nil }
            return tape.member(of: index, named: name, fingerprint: NameFingerprint.of(name))
        }
        return found.map { JSONValue(document: document, index: $0) }
    }

    /// The element at a position from 0; nil when there is none, or the value is no array.
    ///
    /// It steps over the elements before it: to visit all of them use `elements`.
    public subscript(position: Int) -> JSONValue? {
        let found = document.withTape { tape -> Int? in
            guard tape.kind(index) == .array, position >= 0, position < tape.childCount(index) else { return nil }
            var child = index + 1
            for _ in 0..<position { child = tape.next(child) }
            return child
        }
        return found.map { JSONValue(document: document, index: $0) }
    }

    /// The value a pointer leads to from here (RFC 6901 section 4); nil when it leads nowhere.
    ///
    /// In an array a token has to be `0` or digits without a leading zero; `-`, the element after the last, leads nowhere.
    public func value(at pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            let next: JSONValue?
            switch value.kind {
            case .object: next = value[token]
            case .array: next = JSONPointer.arrayIndex(token).flatMap { value[$0] }
            default: next = nil
            }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}
