extension TapeParser {
    /// The most entries that are written between two calls of `reserve`: a value, or a container and its first name,
    /// and the name of the next member.
    static var entriesAtOnce: Int { 3 }

    /// Makes room for `entriesAtOnce` more entries.
    @inline(__always)
    mutating func reserve() {
        if count > limit {
            let capacity = max((limit &+ Self.entriesAtOnce) &* 2, 64)
            // The old entries must outlive their copying, so they are let go after it.
            let larger = Self.copy(entries, count, to: capacity, header.pointee)
            entries = larger.entries
            grown = larger
            limit = capacity &- Self.entriesAtOnce
        }
    }

    @inline(never)
    private static func copy(
        _ entries: UnsafePointer<TapeEntry>,
        _ count: Int,
        to capacity: Int,
        _ header: TapeHeader
    ) -> TapeStorage {
        let larger = TapeStorage.make(
            capacity: capacity,
            bytes: header.bytes,
            allowsDuplicateNames: header.allowsDuplicateNames
        )
        larger.entries.update(from: entries, count: count)
        return larger
    }

    @inline(__always)
    func offset(_ pointer: UnsafePointer<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: pointer - base) }

    /// Whether the innermost open container is an object.
    ///
    /// The kinds of arrays and objects, 5 and 6, differ in this bit.
    @inline(__always)
    var isInObject: Bool { info & 2 != 0 }

    /// The number of children of the innermost open container so far.
    @inline(__always)
    var childCount: Int { Int(truncatingIfNeeded: info >> 8) }

    /// Appends a scalar that ends at `position`.
    @inline(__always)
    mutating func appendValue(from start: UnsafePointer<UInt8>, kind: TapeEntry.Kind, flags: UInt32 = 0) {
        entries[count] = TapeEntry(
            start: offset(start),
            end: offset(position),
            link: UInt32(truncatingIfNeeded: count &+ 1),
            info: UInt32(kind.rawValue) | flags
        )
        count &+= 1
        info &+= 0x100
    }

    /// Opens a container at its bracket and moves to the next byte that is no whitespace.
    @inline(__always)
    mutating func open(_ kind: TapeEntry.Kind) throws(JSONTextError) {
        guard remainingDepth > 0 else { throw Self.error(.tooDeep, base, position) }
        remainingDepth &-= 1
        if container >= 0 {
            entries[container].info = storedInfo(info &+ 0x100)
            entries[container].end = nameFilter
        }
        entries[count] = TapeEntry(
            start: offset(position),
            end: 0,
            link: UInt32(truncatingIfNeeded: container),
            info: UInt32(kind.rawValue)
        )
        container = count
        count &+= 1
        info = UInt64(kind.rawValue)
        nameFilter = 0
        position += 1
        try skipWhitespaceToByte()
    }

    /// Closes the innermost container at its bracket and returns to the one around it.
    @inline(__always)
    mutating func close() {
        position += 1
        let opened = entries[container]
        if info & UInt64(TapeEntry.hasNameTable) != 0 { nameTables.removeLast() }
        entries[container] = TapeEntry(
            start: opened.start,
            end: offset(position),
            link: UInt32(truncatingIfNeeded: count),
            info: storedInfo(info) & ~TapeEntry.hasNameTable
        )
        remainingDepth &+= 1
        // The link of the root is 2^32 - 1, which no index is.
        container = opened.link == UInt32.max ? -1 : Int(opened.link)
        if container >= 0 {
            info = UInt64(entries[container].info)
            nameFilter = entries[container].end
        }
    }

    /// The 32 bits of an `info` that has a count of 32 bits.
    @inline(__always)
    private func storedInfo(_ info: UInt64) -> UInt32 {
        info >> 32 == 0
            ? UInt32(truncatingIfNeeded: info) : UInt32(truncatingIfNeeded: info) | TapeEntry.saturatedCount << 8
    }

    /// Moves to the next byte that is no whitespace, which must exist.
    ///
    /// One blank or line feed is the most that compact texts have; more are left to a function.
    @inline(__always)
    mutating func skipWhitespaceToByte() throws(JSONTextError) {
        guard position < end else { throw Self.error(.unexpectedEnd, base, end) }
        guard position.pointee <= ASCII.space, ASCII.isWhitespace(position.pointee) else { return }
        position += 1
        guard position < end else { throw Self.error(.unexpectedEnd, base, end) }
        if position.pointee > ASCII.space { return }
        position = Self.afterWhitespace(position, end)
        guard position < end else { throw Self.error(.unexpectedEnd, base, end) }
    }

    /// The first byte from `start` on that is no whitespace, or the end.
    @inline(never)
    static func afterWhitespace(
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var position = start
        while position < end {
            // Indentation comes in runs of spaces.
            while end - position >= 8 {
                let word = UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
                let other = word ^ 0x2020_2020_2020_2020
                position += other.trailingZeroBitCount >> 3
                if other != 0 { break }
            }
            guard position < end, ASCII.isWhitespace(position.pointee) else { return position }
            position += 1
        }
        return position
    }
}
