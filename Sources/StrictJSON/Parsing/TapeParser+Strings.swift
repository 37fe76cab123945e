extension TapeParser {
    /// Moves past a string (RFC 8259 section 7) at its opening quote; gives its flags.
    @inline(__always)
    mutating func scanString() throws(JSONTextError) -> UInt32 {
        position += 1
        position = Self.afterPlainBytes(position, end)
        if position < end, position.pointee == ASCII.quote {
            position += 1
            return 0
        }
        let rest = try Self.scanSpecial(base, position, end, allowsLoneSurrogates)
        position = rest.position
        return rest.flags
    }

    /// The first byte from `start` on that ends a run of plain ASCII: a quote, a backslash, a control character or a
    /// byte of 0x80 and above; `end` when there is none.
    @inline(__always)
    private static func afterPlainBytes(
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var position = start
        while end - position >= 16 {
            let block = UnsafeRawPointer(position).loadUnaligned(as: SIMD16<UInt8>.self)
            // Each term has the high bit of a byte set for one kind of byte that stops; plain bytes are below 0x80, so
            // only 0 less 1, and what is below 0x20 less 0x20, wrap around. Comparing lanes would be the plain way, but
            // the compiler does that lane by lane.
            let quote = (block ^ SIMD16(repeating: ASCII.quote)) &- SIMD16(repeating: 1)
            let backslash = (block ^ SIMD16(repeating: ASCII.backslash)) &- SIMD16(repeating: 1)
            let control = block &- SIMD16(repeating: 0x20)
            let stops = (quote | backslash | control | block) & SIMD16(repeating: 0x80)
            let words = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
            if words[0] != 0 { return position + UInt64(littleEndian: words[0]).trailingZeroBitCount >> 3 }
            if words[1] != 0 { return position + 8 + UInt64(littleEndian: words[1]).trailingZeroBitCount >> 3 }
            position += 16
        }
        while position < end {
            let byte = position.pointee
            if byte < 0x20 || byte >= 0x80 || byte == ASCII.quote || byte == ASCII.backslash { return position }
            position += 1
        }
        return position
    }

    /// Goes on with a string at a byte that is not plain; gives the place after the closing quote and the flags.
    @inline(never)
    private static func scanSpecial(
        _ base: UnsafePointer<UInt8>,
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>,
        _ allowsLoneSurrogates: Bool
    ) throws(JSONTextError) -> (position: UnsafePointer<UInt8>, flags: UInt32) {
        var position = start
        var flags: UInt32 = 0
        while position < end {
            let byte = position.pointee
            if byte >= 0x80 {
                flags |= TapeEntry.hasNonASCII
                position = try afterCharacters(base, position, end)
                if position < end, position.pointee == ASCII.space { position += 1 }
            } else if byte == ASCII.quote {
                return (position + 1, flags)
            } else if byte == ASCII.backslash {
                flags |= TapeEntry.hasEscapes
                let escape = try scanEscape(base, position, end)
                if escape.isLoneSurrogate {
                    guard allowsLoneSurrogates else {
                        throw JSONTextError(code: .loneSurrogate, offset: position - base)
                    }
                    flags |= TapeEntry.hasLoneSurrogate
                }
                position = escape.position
            } else if byte < 0x20 {
                throw JSONTextError(code: .controlCharacter, offset: position - base)
            } else {
                position = afterPlainBytes(position, end)
            }
        }
        throw JSONTextError(code: .unexpectedEnd, offset: end - base)
    }

    /// Moves past characters of two to four bytes.
    @inline(__always)
    private static func afterCharacters(
        _ base: UnsafePointer<UInt8>,
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) throws(JSONTextError) -> UnsafePointer<UInt8> {
        var position = start
        // Cyrillic, like all up to U+07FF, takes two bytes a character: four characters at once.
        while end - position >= 8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
            // 110xxxxx 10xxxxxx in all four, and no lead of C0 or C1, whose four low bits above the last are 0.
            guard word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0,
                (word & 0x001E_001E_001E_001E &+ 0x007E_007E_007E_007E) & 0x0080_0080_0080_0080 == 0x0080_0080_0080_0080
            else { break }
            position += 8
        }
        while position < end, position.pointee >= 0x80 {
            if position.pointee &- 0xC2 < 0x1E, end - position >= 2, position[1] & 0xC0 == 0x80 {
                position += 2
                continue
            }
            switch UTF8Sequence.at(position, end) {
            case .wellFormed(let length): position += length
            case .incomplete: throw JSONTextError(code: .unexpectedEnd, offset: end - base)
            case .illFormed: throw JSONTextError(code: .invalidUTF8, offset: position - base)
            }
        }
        return position
    }

    /// Reads one escape at its backslash; a surrogate pair is one.
    private static func scanEscape(
        _ base: UnsafePointer<UInt8>,
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) throws(JSONTextError) -> (position: UnsafePointer<UInt8>, isLoneSurrogate: Bool) {
        guard end - start >= 2 else { throw JSONTextError(code: .unexpectedEnd, offset: end - base) }
        switch start[1] {
        case ASCII.quote, ASCII.backslash, ASCII.solidus, ASCII.b, ASCII.f, ASCII.n, ASCII.r, ASCII.t:
            return (start + 2, false)
        case ASCII.u:
            break
        default:
            throw unexpected(.invalidEscape, base, start + 1, end)
        }
        let unit = try scanHex(base, start + 2, end)
        let next = start + 6
        guard unit & 0xF800 == 0xD800 else { return (next, false) }
        guard unit & 0xFC00 == 0xD800 else { return (next, true) }
        // A text that ends where the other half may still come is cut, not wrong.
        if next == end { throw JSONTextError(code: .unexpectedEnd, offset: end - base) }
        guard next.pointee == ASCII.backslash else { return (next, true) }
        if next + 1 == end { throw JSONTextError(code: .unexpectedEnd, offset: end - base) }
        guard next[1] == ASCII.u else { return (next, true) }
        let low = try scanHex(base, next + 2, end)
        return low & 0xFC00 == 0xDC00 ? (next + 6, false) : (next, true)
    }

    /// Reads the four hexadecimal digits at `start`.
    private static func scanHex(
        _ base: UnsafePointer<UInt8>,
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) throws(JSONTextError) -> UInt32 {
        var unit: UInt32 = 0
        for index in 0..<4 {
            guard start + index < end else { throw JSONTextError(code: .unexpectedEnd, offset: end - base) }
            guard let digit = ASCII.hexValue(start[index]) else {
                throw unexpected(.expectedHexDigit, base, start + index, end)
            }
            unit = unit << 4 | digit
        }
        return unit
    }
}
