extension TapeParser {
    /// Reads a number (RFC 8259 section 6) at its first byte.
    @inline(__always)
    mutating func scanNumber() throws(JSONTextError) {
        let start = position
        var flags: UInt32 = 0
        if position.pointee == ASCII.minus {
            flags = TapeEntry.isNegative
            position += 1
            guard position < end else { throw Self.error(.unexpectedEnd, base, end) }
        }
        if position.pointee == ASCII.zero {
            position += 1
            if position < end, ASCII.isDigit(position.pointee) { throw Self.error(.leadingZero, base, position) }
        } else {
            let digits = position
            try scanDigits()
            if position - digits > 18 { flags |= TapeEntry.isLong }
        }
        if position < end, position.pointee == ASCII.point {
            flags |= TapeEntry.hasFraction
            position += 1
            try scanDigits()
        }
        if position < end, position.pointee | 0x20 == ASCII.e {
            flags |= TapeEntry.hasExponent
            position += 1
            if position < end, position.pointee == ASCII.plus || position.pointee == ASCII.minus { position += 1 }
            try scanDigits()
        }
        appendValue(from: start, kind: .number, flags: flags)
    }

    /// Moves past one digit or more.
    @inline(__always)
    private mutating func scanDigits() throws(JSONTextError) {
        guard position < end else { throw Self.error(.unexpectedEnd, base, end) }
        guard ASCII.isDigit(position.pointee) else { throw Self.unexpected(.expectedDigit, base, position, end) }
        repeat { position += 1 } while position < end && ASCII.isDigit(position.pointee)
    }

    /// Reads `true` or `null`; `word` is its four bytes in the order of a little-endian load.
    @inline(__always)
    mutating func scanLiteral(_ word: UInt32, _ kind: TapeEntry.Kind) throws(JSONTextError) {
        guard end - position >= 4, loadWord(position) == word else { throw Self.misspelled(word, base, position, end) }
        position += 4
        appendValue(from: position - 4, kind: kind)
    }

    /// Reads `false`.
    @inline(__always)
    mutating func scanFalse() throws(JSONTextError) {
        guard end - position >= 5, loadWord(position + 1) == 0x6573_6C61 else {
            throw Self.misspelled(0x736C_6166, tail: ASCII.e, base, position, end)
        }
        position += 5
        appendValue(from: position - 5, kind: .false)
    }

    @inline(__always)
    private func loadWord(_ pointer: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt32.self))
    }

    /// The error for a word that starts as a literal and goes on otherwise, at the byte that differs.
    @inline(never)
    private static func misspelled(
        _ word: UInt32,
        tail: UInt8? = nil,
        _ base: UnsafePointer<UInt8>,
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) -> JSONTextError {
        var place = start
        var word = word
        while word != 0 {
            guard place < end else { return error(.unexpectedEnd, base, end) }
            if place.pointee != UInt8(truncatingIfNeeded: word) { return error(.misspelledLiteral, base, place) }
            place += 1
            word >>= 8
        }
        return error(place < end ? .misspelledLiteral : .unexpectedEnd, base, place)
    }
}
