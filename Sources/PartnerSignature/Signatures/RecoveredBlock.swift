/// What stands in a signature once the RSA operation is undone with the public key.
///
/// With the right key and the right scheme it is the padding of RFC 8017 section 9.2 with a `DigestInfo`. With
/// another key it is noise. So it tells "signed something else" from "signed with another key".
public struct RecoveredBlock: Hashable, Sendable {
    /// The whole block, as long as the modulus.
    public let bytes: [UInt8]

    /// What stands after right padding: `00 01 FF ... FF 00` with at least eight bytes of `FF`; else nil.
    public let content: [UInt8]?

    /// The digest algorithm that the content names; nil when the content is no `DigestInfo` of a known algorithm.
    public let digestAlgorithm: DigestAlgorithm?

    /// The digest that was signed; nil when the content is no `DigestInfo` of a known algorithm.
    public let digest: [UInt8]?

    init(bytes: [UInt8]) {
        self.bytes = bytes
        content = Self.content(of: bytes)
        digestAlgorithm = content.flatMap { content in
            DigestAlgorithm.all.first { algorithm in
                content.count == algorithm.digestInfoPrefix.count + algorithm.byteCount
                    && content.starts(with: algorithm.digestInfoPrefix)
            }
        }
        if let content, let digestAlgorithm {
            digest = Array(content.suffix(digestAlgorithm.byteCount))
        } else {
            digest = nil
        }
    }

    private static func content(of bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: [0x00, 0x01]) else { return nil }
        let rest = bytes.dropFirst(2)
        guard let end = rest.firstIndex(where: { $0 != 0xFF }), bytes[end] == 0x00, end - rest.startIndex >= 8 else {
            return nil
        }
        return Array(bytes[(end + 1)...])
    }
}
