/// Finds card numbers, account numbers and keys in text that nothing else is known about.
enum FreeTextScanner {
    private static let pemStart = Array("-----BEGIN ".utf8)
    private static let pemEnd = Array("-----END ".utf8)

    /// The bytes to hide in a part of `bytes`, in their order and without overlap; all of them are ASCII.
    static func hiddenRanges(in bytes: [UInt8], _ part: Range<Int>) -> [Range<Int>] {
        var hidden: [Range<Int>] = []
        var position = part.lowerBound
        while position < part.upperBound {
            if CardDigits.isDigit(bytes[position]) {
                let end = endOfDigits(in: bytes, from: position, to: part.upperBound)
                hidden += hiddenDigits(in: bytes, position..<end)
                position = end
            } else if starts(with: pemStart, in: bytes, at: position, before: part.upperBound) {
                let block = pemBlock(in: bytes, from: position, to: part.upperBound)
                hidden.append(block)
                position = block.upperBound
            } else {
                position += 1
            }
        }
        return hidden
    }

    /// The end of a run of digits; single blanks and hyphens between groups of four or more belong to it.
    private static func endOfDigits(in bytes: [UInt8], from start: Int, to limit: Int) -> Int {
        var end = start
        var groupStart = start
        while end < limit {
            if CardDigits.isDigit(bytes[end]) {
                end += 1
                continue
            }
            let isBreak = bytes[end] == 0x20 || bytes[end] == 0x2D
            guard isBreak, end - groupStart >= 4, end + 1 < limit, CardDigits.isDigit(bytes[end + 1]) else { break }
            end += 1
            groupStart = end
        }
        return end
    }

    /// Of 13 to 19 digits the first six and the last four stay; 20 digits, an account, are hidden whole.
    private static func hiddenDigits(in bytes: [UInt8], _ run: Range<Int>) -> [Range<Int>] {
        let digits = run.filter { CardDigits.isDigit(bytes[$0]) }
        switch digits.count {
        case 13...19: return [digits[6]..<digits[digits.count - 4]]
        case 20: return [run]
        default: return []
        }
    }

    /// A PEM block from its first line to its last; to the end of the part when the last line is missing.
    private static func pemBlock(in bytes: [UInt8], from start: Int, to limit: Int) -> Range<Int> {
        var position = start + pemStart.count
        while position < limit, !starts(with: pemEnd, in: bytes, at: position, before: limit) { position += 1 }
        guard position < limit else { return start..<limit }
        position += pemEnd.count
        // The label ends with five hyphens, on the same line.
        while position < limit, bytes[position] != 0x2D, bytes[position] != 0x0A { position += 1 }
        while position < limit, bytes[position] == 0x2D { position += 1 }
        return start..<position
    }

    private static func starts(with prefix: [UInt8], in bytes: [UInt8], at start: Int, before limit: Int) -> Bool {
        guard bytes[start] == prefix[0], limit - start >= prefix.count else { return false }
        return bytes[start..<start + prefix.count].elementsEqual(prefix)
    }
}
