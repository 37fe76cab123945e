/// The blocks of a PEM text, found by their lines (RFC 7468).
///
/// Text before, between and after the blocks is allowed, as section 2 of the RFC has it.
struct PEMText {
    /// One block, from its BEGIN line to its END line.
    struct Block: Hashable {
        let label: String
        /// The bytes of the block, its lines included.
        let range: Range<Int>
        /// The line of BEGIN, counted from 1.
        let line: Int
    }

    static let maximumByteCount = 1 << 20

    let bytes: [UInt8]
    let blocks: [Block]

    /// Finds the blocks.
    ///
    /// - Throws: `KeyError` when there is none, or when one is not ended.
    init(_ bytes: [UInt8]) throws(KeyError) {
        guard !bytes.isEmpty else { throw KeyError(.empty) }
        guard bytes.count <= Self.maximumByteCount else { throw KeyError(.fileTooLarge) }
        self.bytes = bytes
        blocks = try Self.findBlocks(in: bytes)
        guard !blocks.isEmpty else { throw KeyError(Self.reasonForNoBlock(in: bytes)) }
    }

    /// The bytes of one block.
    subscript(block: Block) -> ArraySlice<UInt8> {
        bytes[block.range]
    }

    private static func findBlocks(in bytes: [UInt8]) throws(KeyError) -> [Block] {
        var blocks: [Block] = []
        var open: (label: ArraySlice<UInt8>, start: Int, line: Int)?
        // A byte order mark at the start is not part of the first line.
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: lineFeed) ?? bytes.count
            let line = trimEnd(bytes[start..<end])
            if let label = label(of: line, after: begin) {
                guard open == nil else { throw KeyError(.damaged, line: number) }
                open = (label, start, number)
            } else if let label = label(of: line, after: Self.end), let block = open {
                guard label == block.label else { throw KeyError(.damaged, line: block.line) }
                let text = String(decoding: block.label, as: UTF8.self)
                blocks.append(Block(label: text, range: block.start..<end, line: block.line))
                open = nil
            }
            start = end + 1
            number += 1
        }
        if let open { throw KeyError(.damaged, line: open.line) }
        return blocks
    }

    /// The words between `prefix` and the dashes that end `line`, or nil when it is another line.
    private static func label(of line: ArraySlice<UInt8>, after prefix: [UInt8]) -> ArraySlice<UInt8>? {
        guard line.count >= prefix.count + dashes.count, line.starts(with: prefix),
            line.suffix(dashes.count).elementsEqual(dashes)
        else { return nil }
        let label = line.dropFirst(prefix.count).dropLast(dashes.count)
        // No label has two dashes in a row: this is a whole block on one line.
        return contains(dashes, in: label) ? nil : label
    }

    private static func trimEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
        return line
    }

    /// Names what is there instead of a PEM block.
    private static func reasonForNoBlock(in bytes: [UInt8]) -> KeyError.Code {
        // SEQUENCE with a length of one to three more bytes: every key, certificate and PKCS#12 file in DER.
        if bytes.count > 2, bytes[0] == 0x30, (0x81...0x83).contains(bytes[1]) { return .derInsteadOfPEM }
        let words = bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
        guard let first = words.first else { return .empty }
        if first.starts(with: Array("ssh-".utf8)) { return .openSSHFormat }
        if first.starts(with: Array("----".utf8)) || contains(begin, in: bytes[...]) {
            return contains(Array("\\n".utf8), in: bytes[...]) ? .escapedLineBreaks : .damaged
        }
        // The Base64 of a SEQUENCE that is longer than 127 bytes begins with "MI".
        let base64 = Array(words.joined())
        if base64.starts(with: Array("MI".utf8)), (try? Base64.decode(base64)) != nil { return .missingPEMLines }
        return .notPEM
    }

    private static func contains(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let start = rest.firstIndex(of: pattern[0]) {
            rest = rest[start...]
            if rest.starts(with: pattern) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    private static let lineFeed: UInt8 = 0x0A
    private static let dashes = Array("-----".utf8)
    private static let begin = Array("-----BEGIN ".utf8)
    private static let end = Array("-----END ".utf8)
}
