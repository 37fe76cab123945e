/// Data in the LZ4 block format (lz4.org, "LZ4 Block Format Description").
///
/// A block is a row of sequences: a token with two lengths, literals to copy, and a match, which repeats bytes that
/// were written before. The last sequence has no match.
enum LZ4Block {
    private static let minimumMatch = 4

    /// How far back a match reaches.
    private static let window = 65_535

    /// The bytes that a block holds, or nil when it is damaged or holds another number than `byteCount`.
    ///
    /// - Parameter dictionary: Bytes that stand before those of the block, for its matches.
    static func decode(_ block: [UInt8], byteCount: Int, dictionary: [UInt8] = []) -> [UInt8]? {
        var bytes = Array(dictionary.suffix(window))
        let start = bytes.count
        let end = start + byteCount
        bytes.reserveCapacity(end)
        var next = 0
        while next < block.count {
            let token = Int(block[next])
            next += 1
            guard let literals = length(token >> 4, in: block, at: &next),
                literals <= block.count - next, literals <= end - bytes.count
            else { return nil }
            bytes.append(contentsOf: block[next..<next + literals])
            next += literals
            if next == block.count { break }
            guard next + 2 <= block.count else { return nil }
            let offset = Int(block[next]) | Int(block[next + 1]) << 8
            next += 2
            guard offset > 0, offset <= bytes.count,
                let match = length(token & 15, in: block, at: &next).map({ $0 + minimumMatch }),
                match <= end - bytes.count
            else { return nil }
            repeatBytes(match, back: offset, in: &bytes)
        }
        guard bytes.count == end else { return nil }
        return start == 0 ? bytes : Array(bytes[start...])
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
