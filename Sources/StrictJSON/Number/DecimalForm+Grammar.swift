extension DecimalForm {
    /// Whether a text is a number of RFC 8259 section 6, and nothing else.
    static func isNumber(_ text: String) -> Bool {
        var bytes = text.utf8[...]
        func digits() -> Int {
            let count = bytes.prefix(while: ASCII.isDigit).count
            bytes.removeFirst(count)
            return count
        }
        if bytes.first == ASCII.minus { bytes.removeFirst() }
        let startsWithZero = bytes.first == ASCII.zero
        let whole = digits()
        if whole == 0 || (startsWithZero && whole > 1) { return false }
        if bytes.first == ASCII.point {
            bytes.removeFirst()
            if digits() == 0 { return false }
        }
        if let mark = bytes.first, mark | 0x20 == ASCII.e {
            bytes.removeFirst()
            if bytes.first == ASCII.plus || bytes.first == ASCII.minus { bytes.removeFirst() }
            if digits() == 0 { return false }
        }
        return bytes.isEmpty
    }
}
