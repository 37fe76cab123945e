/// What may have been done to the bytes of a signature between making and encoding them.
enum ChangedBytes {
    /// The readings with each change undone.
    static func all(of reading: SignatureReading) -> [SignatureReading] {
        let bytes = reading.bytes
        var changed: [(Mistake, [UInt8])] = [(.bytesReversed, bytes.reversed())]
        if bytes.count % 4 == 0 { changed.append((.wordsReversed, wordsReversed(bytes))) }
        if bytes.count % 8 == 1, bytes[0] == 0x00 { changed.append((.leadingZeroAdded, Array(bytes.dropFirst()))) }
        // A key has a multiple of eight bytes in all sizes that are in use; a few zeros may be lost or a few bytes added.
        let missing = (8 - bytes.count % 8) % 8
        if (1...2).contains(missing) {
            changed.append((.leadingZeroLost, [UInt8](repeating: 0x00, count: missing) + bytes))
        }
        let surplus = bytes.count % 8
        if (1...2).contains(surplus), bytes.count > 8 { changed.append((.trailingByte, bytes.dropLast(surplus))) }
        if let content = octetString(bytes) { changed.append((.octetString, content)) }
        let half = bytes.count / 2
        if bytes.count % 2 == 0, bytes[..<half] == bytes[half...] {
            changed.append((.doubledBytes, Array(bytes[..<half])))
        }
        return changed.map { SignatureReading(mistakes: reading.mistakes + [$0.0], bytes: $0.1) }
    }

    private static func wordsReversed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for start in stride(from: 0, to: bytes.count, by: 4) { bytes[start..<start + 4].reverse() }
        return bytes
    }

    /// The content of a DER OCTET STRING with a length of two bytes that fills the whole.
    private static func octetString(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: [0x04, 0x82]), bytes.count > 4,
            Int(bytes[2]) << 8 | Int(bytes[3]) == bytes.count - 4
        else { return nil }
        return Array(bytes[4...])
    }
}
