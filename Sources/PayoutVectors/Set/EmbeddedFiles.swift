import Synchronization

/// A file of `vectors/` in the program.
struct EmbeddedFile {
    /// The path below `vectors/`.
    let path: StaticString
    /// The size of the file in bytes.
    let byteCount: Int
    /// The place in the table of the file that is the block's dictionary; -1 for none.
    let base: Int
    /// The content as an LZ4 block, seven bits a character; see the tool `vectorpack`, which writes the table.
    let block: StaticString
}

/// The files that the build packed into the program; the plugin EmbedVectors makes their table.
enum EmbeddedFiles {
    private static let indexes: [String: Int] = {
        let paths = table.enumerated().map { (String(describing: $0.element.path), $0.offset) }
        return Dictionary(uniqueKeysWithValues: paths)
    }()

    /// What was unpacked before: tests and suites ask for the same files again and again.
    private static let unpacked = Mutex<[String: [UInt8]]>([:])

    /// The paths in the order of the table.
    static var paths: [String] { table.map { String(describing: $0.path) } }

    /// The file at `path`, or nil when it is not in the table.
    static func bytes(at path: String) -> [UInt8]? {
        guard let index = indexes[path] else { return nil }
        if let bytes = unpacked.withLock({ $0[path] }) { return bytes }
        let file = table[index]
        let dictionary = file.base < 0 ? [] : bytes(at: String(describing: table[file.base].path)) ?? []
        let block = unpackSeptets(file.block)
        guard let bytes = LZ4Block.decode(block, byteCount: file.byteCount, dictionary: dictionary) else {
            preconditionFailure("the table of embedded files is broken at \(path)")
        }
        unpacked.withLock { $0[path] = bytes }
        return bytes
    }

    /// The bytes whose bits the characters hold, seven each; what is left over at the end is no byte.
    private static func unpackSeptets(_ text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { characters in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(characters.count * 7 / 8)
            var bits: UInt32 = 0
            var count = 0
            for character in characters {
                bits = bits << 7 | UInt32(character)
                count += 7
                if count >= 8 {
                    count -= 8
                    bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                }
            }
            return bytes
        }
    }
}
