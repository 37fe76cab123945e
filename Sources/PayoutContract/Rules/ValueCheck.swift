import PayoutVectors
package import StrictJSON

/// A check of one value that a JSON Schema can't state; a schema asks for it by an annotation keyword.
package struct ValueCheck: Sendable {
    /// The annotation keyword that asks for the check.
    package let keyword: String
    /// Whether `value` breaks the rule; `limit` is the number that the annotation gives, 0 when it gives none.
    package let isBroken: @Sendable (_ value: JSONValue, _ limit: Int) -> Bool

    /// Every check, by its keyword.
    package static let all: [ValueCheck] = [
        integerLiteral, notACardNumber, notMasked, luhn, calendarDate, namesAgree, maximumBytes,
        accountControl, innControl, servicesSum, payerNotRecipient, timesInOrder,
    ]

    /// The check that a keyword asks for, or nil.
    package static func named(_ keyword: String) -> ValueCheck? {
        all.first { $0.keyword == keyword }
    }

    /// A check that finds every value wrong, under the keyword of another.
    static func blind(_ keyword: String) -> ValueCheck { ValueCheck(keyword: keyword) { _, _ in true } }

    /// An integer is written without fraction and exponent: `10000.0` and `1e4` are integers for JSON Schema, and lose
    /// their type in many parsers.
    static let integerLiteral = ValueCheck(keyword: "x-integer-literal") { value, _ in
        guard let number = value.number else { return false }
        return number.isMathematicalInteger && !number.isIntegerLiteral
    }

    /// A hash or a token is not a card number in its place: 13 to 19 digits, in groups or not, that pass the Luhn check.
    static let notACardNumber = ValueCheck(keyword: "x-not-a-card-number") { value, _ in
        guard let bytes = value.stringBytes else { return false }
        let digits = bytes.filter { $0 != 0x20 && $0 != 0x2D }
        return CardDigits.isPlausible(digits)
    }

    /// A card number is not masked.
    static let notMasked = ValueCheck(keyword: "x-not-masked") { value, _ in
        value.stringBytes?.contains { $0 == 0x2A || $0 == 0x78 || $0 == 0x58 } ?? false
    }

    /// A card number has the right check digit (ISO/IEC 7812-1).
    static let luhn = ValueCheck(keyword: "x-luhn") { value, _ in
        guard let digits = value.stringBytes, CardDigits.hasCardLength(digits) else { return false }
        return !CardDigits.passesLuhn(digits)
    }

    /// The day exists in its month; months and days out of any range are the pattern's matter.
    static let calendarDate = ValueCheck(keyword: "x-calendar-date") { value, _ in
        guard let bytes = value.stringBytes else { return false }
        return CalendarDate.isMissingFromCalendar(bytes)
    }

    /// A full name holds every part of the name that is given besides it.
    static let namesAgree = ValueCheck(keyword: "x-names-agree") { value, _ in
        PersonName.partsDisagree(in: value)
    }

    /// The value is not longer than a number of bytes in its compact form.
    static let maximumBytes = ValueCheck(keyword: "x-maximum-bytes") { value, limit in
        // Whitespace and escapes only make a text longer, so most values need not be written again.
        guard value.byteRange.count > limit else { return false }
        return JSONWriter(layout: .compact, escaping: .utf8).write(value).count > limit
    }
}
