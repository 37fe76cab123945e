/// One value, or one member's name, of a parsed text: sixteen bytes of the tape.
///
/// The tape holds the values in the order of the text. An array is followed by its elements, an object by a name and a
/// value for each member, so the first child of a container, and the value of a name, is the next entry.
@_spi(Tape)
public struct TapeEntry: Sendable {
    /// Offset of the first byte of the value as written, its quote or bracket included.
    public var start: UInt32
    /// Offset just after the last byte of the value.
    public var end: UInt32
    /// Of a value: the index of the entry after it and all it holds.
    ///
    /// Of a name: its fingerprint (`NameFingerprint`).
    public var link: UInt32
    /// Bits 0 to 2: the kind.
    ///
    /// Bits 3 to 7: flags of that kind. Bits 8 to 31: of a container, the number of its members or elements, or
    /// `saturatedCount`.
    public var info: UInt32

    /// Creates an entry.
    @inlinable
    public init(start: UInt32, end: UInt32, link: UInt32, info: UInt32) {
        self.start = start
        self.end = end
        self.link = link
        self.info = info
    }

    /// What an entry stands for; the raw value is what `info` holds in its lowest three bits.
    public enum Kind: UInt8, Sendable {
        case null = 0
        case `false` = 1
        case `true` = 2
        case number = 3
        case string = 4
        case array = 5
        case object = 6
        case name = 7
    }

    /// The kind of the entry.
    @inlinable
    public var kind: Kind {
        switch info & 7 {
        case 0: .null
        case 1: .false
        case 2: .true
        case 3: .number
        case 4: .string
        case 5: .array
        case 6: .object
        default: .name
        }
    }

    /// The number of members or elements, or `saturatedCount` when there are that many or more.
    @inlinable
    public var storedCount: UInt32 { info >> 8 }

    /// The count that means "this many or more: walk them".
    @inlinable
    public static var saturatedCount: UInt32 { 0xFF_FFFF }

    /// Of a string or name: it holds at least one escape.
    @inlinable
    public static var hasEscapes: UInt32 { 1 << 3 }
    /// Of a string or name: it holds at least one byte of 0x80 and above.
    ///
    /// Escapes may name other characters beyond ASCII.
    @inlinable
    public static var hasNonASCII: UInt32 { 1 << 4 }
    /// Of a string or name: an escape names half of a surrogate pair.
    @inlinable
    public static var hasLoneSurrogate: UInt32 { 1 << 5 }

    /// Of a number: it starts with a minus sign.
    @inlinable
    public static var isNegative: UInt32 { 1 << 3 }
    /// Of a number: it is written with a fraction.
    @inlinable
    public static var hasFraction: UInt32 { 1 << 4 }
    /// Of a number: it is written with an exponent.
    @inlinable
    public static var hasExponent: UInt32 { 1 << 5 }
    /// Of a number: it has more than 18 digits, so its value may be outside of `Int64`.
    @inlinable
    public static var isLong: UInt32 { 1 << 6 }

    /// Of an object that is still open: its names are in a table.
    static var hasNameTable: UInt32 { 1 << 3 }

    /// Whether any of the flags is set.
    @inlinable
    public func has(_ flags: UInt32) -> Bool { info & flags != 0 }

    /// Whether the entry is a number written with digits alone, at most 18 of them, and an optional minus sign.
    @inlinable
    public var isShortInteger: Bool {
        info & (7 | TapeEntry.hasFraction | TapeEntry.hasExponent | TapeEntry.isLong) == 3
    }
}
