import PartnerSignature

/// Right padding around something else than the DigestInfo of RFC 8017 section 9.2.
enum ContentCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for content in plain + structures {
            cases.append(
                SchemeCases.refused(
                    content.name,
                    content.title,
                    try forge.sign(content: content.bytes),
                    breaks: content.rule,
                    comment: content.comment
                )
            )
        }
        return cases
    }

    private struct Content {
        let name: String
        let title: String
        let bytes: [UInt8]
        /// A well-formed DigestInfo of SHA-256 shows that other bytes were signed.
        var rule = "SIG.KEY"
        var comment: String?
    }

    private static let digest = SchemeCases.digest
    private static let prefix = DigestAlgorithm.sha256.digestInfoPrefix
    private static let identifier = Array(prefix[4..<15])

    /// No structure at all.
    private static let plain: [Content] = [
        Content(
            name: "no-digest-info",
            title: "the digest was padded without its DigestInfo",
            bytes: digest.bytes,
            comment: "What openssl pkeyutl -sign does with a bare digest and without -pkeyopt digest:sha256."
        ),
        Content(
            name: "hexadecimal-content",
            title: "the digest in hexadecimal digits was padded without a DigestInfo",
            bytes: Array(digest.hexadecimal.utf8)
        ),
        Content(
            name: "base64-content",
            title: "the digest in Base64 was padded without a DigestInfo",
            bytes: Array(Base64.encode(digest.bytes).utf8)
        ),
        Content(
            name: "body-itself",
            title: "the body itself was padded, without a digest",
            bytes: SchemeCases.body,
            comment: "What openssl_private_encrypt of PHP does."
        ),
        Content(name: "no-content", title: "nothing stands after the padding", bytes: []),
        Content(
            name: "digest-info-in-hexadecimal",
            title: "the DigestInfo in hexadecimal digits was padded",
            bytes: Array(Hexadecimal.encode(digest.digestInfo).utf8)
        ),
    ]

    /// A DigestInfo that is not, byte for byte, the one that the bank compares with.
    private static let structures: [Content] = [
        Content(
            name: "no-null",
            title: "the DigestInfo lacks the NULL of its algorithm",
            bytes: [0x30, 0x2F, 0x30, 0x0B] + identifier + [0x04, 0x20] + digest.bytes,
            comment: "RFC 8017 appendix A.2.4 has the NULL written, and the whole block is compared."
        ),
        Content(
            name: "sha1-name-sha256-digest",
            title: "the DigestInfo names SHA-1 and holds a SHA-256 digest",
            bytes: [0x30, 0x2D, 0x30, 0x09, 0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A, 0x05, 0x00, 0x04, 0x20]
                + digest.bytes
        ),
        Content(
            name: "unknown-name",
            title: "the DigestInfo names an unknown algorithm",
            bytes: prefix[..<14] + [0x7F] + prefix[15...] + digest.bytes
        ),
        Content(
            name: "long-length",
            title: "a length of the DigestInfo is written in two bytes (BER)",
            bytes: [0x30, 0x81, 0x31] + prefix[2...] + digest.bytes,
            comment: "DER has one form for each length."
        ),
        Content(
            name: "garbage-in-parameters",
            title: "the parameters of the algorithm hold something else than NULL",
            bytes: [0x30, 0x41, 0x30, 0x1D] + identifier + [0x04, 0x10] + [UInt8](repeating: 0xA5, count: 16)
                + [0x04, 0x20] + digest.bytes,
            comment: "A verifier that skips the parameters can be deceived where the exponent is 3 (CVE-2014-1568)."
        ),
        Content(
            name: "garbage-after-digest-inside",
            title: "something stands after the digest, inside the DigestInfo",
            bytes: [0x30, 0x35] + prefix[2...] + digest.bytes + [0x04, 0x02, 0xA5, 0xA5]
        ),
        Content(
            name: "garbage-behind-digest-info",
            title: "something stands behind the DigestInfo, under whole padding",
            bytes: digest.digestInfo + [0xA5, 0xA5, 0xA5]
        ),
        Content(
            name: "digest-cut",
            title: "the DigestInfo holds 31 of the 32 bytes of the digest",
            bytes: [0x30, 0x30] + prefix[2..<18] + [0x1F] + digest.bytes.dropLast()
        ),
        Content(
            name: "digest-reversed",
            title: "the bytes of the digest are in reverse order",
            bytes: prefix + digest.bytes.reversed(),
            rule: "SIG.BYTES"
        ),
        Content(
            name: "digest-in-digest-info",
            title: "the digest of the DigestInfo was signed",
            bytes: SHA256Digest(of: digest.digestInfo).digestInfo,
            rule: "SIG.BYTES"
        ),
    ]
}
