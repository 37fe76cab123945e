import PartnerSignature

/// The right DigestInfo under padding that is not exactly that of RFC 8017 section 9.2.
enum PaddingCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for key in [SignatureKeys.Name.partner, .exponent3] {
            let suffix = key == .partner ? "" : "-e3"
            for padding in paddings(byteCount: forge.byteCount(of: key)) {
                cases.append(
                    SchemeCases.refused(
                        padding.name + suffix,
                        padding.title,
                        try forge.sign(block: padding.block, with: key),
                        key: key,
                        comment: padding.comment
                    )
                )
            }
        }
        return cases + (try forgeries(forge))
    }

    private struct Padding {
        let name: String
        let title: String
        let block: [UInt8]
        var comment: String?
    }

    private static let content = SchemeCases.digest.digestInfo

    private static func paddings(byteCount: Int) -> [Padding] {
        let ones = byteCount - 3 - content.count
        func block(_ start: [UInt8], _ padding: [UInt8], _ end: [UInt8] = [0x00]) -> [UInt8] {
            start + padding + end + content
        }
        func repeated(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
        func cut(_ count: Int) -> [UInt8] {
            let start = block([0x00, 0x01], repeated(0xFF, count))
            return start + repeated(0x00, byteCount - start.count)
        }
        return [
            Padding(
                name: "garbage-after-digest",
                title: "the padding is short and something stands after the digest",
                block: cut(8),
                comment: "A verifier that reads the padding instead of comparing the block accepts it (Bleichenbacher "
                    + "2006)."
            ),
            Padding(name: "seven-ones", title: "the padding has seven bytes of FF, one too few", block: cut(7)),
            Padding(name: "no-ones", title: "the padding has no byte of FF", block: cut(0)),
            Padding(
                name: "block-type-2",
                title: "the padding is that of encryption, block type 2",
                block: block([0x00, 0x02], repeated(0xFF, ones))
            ),
            Padding(
                name: "block-type-0",
                title: "the padding is that of block type 0, zeros",
                block: block([0x00, 0x00], repeated(0x00, ones))
            ),
            Padding(
                name: "no-padding",
                title: "the DigestInfo has zeros before it instead of padding",
                block: repeated(0x00, byteCount - content.count) + content
            ),
            Padding(
                name: "first-byte-not-zero",
                title: "the first byte of the block is not zero",
                block: block([0x01, 0x01], repeated(0xFF, ones))
            ),
            Padding(
                name: "zero-in-padding",
                title: "a zero stands inside the padding",
                block: block([0x00, 0x01], repeated(0xFF, 100) + [0x00] + repeated(0xFF, ones - 101))
            ),
            Padding(
                name: "other-byte-in-padding",
                title: "a byte of the padding is not FF",
                block: block([0x00, 0x01], repeated(0xFF, 100) + [0xFE] + repeated(0xFF, ones - 101))
            ),
            Padding(
                name: "no-separator",
                title: "the zero between padding and DigestInfo is missing",
                block: block([0x00, 0x01], repeated(0xFF, ones), [0xFF])
            ),
        ]
    }

    // MARK: Forgeries

    /// Signatures made without the private key, for verifiers that look at the start of the block alone.
    ///
    /// With the exponent 3 the number whose cube starts with any chosen bytes is found by a cube root (Bleichenbacher
    /// 2006): what follows is whatever it turns out to be.
    private static func forgeries(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let starts: [(name: String, title: String, ones: Int)] = [
            ("forged-eight-ones", "forged by a cube root: eight bytes of FF, the DigestInfo, then garbage", 8),
            ("forged-one", "forged by a cube root: one byte of FF, the DigestInfo, then garbage", 1),
        ]
        var cases: [SignatureCaseRecord] = []
        for (name, title, ones) in starts {
            let start = [0x00, 0x01] + [UInt8](repeating: 0xFF, count: ones) + [0x00] + content
            cases.append(
                SchemeCases.refused(
                    name,
                    title,
                    Base64.encode(try cubeRoot(of: start, byteCount: forge.byteCount(of: .exponent3), subject: name)),
                    key: .exponent3,
                    comment: "Nobody needed the private key for it (CVE-2006-4339)."
                )
            )
        }
        return cases
    }

    /// A number whose cube starts with `start`.
    private static func cubeRoot(
        of start: [UInt8],
        byteCount: Int,
        subject: String
    ) throws(VectorGenerationError) -> [UInt8] {
        let lowest = Natural(start + [UInt8](repeating: 0x00, count: byteCount - start.count))
        let root = lowest.cubeRoot + Natural([1])
        guard let block = (root * root * root).bytes(byteCount), block.starts(with: start),
            let signature = root.bytes(byteCount)
        else { throw VectorGenerationError(.unsuitableSignature, subject: subject) }
        return signature
    }
}
