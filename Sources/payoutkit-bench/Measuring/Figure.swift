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

    /// A time: one decimal where it matters.
    static func nanoseconds(_ time: Double) -> String {
        time < 100 ? oneDecimal(time) : grouped(Int(time.rounded()))
    }
}
