/// Numbers as people read them.
enum Figure {
    /// A whole number with a comma between thousands.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }

    /// A number with one decimal.
    static func oneDecimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths.magnitude % 10)"
    }

    /// The share of one of `divisor` in a count: a whole number where it is one, or where decimals say little.
    static func count(_ count: Int, over divisor: Int) -> String {
        let share = Double(count) / Double(divisor)
        return count.isMultiple(of: divisor) || share >= 100 ? grouped(Int(share.rounded())) : oneDecimal(share)
    }

    /// A time: one decimal where it matters.
    static func nanoseconds(_ time: Double) -> String {
        time < 100 ? oneDecimal(time) : grouped(Int(time.rounded()))
    }
}
