/// Raw access to a parsed text for code that visits every value, such as a validator: no reference counting, no
/// `String`, no allocation.
///
/// An index stands for one entry (`TapeEntry`). The root is 0. To walk an array, start at `index + 1` and step to
/// `next(index)` until it is `next(array)`. To walk an object, a name is at `index + 1`, its value right after it, and
/// the next name at `next(value)`:
///
///     document.withTape { tape in
///         var name = object + 1
///         let end = tape.next(object)
///         while name < end {
///             visit(name, value: name + 1)
///             name = tape.next(name + 1)
///         }
///     }
///
/// It is public, but hidden behind `@_spi(Tape)`, because other targets have to inline it: code with `package` access
/// is never inlined across targets.
///
/// A tape is valid inside the closure of `withTape` only. An index has to be one that the walk gave: in debug builds
/// others trap.
@_spi(Tape)
public struct JSONTape {
    /// The text.
    public let bytes: UnsafePointer<UInt8>
    /// The length of the text in bytes.
    public let byteCount: Int
    /// The entries.
    public let entries: UnsafePointer<TapeEntry>
    /// The number of entries; at least 1.
    public let count: Int
    /// Whether objects may hold equal names, the last of which counts.
    public let allowsDuplicateNames: Bool

    /// Creates the view of a text and its entries.
    @inlinable
    public init(
        bytes: UnsafePointer<UInt8>,
        byteCount: Int,
        entries: UnsafePointer<TapeEntry>,
        count: Int,
        allowsDuplicateNames: Bool
    ) {
        self.bytes = bytes
        self.byteCount = byteCount
        self.entries = entries
        self.count = count
        self.allowsDuplicateNames = allowsDuplicateNames
    }

    /// The entry at an index.
    @inlinable
    public subscript(index: Int) -> TapeEntry {
        assert(index >= 0 && index < count)
        return entries[index]
    }

    /// What the entry at an index stands for.
    @inlinable
    public func kind(_ index: Int) -> TapeEntry.Kind { self[index].kind }

    /// The index after a value and all it holds.
    ///
    /// Not for names, whose value is simply the next entry.
    @inlinable
    public func next(_ index: Int) -> Int { Int(self[index].link) }

    /// The bytes of a value or name as written, in offsets of the text.
    @inlinable
    public func byteRange(_ index: Int) -> Range<Int> {
        let entry = self[index]
        return Range(uncheckedBounds: (Int(entry.start), Int(entry.end)))
    }

    /// The number of members of an object or elements of an array.
    @inlinable
    public func childCount(_ index: Int) -> Int {
        let stored = self[index].storedCount
        return stored == TapeEntry.saturatedCount ? walkedCount(index) : Int(stored)
    }

    @usableFromInline
    func walkedCount(_ index: Int) -> Int {
        let step = kind(index) == .object ? 1 : 0
        let end = next(index)
        var child = index + 1
        var count = 0
        while child < end {
            count += 1
            child = next(child + step)
        }
        return count
    }

    /// What stands between the quotes of a string or name, escapes not decoded.
    @inlinable
    public func content(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let entry = self[index]
        return UnsafeBufferPointer(start: bytes + Int(entry.start) + 1, count: Int(entry.end &- entry.start) - 2)
    }

    /// The value or name as written.
    @inlinable
    public func written(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let entry = self[index]
        return UnsafeBufferPointer(start: bytes + Int(entry.start), count: Int(entry.end &- entry.start))
    }

    /// The value of a number for which `isShortInteger` holds.
    @inlinable
    public func shortInteger(_ index: Int) -> Int64 {
        let entry = self[index]
        assert(entry.isShortInteger)
        var position = bytes + Int(entry.start)
        let end = bytes + Int(entry.end)
        if entry.has(TapeEntry.isNegative) { position += 1 }
        var magnitude: Int64 = 0
        while position < end {
            magnitude = magnitude &* 10 &+ Int64(position.pointee &- 0x30)
            position += 1
        }
        return entry.has(TapeEntry.isNegative) ? 0 &- magnitude : magnitude
    }
}
