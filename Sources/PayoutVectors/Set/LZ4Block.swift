/// Data in the LZ4 block format (lz4.org, "LZ4 Block Format Description").
///
/// A block is a row of sequences: a token with two lengths, literals to copy, and a match, which repeats bytes that
/// were written before. The last sequence has no match.
enum LZ4Block {
    private static let minimumMatch = 4

    /// The bytes that a block holds, or nil when it is damaged or holds another number than `byteCount`.
    static func decode(_ block: [UInt8], byteCount: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount)
        var next = 0
        while next < block.count {
            let token = Int(block[next])
            next += 1
            guard let literals = length(token >> 4, in: block, at: &next),
                literals <= block.count - next, literals <= byteCount - bytes.count
            else { return nil }
            bytes.append(contentsOf: block[next..<next + literals])
            next += literals
            if next == block.count { break }
            guard next + 2 <= block.count else { return nil }
            let offset = Int(block[next]) | Int(block[next + 1]) << 8
            next += 2
            guard offset > 0, offset <= bytes.count,
                let match = length(token & 15, in: block, at: &next).map({ $0 + minimumMatch }),
                match <= byteCount - bytes.count
            else { return nil }
            repeatBytes(match, back: offset, in: &bytes)
        }
        return bytes.count == byteCount ? bytes : nil
    }

    /// A length of 15 goes on in the next bytes, up to one that is not 255.
    private static func length(_ start: Int, in block: [UInt8], at next: inout Int) -> Int? {
        guard start == 15 else { return start }
        var length = start
        while next < block.count {
            let byte = block[next]
            next += 1
            length += Int(byte)
            if byte < 255 { return length }
        }
        return nil
    }

    /// Appends `count` bytes that start `offset` bytes before the end; a match may reach into itself.
    private static func repeatBytes(_ count: Int, back offset: Int, in bytes: inout [UInt8]) {
        var left = count
        while left > 0 {
            let start = bytes.count - offset
            let part = Array(bytes[start..<start + min(left, offset)])
            bytes.append(contentsOf: part)
            left -= part.count
        }
    }
}
