extension PatternParser {
    /// An escape outside a class; `offset` stands after the backslash.
    mutating func escape(openedAt start: Int) throws(PatternError) -> (PatternSyntax, isQuantifiable: Bool) {
        switch next {
        case "b":
            offset += 1
            return (.assertion(.wordBoundary), false)
        case "B":
            offset += 1
            return (.assertion(.noWordBoundary), false)
        case let digit? where ("1"..."9").contains(digit):
            guard checksGrammarAlone else { throw unsupported("backreferences are not supported", at: start) }
            var number = 0
            while let digit = next, ("0"..."9").contains(digit) {
                number = min(number * 10 + Int(digit.value - 0x30), 1_000_000)
                offset += 1
            }
            if number > highestReference.number { highestReference = (number, start) }
            return (.empty, true)
        case "k":
            guard checksGrammarAlone else { throw unsupported("backreferences are not supported", at: start) }
            offset += 1
            guard take("<") else { throw fail("a backreference needs a group name", at: start) }
            referencedNames.append((try groupName(), start))
            return (.empty, true)
        default:
            break
        }
        if let set = try classEscape(openedAt: start) { return (.scalars(set), true) }
        return (.scalars(ScalarSet(try characterEscape(openedAt: start, inClass: false))), true)
    }

    /// `\d \D \s \S \w \W \p{..} \P{..}`, or nil when another escape stands here.
    mutating func classEscape(openedAt start: Int) throws(PatternError) -> ScalarSet? {
        let set: ScalarSet
        switch next {
        case "d": set = .digits
        case "D": set = ScalarSet.digits.complement
        case "s": set = .whiteSpace
        case "S": set = ScalarSet.whiteSpace.complement
        case "w": set = .wordCharacters
        case "W": set = ScalarSet.wordCharacters.complement
        case "p", "P":
            let isNegated = next == "P"
            offset += 1
            let property = try propertyEscape(openedAt: start)
            return isNegated ? property.complement : property
        default: return nil
        }
        offset += 1
        return set
    }

    private mutating func propertyEscape(openedAt start: Int) throws(PatternError) -> ScalarSet {
        guard take("{") else { throw fail("a property needs a name in braces", at: start) }
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar != "}" {
            text.append(scalar)
            offset += 1
        }
        guard take("}") else { throw fail("a property name is not closed", at: start) }
        let parts = String(text).utf8.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0]) ?? ""
        let value = parts.count == 2 ? String(parts[1]) : nil
        guard let set = UnicodeProperty.scalars(name: name, value: value) else {
            throw unsupported("a Unicode property that is not known here", at: start)
        }
        return set
    }

    /// One escaped character; `offset` stands after the backslash.
    mutating func characterEscape(openedAt start: Int, inClass: Bool) throws(PatternError) -> UInt32 {
        guard let scalar = next else { throw fail("a backslash ends the pattern", at: start) }
        offset += 1
        switch scalar {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "0":
            if let digit = next, ("0"..."9").contains(digit) { throw fail("octal escapes are not allowed", at: start) }
            return 0
        case "c":
            guard let letter = next, ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else {
                throw fail("\\c needs a letter", at: start)
            }
            offset += 1
            return letter.value & 0x1F
        case "x": return try hexadecimal(digits: 2, openedAt: start)
        case "u": return try unicodeEscape(openedAt: start)
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return scalar.value
        case "-" where inClass: return scalar.value
        default: throw fail("an unknown escape", at: start)
        }
    }

    private mutating func hexadecimal(digits: Int, openedAt start: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = next, let digit = PatternParser.hexDigit(scalar) else {
                throw fail("an escape needs \(digits) hexadecimal digits", at: start)
            }
            value = value << 4 | digit
            offset += 1
        }
        return value
    }

    private mutating func unicodeEscape(openedAt start: Int) throws(PatternError) -> UInt32 {
        if take("{") {
            var value: UInt32 = 0
            let first = offset
            while let scalar = next, let digit = PatternParser.hexDigit(scalar) {
                value = value << 4 | digit
                guard value <= ScalarSet.last else { throw fail("a code point is above U+10FFFF", at: start) }
                offset += 1
            }
            guard offset > first, take("}") else { throw fail("a code point is not closed", at: start) }
            return value
        }
        let lead = try hexadecimal(digits: 4, openedAt: start)
        guard (0xD800...0xDBFF).contains(lead) else { return lead }
        // Two escapes of a surrogate pair are one character under the `u` flag.
        let afterLead = offset
        if take("\\"), take("u"), let trail = try? hexadecimal(digits: 4, openedAt: start),
            (0xDC00...0xDFFF).contains(trail)
        {
            return 0x1_0000 + (lead - 0xD800) << 10 + (trail - 0xDC00)
        }
        offset = afterLead
        return lead
    }

    private static func hexDigit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar.value - 0x30
        case "a"..."f": scalar.value - 0x61 + 10
        case "A"..."F": scalar.value - 0x41 + 10
        default: nil
        }
    }
}
