/// A DigestInfo read as BER, with any parameters: what a lenient verifier would take (RFC 8017 section 9.2, note 1).
struct LooseDigestInfo {
    let algorithm: DigestAlgorithm
    let digest: [UInt8]
    /// Whether the algorithm has no parameters, instead of NULL.
    let lacksNull: Bool

    /// Reads `bytes`; nil when they are no such structure of a known algorithm with a digest of its length.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        guard var content = Self.value(0x30, from: &rest), var identifier = Self.value(0x30, from: &content),
            let name = Self.value(0x06, from: &identifier), let digest = Self.value(0x04, from: &content),
            let algorithm = DigestAlgorithm.all.first(where: { $0.byteCount == digest.count && $0.isNamed(by: name) })
        else { return nil }
        self.algorithm = algorithm
        self.digest = Array(digest)
        lacksNull = identifier.isEmpty && content.isEmpty && rest.isEmpty
    }

    /// Takes a value with the tag given from the front of `bytes`, in a length of at most two bytes.
    private static func value(_ tag: UInt8, from bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.popFirst() == tag, let first = bytes.popFirst() else { return nil }
        var count = Int(first)
        if first >= 0x80 {
            guard first == 0x81 || first == 0x82 else { return nil }
            count = 0
            for _ in 0..<(first - 0x80) {
                guard let byte = bytes.popFirst() else { return nil }
                count = count << 8 | Int(byte)
            }
        }
        guard count <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }
}

extension DigestAlgorithm {
    /// Whether `bytes` are the content of the algorithm's object identifier.
    fileprivate func isNamed(by bytes: ArraySlice<UInt8>) -> Bool {
        // 30 n 30 n 06 n stand before it, 05 00 04 n behind it.
        digestInfoPrefix[6..<digestInfoPrefix.count - 4].elementsEqual(bytes)
    }
}
