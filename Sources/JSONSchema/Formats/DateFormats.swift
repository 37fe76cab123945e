// `date-time`, `date`, `time` and `duration`: RFC 3339, section 5.6 and appendix A.

extension ByteScanner {
    mutating func takeDateTime() -> Bool {
        guard takeDate(), let separator = next, separator | 0x20 == 0x74 else { return false }
        offset += 1
        return takeTime()
    }

    mutating func takeDate() -> Bool {
        guard let year = takeNumber(digits: 4), take(0x2D), let month = takeNumber(digits: 2), take(0x2D),
            let day = takeNumber(digits: 2)
        else { return false }
        return (1...12).contains(month) && day >= 1 && day <= ByteScanner.days(in: month, of: year)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A leap second is the last second of a day in UTC, wherever the clock stands.
    mutating func takeTime() -> Bool {
        guard let hour = takeNumber(digits: 2), take(0x3A), let minute = takeNumber(digits: 2), take(0x3A),
            let second = takeNumber(digits: 2), hour <= 23, minute <= 59, second <= 60
        else { return false }
        if take(0x2E), takeWhile(URISyntax.isDigit) == 0 { return false }
        guard let east = takeTimeOffset() else { return false }
        guard second == 60 else { return true }
        let universal = (hour * 60 + minute - east + 2 * 1_440) % 1_440
        return universal == 23 * 60 + 59
    }

    /// Takes `Z` or an offset and returns the minutes east of UTC.
    private mutating func takeTimeOffset() -> Int? {
        guard let sign = next else { return nil }
        offset += 1
        if sign | 0x20 == 0x7A { return 0 }
        guard sign == 0x2B || sign == 0x2D, let hour = takeNumber(digits: 2), take(0x3A),
            let minute = takeNumber(digits: 2), hour <= 23, minute <= 59
        else { return nil }
        return (sign == 0x2B ? 1 : -1) * (hour * 60 + minute)
    }

    mutating func takeDuration() -> Bool {
        guard take(0x50) else { return false }
        if next == 0x54 { return takeTimeUnits() }
        // Years, months and days follow one another without a gap; weeks stand alone.
        guard takeWhile(URISyntax.isDigit) > 0, let unit = next else { return false }
        offset += 1
        if unit == 0x57 { return true }
        guard let last = takeUnits([0x59, 0x4D, 0x44], from: unit), last else { return false }
        return next == 0x54 ? takeTimeUnits() : true
    }

    private mutating func takeTimeUnits() -> Bool {
        guard take(0x54), takeWhile(URISyntax.isDigit) > 0, let unit = next else { return false }
        offset += 1
        return takeUnits([0x48, 0x4D, 0x53], from: unit) ?? false
    }

    /// After the unit `first`: takes the units that follow it in `order`, without a gap; nil for an unknown unit.
    private mutating func takeUnits(_ order: [UInt8], from first: UInt8) -> Bool? {
        guard var place = order.firstIndex(of: first) else { return nil }
        while let byte = next, URISyntax.isDigit(byte) {
            _ = takeWhile(URISyntax.isDigit)
            guard place + 1 < order.count, take(order[place + 1]) else { return false }
            place += 1
        }
        return true
    }
}
