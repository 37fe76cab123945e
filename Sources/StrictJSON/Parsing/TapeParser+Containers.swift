extension TapeParser {
    /// Makes room for `needed` more entries.
    @inline(__always)
    mutating func reserve(_ needed: Int) {
        if capacity &- count < needed {
            capacity = max(capacity &* 2, count &+ needed)
            storage = Self.grow(storage, to: capacity, copying: count)
            entries = storage.entries
        }
    }

    @inline(never)
    private static func grow(_ storage: TapeStorage, to capacity: Int, copying count: Int) -> TapeStorage {
        storage.grown(to: capacity, copying: count)
    }

    @inline(__always)
    func offset(_ pointer: UnsafePointer<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: pointer - base) }

    /// Appends a scalar that ends at `position`.
    @inline(__always)
    mutating func appendValue(from start: UnsafePointer<UInt8>, kind: TapeEntry.Kind, flags: UInt32 = 0) {
        reserve(1)
        entries[count] = TapeEntry(
            start: offset(start),
            end: offset(position),
            link: UInt32(truncatingIfNeeded: count &+ 1),
            info: UInt32(kind.rawValue) | flags
        )
        count &+= 1
        childCount &+= 1
    }

    /// Opens a container at its bracket and moves to the next byte that is no whitespace.
    @inline(__always)
    mutating func open(_ kind: TapeEntry.Kind) throws(JSONTextError) {
        if depth >= maximumDepth { throw error(.tooDeep, at: position) }
        childCount &+= 1
        if depth > 0 {
            entries[container].info = entries[container].info & 0xFF | storedCount << 8
            entries[container].end = nameFilter
        }
        reserve(1)
        entries[count] = TapeEntry(
            start: offset(position),
            end: 0,
            link: UInt32(truncatingIfNeeded: container),
            info: UInt32(kind.rawValue)
        )
        container = count
        count &+= 1
        depth &+= 1
        childCount = 0
        nameFilter = 0
        isInObject = kind == .object
        position += 1
        try skipWhitespaceToByte()
    }

    /// Closes the innermost container at its bracket and returns to the one around it.
    @inline(__always)
    mutating func close() {
        position += 1
        let opened = entries[container]
        if opened.has(TapeEntry.hasNameTable), isInObject { nameTables.removeLast() }
        entries[container] = TapeEntry(
            start: opened.start,
            end: offset(position),
            link: UInt32(truncatingIfNeeded: count),
            info: opened.info & 7 | storedCount << 8
        )
        depth &-= 1
        guard depth > 0 else { return }
        container = Int(opened.link)
        let outer = entries[container]
        childCount = outer.storedCount
        nameFilter = outer.end
        isInObject = outer.kind == .object
    }

    @inline(__always)
    private var storedCount: UInt32 { min(childCount, TapeEntry.saturatedCount) }

    /// Moves to the next byte that is no whitespace, which must exist.
    @inline(__always)
    mutating func skipWhitespaceToByte() throws(JSONTextError) {
        guard position < end else { throw error(.unexpectedEnd, at: end) }
        if position.pointee > ASCII.space { return }
        position = Self.afterWhitespace(position, end)
        guard position < end else { throw error(.unexpectedEnd, at: end) }
    }

    /// Moves to the next byte that is no whitespace, or to the end.
    @inline(__always)
    mutating func skipWhitespace() { position = Self.afterWhitespace(position, end) }

    private static func afterWhitespace(
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var position = start
        while position < end {
            // Indentation comes in runs of spaces.
            while end - position >= 8,
                UnsafeRawPointer(position).loadUnaligned(as: UInt64.self) == 0x2020_2020_2020_2020
            {
                position += 8
            }
            guard position < end, ASCII.isWhitespace(position.pointee) else { return position }
            position += 1
        }
        return position
    }
}
