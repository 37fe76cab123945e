/// A moment as RFC 3339 writes it, reduced to UTC, so that two of them can be compared.
struct Moment: Comparable {
    /// Seconds from the first day of year 0 of the proleptic Gregorian calendar.
    private let seconds: Int
    /// The digits of the fraction, without zeros at the end.
    private let fraction: [UInt8]

    /// Reads a moment; nil when the text is none.
    init?(_ text: [UInt8]) {
        guard text.count >= 20, [0x54, 0x74].contains(text[10]), text[13] == 0x3A, text[16] == 0x3A,
            let day = CalendarDate.dayNumber(text), let hour = CalendarDate.number(text[11..<13]),
            let minute = CalendarDate.number(text[14..<16]), let second = CalendarDate.number(text[17..<19])
        else { return nil }
        var rest = text[19...]
        var digits: [UInt8] = []
        if rest.first == 0x2E {
            digits = Array(rest.dropFirst().prefix(while: CardDigits.isDigit))
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let offset = Self.offset(rest) else { return nil }
        seconds = ((day * 24 + hour) * 60 + minute - offset) * 60 + second
        while digits.last == 0x30 { digits.removeLast() }
        fraction = digits
    }

    /// Orders moments by time.
    static func < (first: Moment, second: Moment) -> Bool {
        if first.seconds != second.seconds { return first.seconds < second.seconds }
        return first.fraction.lexicographicallyPrecedes(second.fraction)
    }

    /// The minutes that a time zone is ahead of UTC: `Z`, or a sign and `hh:mm`.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        let zone = Array(zone)
        if zone == [0x5A] || zone == [0x7A] { return 0 }
        guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A,
            let hours = CalendarDate.number(zone[1..<3]), let minutes = CalendarDate.number(zone[4..<6])
        else { return nil }
        return (zone[0] == 0x2B ? 1 : -1) * (hours * 60 + minutes)
    }
}
