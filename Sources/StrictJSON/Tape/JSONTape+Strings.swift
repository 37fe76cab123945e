#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@_spi(Tape)
extension JSONTape {
    /// Whether the decoded bytes of a string or name are `count` bytes at `expected`.
    @inlinable
    public func stringEquals(_ index: Int, _ expected: UnsafePointer<UInt8>, count: Int) -> Bool {
        let entry = self[index]
        if entry.has(TapeEntry.hasEscapes) {
            return escapedStringEquals(index, UnsafeBufferPointer(start: expected, count: count))
        }
        guard Int(entry.end &- entry.start) &- 2 == count else { return false }
        return sameBytes(bytes + Int(entry.start) + 1, expected, count)
    }

    /// Whether a member's name is the `count` bytes at `expected`, which have the given fingerprint.
    @inlinable
    public func nameEquals(
        _ index: Int,
        _ expected: UnsafePointer<UInt8>,
        count: Int,
        fingerprint: UInt32
    ) -> Bool {
        self[index].link == fingerprint && stringEquals(index, expected, count: count)
    }

    @usableFromInline
    func sameBytes(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        memcmp(first, second, count) == 0
    }

    @usableFromInline
    func escapedStringEquals(_ index: Int, _ expected: UnsafeBufferPointer<UInt8>) -> Bool {
        let content = content(index)
        // An escape is never shorter than what it stands for.
        guard content.count >= expected.count else { return false }
        let decoded = StringDecoding.decoded(content)
        return decoded.count == expected.count && decoded.elementsEqual(expected)
    }

    /// Whether two strings or names, of this tape and of another, have the same decoded bytes.
    public func stringEquals(_ index: Int, _ other: JSONTape, _ otherIndex: Int) -> Bool {
        if !other[otherIndex].has(TapeEntry.hasEscapes) {
            let expected = other.content(otherIndex)
            guard let base = expected.baseAddress else { return false }
            return stringEquals(index, base, count: expected.count)
        }
        let decoded = StringDecoding.decoded(other.content(otherIndex))
        return decoded.withUnsafeBufferPointer { expected in
            if self[index].has(TapeEntry.hasEscapes) { return escapedStringEquals(index, expected) }
            return content(index).elementsEqual(expected)
        }
    }

    /// Calls `body` with the decoded bytes of a string or name; they are the text's own where it holds no escape.
    ///
    /// Where the policy let lone surrogates in, each is three bytes (ED A0..BF 80..BF, WTF-8).
    @inlinable
    public func withDecodedBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if !self[index].has(TapeEntry.hasEscapes) { return body(content(index)) }
        return decodedBytes(index).withUnsafeBufferPointer(body)
    }

    /// The decoded bytes of a string or name.
    public func decodedBytes(_ index: Int) -> [UInt8] {
        let content = content(index)
        return self[index].has(TapeEntry.hasEscapes) ? StringDecoding.decoded(content) : Array(content)
    }

    /// The decoded text of a string or name; a lone surrogate is U+FFFD.
    public func string(_ index: Int) -> String {
        let entry = self[index]
        if !entry.has(TapeEntry.hasEscapes) { return String(decoding: content(index), as: UTF8.self) }
        var decoded = StringDecoding.decoded(content(index))
        if entry.has(TapeEntry.hasLoneSurrogate) { StringDecoding.replaceSurrogates(in: &decoded) }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The length of a string in Unicode scalars, which is what JSON Schema counts; a lone surrogate is one.
    @inlinable
    public func scalarCount(_ index: Int) -> Int {
        let entry = self[index]
        if !entry.has(TapeEntry.hasEscapes | TapeEntry.hasNonASCII) { return Int(entry.end &- entry.start) &- 2 }
        return countedScalars(index)
    }

    @usableFromInline
    func countedScalars(_ index: Int) -> Int {
        withDecodedBytes(index) { decoded in
            var count = 0
            for byte in decoded where byte & 0xC0 != 0x80 { count &+= 1 }
            return count
        }
    }

    /// The index of the value of a member, or nil; of equal names the last counts.
    @inlinable
    public func member(
        of object: Int,
        named name: UnsafeBufferPointer<UInt8>,
        fingerprint: UInt32
    ) -> Int? {
        // An empty buffer may have no address; none of its bytes is read.
        let expected = name.baseAddress ?? bytes
        let end = next(object)
        var index = object + 1
        var found: Int?
        while index < end {
            if nameEquals(index, expected, count: name.count, fingerprint: fingerprint) {
                found = index + 1
                if !allowsDuplicateNames { return found }
            }
            index = next(index + 1)
        }
        return found
    }
}
