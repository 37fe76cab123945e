/// What stands at a byte of 0x80 and above, after table 3-7 of the Unicode Standard ("Well-Formed UTF-8 Byte Sequences").
enum UTF8Sequence {
    /// A character of this many bytes.
    case wellFormed(Int)
    /// The text ends before the character is complete.
    case incomplete
    /// No character starts so: overlong, a surrogate, above U+10FFFF, or a byte out of place.
    case illFormed

    /// Looks at the bytes from `start` on; reads none at or after `end`, and `start` is before it.
    static func at(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UTF8Sequence {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch start.pointee {
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            second = 0xA0...0xBF
        case 0xED:
            length = 3
            second = 0x80...0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            second = 0x90...0xBF
        case 0xF1...0xF3: length = 4
        case 0xF4:
            length = 4
            second = 0x80...0x8F
        default: return .illFormed
        }
        guard end - start >= 2 else { return .incomplete }
        guard second.contains(start[1]) else { return .illFormed }
        for index in 2..<max(length, 2) {
            guard start + index < end else { return .incomplete }
            guard start[index] & 0xC0 == 0x80 else { return .illFormed }
        }
        return .wellFormed(length)
    }
}
