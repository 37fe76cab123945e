/// One way of reading a header value as the bytes of a signature.
struct SignatureReading: Hashable {
    /// What has to have gone wrong for this reading to be the right one; none for the value as it should be.
    let mistakes: [Mistake]

    /// The bytes.
    let bytes: [UInt8]

    /// Whether these are the bytes that the text stands for, without more having been done to them.
    var isPlain: Bool {
        let others: [Mistake] = [
            .backwards, .bytesReversed, .wordsReversed, .leadingZeroAdded, .leadingZeroLost, .trailingByte,
            .doubledBytes,
            .octetString,
        ]
        return !mistakes.contains { others.contains($0) }
    }

    /// A longer value is no signature in any form: the longest key gives 2,732 characters.
    static let maximumByteCount = 32_768

    /// The ways of reading `value`, the most likely first, each giving other bytes.
    static func all(of value: String) -> [SignatureReading] {
        guard value.utf8.count <= maximumByteCount else { return [] }
        var readings: [SignatureReading] = []
        var seen: Set<[UInt8]> = []
        func add(_ reading: SignatureReading) {
            guard !reading.bytes.isEmpty, seen.insert(reading.bytes).inserted else { return }
            readings.append(reading)
        }
        let texts = WrittenText.all(of: Array(value.utf8))
        for text in texts {
            for reading in EncodedBytes.all(of: text) { add(reading) }
        }
        for reading in readings {
            for changed in ChangedBytes.all(of: reading) { add(changed) }
        }
        return readings
    }
}
