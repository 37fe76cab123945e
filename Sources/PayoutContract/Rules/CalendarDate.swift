/// The first ten characters of a date or a moment, `YYYY-MM-DD` (RFC 3339, section 5.6).
enum CalendarDate {
    /// Whether the text starts with a date of the right form, a month from 1 to 12 and a day from 1 to 31, that the
    /// Gregorian calendar does not have.
    static func isMissingFromCalendar(_ text: [UInt8]) -> Bool {
        guard text.count >= 10, text[4] == 0x2D, text[7] == 0x2D,
            let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
            (1...12).contains(month), (1...31).contains(day)
        else { return false }
        return day > dayCount(ofMonth: month, year: year)
    }

    /// The number of the day that the text starts with, counted from the first of March of year 0; nil when it starts
    /// with none.
    static func dayNumber(_ text: [UInt8]) -> Int? {
        guard text.count >= 10, text[4] == 0x2D, text[7] == 0x2D,
            let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
            (1...12).contains(month)
        else { return nil }
        // Years that start in March have their leap day at the end.
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + (marchMonth * 153 + 2) / 5 + day
    }

    /// The value of decimal digits; nil when one is something else.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard CardDigits.isDigit(digit) else { return nil }
            number = number * 10 + Int(digit) - 0x30
        }
        return number
    }

    private static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeapYear(year) ? 29 : 28
        default: 31
        }
    }

    private static func isLeapYear(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}
