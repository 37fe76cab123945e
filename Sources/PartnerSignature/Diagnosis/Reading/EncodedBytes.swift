/// The encodings in which a text may hold the bytes of a signature.
enum EncodedBytes {
    /// The readings of one text; standard Base64 first.
    static func all(of text: WrittenText) -> [SignatureReading] {
        var readings: [SignatureReading] = []
        func add(_ mistakes: [Mistake], _ bytes: [UInt8]?) {
            guard let bytes else { return }
            readings.append(SignatureReading(mistakes: text.mistakes + mistakes, bytes: bytes))
        }
        if let bytes = hexadecimal(text.bytes) { add([.hexadecimal], bytes) }
        if let bytes = try? Base64.decode(text.bytes) {
            readings.insert(SignatureReading(mistakes: text.mistakes, bytes: bytes), at: 0)
            if let twice = try? Base64.decode(bytes) { add([.doubleBase64], twice) }
            if let digits = hexadecimal(bytes) { add([.hexadecimalInBase64], digits) }
        } else {
            for loose in looseBase64(text.bytes) { add(loose.mistakes, loose.bytes) }
        }
        return readings
    }

    /// Hexadecimal digits, after `0x` or with colons or blanks between them; nil when there is anything else.
    private static func hexadecimal(_ text: [UInt8]) -> [UInt8]? {
        var digits = text[...]
        if digits.starts(with: [0x30, 0x78]) || digits.starts(with: [0x30, 0x58]) { digits = digits.dropFirst(2) }
        let values = digits.filter { $0 != 0x3A && $0 != 0x20 && $0 != 0x2D }
        guard !values.isEmpty, values.count % 2 == 0, values.allSatisfy(Hexadecimal.isDigit) else { return nil }
        return stride(from: 0, to: values.count, by: 2)
            .map { Hexadecimal.value(of: values[$0]) << 4 | Hexadecimal.value(of: values[$0 + 1]) }
    }

    /// Base64 with the other alphabet, without its padding, with too much of it, or with bits that belong to no byte.
    private static func looseBase64(_ text: [UInt8]) -> [(mistakes: [Mistake], bytes: [UInt8])] {
        let standard = text.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }
        // Some encoders write a point for =.
        let data = Array(standard.prefix { $0 != 0x3D && $0 != 0x2E })
        guard data.allSatisfy(Base64.isInAlphabet), data.count % 4 != 1,
            standard[data.count...].allSatisfy({ $0 == 0x3D || $0 == 0x2E })
        else { return [] }
        var mistakes: [Mistake] = standard == text ? [] : [.base64url]
        let padded = data + [UInt8](repeating: 0x3D, count: (4 - data.count % 4) % 4)
        // base64url does without padding, so its absence is no second mistake there.
        if mistakes.isEmpty, padded != standard { mistakes.append(.padding) }
        if let bytes = try? Base64.decode(padded) { return [(mistakes, bytes)] }
        return [(mistakes + [.unusedBits], Base64.decodeLeniently(data))]
    }
}
