// `json-pointer` (RFC 6901), `relative-json-pointer` (its draft) and `uuid` (RFC 4122).

extension ByteScanner {
    mutating func takeJSONPointer() -> Bool {
        guard !isAtEnd else { return true }
        guard next == 0x2F else { return false }
        while let byte = next {
            offset += 1
            if byte == 0x7E {
                guard let digit = next, digit == 0x30 || digit == 0x31 else { return false }
                offset += 1
            }
        }
        return true
    }

    mutating func takeRelativeJSONPointer() -> Bool {
        let startsWithZero = next == 0x30
        let digits = takeWhile(URISyntax.isDigit)
        guard digits == 1 || (digits > 1 && !startsWithZero) else { return false }
        return take(0x23) || takeJSONPointer()
    }

    mutating func takeUUID() -> Bool {
        for (place, count) in [8, 4, 4, 4, 12].enumerated() {
            if place > 0, !take(0x2D) { return false }
            for _ in 0..<count {
                guard let byte = next, URISyntax.isHexDigit(byte) else { return false }
                offset += 1
            }
        }
        return true
    }
}
