extension PatternParser {
    /// A character class; `offset` stands after the opening bracket.
    mutating func characterClass(openedAt start: Int) throws(PatternError) -> ScalarSet {
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        while true {
            guard let scalar = next else { throw fail("a class is not closed", at: start) }
            if scalar == "]" { break }
            let place = offset
            let low = try classAtom()
            guard next == "-", offset + 1 < scalars.count, scalars[offset + 1] != "]" else {
                ranges += low.set.ranges
                continue
            }
            offset += 1
            let high = try classAtom()
            guard let first = low.single, let last = high.single else {
                throw fail("a range needs a character on both sides", at: place)
            }
            guard first <= last else { throw fail("a range runs backwards", at: place) }
            ranges.append(first...last)
        }
        offset += 1
        let set = ScalarSet(ranges: ranges)
        return isNegated ? set.complement : set
    }

    /// One member of a class, and its code point when it may be the end of a range.
    private mutating func classAtom() throws(PatternError) -> (set: ScalarSet, single: UInt32?) {
        let start = offset
        guard let scalar = next else { throw fail("a class is not closed") }
        offset += 1
        guard scalar == "\\" else { return (ScalarSet(scalar.value), scalar.value) }
        if let set = try classEscape(openedAt: start) { return (set, nil) }
        if take("b") { return (ScalarSet(0x08), 0x08) }
        let value = try characterEscape(openedAt: start, inClass: true)
        return (ScalarSet(value), value)
    }
}
