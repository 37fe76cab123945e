/// A moment of the sandbox's time, in microseconds since 1970-01-01T00:00:00Z without leap seconds.
///
/// The bank writes six digits of a second, so that is all the precision there is.
public struct SandboxInstant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Microseconds since the beginning of 1970, UTC.
    public var microseconds: Int64

    /// Creates a moment.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// 2025-05-27T02:03:00Z, the moment of the examples on the page "Payouts with a widget".
    public static let bankExample = SandboxInstant(microseconds: 1_748_311_380_000_000)

    /// The moment `duration` later, held at the ends of what a moment can say.
    public func advanced(by duration: Duration) -> SandboxInstant {
        let sum = microseconds.addingReportingOverflow(duration.wholeMicroseconds)
        guard sum.overflow else { return SandboxInstant(microseconds: sum.partialValue) }
        return SandboxInstant(microseconds: duration < .zero ? .min : .max)
    }

    /// The time from this moment to the other; negative when the other lies before.
    public func duration(to other: SandboxInstant) -> Duration {
        let difference = other.microseconds.subtractingReportingOverflow(microseconds)
        guard difference.overflow else { return .microseconds(difference.partialValue) }
        return .microseconds(other < self ? Int64.min : Int64.max)
    }

    /// Whether this moment lies before the other.
    public static func < (left: SandboxInstant, right: SandboxInstant) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The moment as the bank writes it: `2025-05-27T02:03:00.000000Z` (page "Payouts with a widget", step 5).
    public var description: String {
        String(decoding: text, as: UTF8.self)
    }

    /// The bytes of ``description``.
    ///
    /// Years have four digits; moments outside of 0000 to 9999 are held at the ends.
    var text: [UInt8] {
        let microsecondsOfDay: Int64 = 86_400_000_000
        let year0: Int64 = -62_167_219_200_000_000
        let year10000: Int64 = 253_402_300_800_000_000
        let moment = min(max(microseconds, year0), year10000 - 1)
        let dayOffset = moment.quotientFlooring(by: microsecondsOfDay)
        let (year, month, day) = Self.civilDate(ofDay: dayOffset)
        var rest = moment - dayOffset * microsecondsOfDay
        let fraction = rest % 1_000_000
        rest /= 1_000_000

        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        func append(_ number: Int64, digits: Int, then separator: Unicode.Scalar) {
            var divisor: Int64 = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 {
                bytes.append(UInt8(0x30 + number / divisor % 10))
                divisor /= 10
            }
            bytes.append(UInt8(ascii: separator))
        }
        append(year, digits: 4, then: "-")
        append(month, digits: 2, then: "-")
        append(day, digits: 2, then: "T")
        append(rest / 3_600, digits: 2, then: ":")
        append(rest / 60 % 60, digits: 2, then: ":")
        append(rest % 60, digits: 2, then: ".")
        append(fraction, digits: 6, then: "Z")
        return bytes
    }

    /// Year, month and day of the proleptic Gregorian calendar for a day counted from 1970-01-01.
    ///
    /// The year is taken to begin in March, which puts the leap day at its end, and 400 years have 146,097 days.
    private static func civilDate(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = shifted.quotientFlooring(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Duration {
    /// Whole microseconds, held at the ends of `Int64` for longer durations.
    var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        let scaled = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !scaled.overflow else { return seconds < 0 ? .min : .max }
        let sum = scaled.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        guard !sum.overflow else { return seconds < 0 ? .min : .max }
        return sum.partialValue
    }
}

extension Int64 {
    /// The quotient rounded down, for a positive divisor.
    fileprivate func quotientFlooring(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
