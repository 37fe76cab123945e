/// The characters of the body in another encoding than UTF-8, or encoded twice.
enum EncodingCandidates {
    static func offer(to search: inout CandidateSearch) {
        let body = search.received
        guard let text = String(validating: body, as: UTF8.self) else { return offerDecoded(body, to: &search) }
        offerUTF16(text, to: &search)
        guard body.contains(where: { $0 >= 0x80 }) else { return }
        if let bytes = Windows1251.encode(text) { search.offer(bytes, encoding("Windows-1251")) }
        if let bytes = Windows1251.encode(text, replacement: 0x3F) { search.offer(bytes, encoding("Windows-1251")) }
        search.offer(latin1(text, replacement: 0x3F), [.questionMarks])
        search.offer(text.utf16.map { $0 < 0x80 ? UInt8($0) : 0x3F }, [.questionMarks])
        search.offer(text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x3F }, [.questionMarks])
        search.offer(body.map { $0 < 0x80 ? $0 : 0x3F }, [.questionMarks])
        if text.unicodeScalars.allSatisfy({ $0.value <= 0xFF }) {
            // Also the way back: what was received may have been encoded once more on its way.
            search.offer(latin1(text, replacement: 0x3F), encoding("ISO 8859-1"))
        }
        if let bytes = Windows1251.encode(text), String(validating: bytes, as: UTF8.self) != nil {
            search.offer(bytes, encoding("Windows-1251"))
        }
        search.offer(latin1Decoded(body), [.encodedTwice])
        search.offer(Windows1251.decode(body), [.encodedTwice])
    }

    private static func encoding(_ name: String) -> [Mistake] {
        [Mistake.otherEncoding.with(detail: name)]
    }

    private static func offerUTF16(_ text: String, to search: inout CandidateSearch) {
        var (little, big): ([UInt8], [UInt8]) = ([], [])
        for unit in text.utf16 {
            let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
            little.append(low)
            little.append(high)
            big.append(high)
            big.append(low)
        }
        search.offer(little, encoding("UTF-16, low byte first, which .NET calls Unicode"))
        search.offer([0xFF, 0xFE] + little, encoding("UTF-16, low byte first, with a byte order mark"))
        search.offer(big, encoding("UTF-16, high byte first"))
        search.offer([0xFE, 0xFF] + big, encoding("UTF-16, high byte first, with a byte order mark"))
    }

    /// For a body that is no UTF-8: it may have been signed as UTF-8 and converted on its way.
    private static func offerDecoded(_ body: [UInt8], to search: inout CandidateSearch) {
        search.offer(Windows1251.decode(body), encoding("UTF-8, and received in Windows-1251"))
        search.offer(latin1Decoded(body), encoding("UTF-8, and received in ISO 8859-1"))
    }

    /// Takes each byte for a character of ISO 8859-1 and writes it in UTF-8.
    private static func latin1Decoded(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count * 2)
        for byte in body {
            if byte >= 0x80 { result.append(0xC0 | byte >> 6) }
            result.append(byte < 0x80 ? byte : 0x80 | byte & 0x3F)
        }
        return result
    }

    private static func latin1(_ text: String, replacement: UInt8) -> [UInt8] {
        text.unicodeScalars.map { UInt8(exactly: $0.value) ?? replacement }
    }
}
