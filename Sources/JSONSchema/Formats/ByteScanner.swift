/// A place in a text, and the steps that formats are made of.
struct ByteScanner {
    let text: UnsafeBufferPointer<UInt8>
    var offset = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { offset == text.count }
    var next: UInt8? { offset < text.count ? text[offset] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Takes exactly `count` digits and returns their value.
    mutating func takeNumber(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = next, URISyntax.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
            offset += 1
        }
        return value
    }

    /// Takes bytes while they satisfy a condition and returns how many they were.
    mutating func takeWhile(_ condition: (UInt8) -> Bool) -> Int {
        let start = offset
        while let byte = next, condition(byte) { offset += 1 }
        return offset - start
    }
}
