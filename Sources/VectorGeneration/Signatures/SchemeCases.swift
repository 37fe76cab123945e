import PartnerSignature

/// Signatures of the right bytes with the right key, made by another scheme, or damaged.
enum SchemeCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        try otherDigests(forge) + otherContents(forge) + otherPaddings(forge) + damaged(forge)
    }

    private static let body = SampleBody.confirm
    private static let digest = SHA256Digest(of: body)

    private static func refused(
        _ name: String,
        _ title: String,
        _ signature: String,
        breaks rule: String = "SIG.KEY",
        comment: String? = nil
    ) -> SignatureCaseRecord {
        SignatureCaseRecord(
            "signature.scheme.\(name)",
            title,
            body: body,
            signature: signature,
            breaks: rule,
            twin: BodyCases.twin("confirm"),
            comment: comment,
            tags: ["scheme"]
        )
    }

    private static func otherDigests(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let algorithms: [(name: String, algorithm: DigestAlgorithm)] = [
            ("md5", .md5), ("sha1", .sha1), ("sha384", .sha384), ("sha512", .sha512),
        ]
        var cases: [SignatureCaseRecord] = []
        for (name, algorithm) in algorithms {
            let content = algorithm.digestInfoPrefix + (try forge.digest(algorithm, of: body))
            let title = "made with \(algorithm.name) instead of SHA-256"
            cases.append(refused(name, title, try forge.sign(content: content)))
        }
        return cases
    }

    private static func otherContents(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        // 30 2F 30 0B OID 04 20 digest: the algorithm identifier without its NULL parameters.
        let withoutNull =
            [0x30, 0x2F, 0x30, 0x0B] + DigestAlgorithm.sha256.digestInfoPrefix[4..<15] + [0x04, 0x20] + digest.bytes
        return [
            refused(
                "no-digest-info",
                "the digest was padded without its DigestInfo",
                try forge.sign(content: digest.bytes),
                comment: "What openssl pkeyutl -sign does with a bare digest and without -pkeyopt digest:sha256."
            ),
            refused(
                "hexadecimal-content",
                "the digest in hexadecimal digits was padded without a DigestInfo",
                try forge.sign(content: Array(digest.hexadecimal.utf8))
            ),
            refused(
                "body-itself",
                "the body itself was padded, without a digest",
                try forge.sign(content: body),
                comment: "What openssl_private_encrypt of PHP does."
            ),
            refused(
                "no-null",
                "the DigestInfo lacks the NULL of its algorithm",
                try forge.sign(content: withoutNull),
                comment: "RFC 8017 appendix A.2.4 has the NULL written, and the whole block is compared."
            ),
        ]
    }

    private static func otherPaddings(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let count = forge.keys.partner.publicKey.signatureByteCount
        let short = [0x00, 0x01] + [UInt8](repeating: 0xFF, count: 8) + [0x00] + digest.digestInfo
        let garbage = short + [UInt8](repeating: 0x00, count: count - short.count)
        // The salt is random in real use; any salt will do for a signature that is refused.
        let salt = SHA256Digest(of: Array("salt".utf8)).bytes
        return [
            refused(
                "pss",
                "made with RSASSA-PSS instead of RSASSA-PKCS1-v1_5",
                try forge.sign(block: PaddedBlock.pss(digest, salt: salt, byteCount: count)),
                comment: "SHA-256, MGF1 with SHA-256, salt of 32 bytes."
            ),
            refused(
                "garbage-after-digest",
                "the padding is short and something stands after the digest",
                try forge.sign(block: garbage),
                comment: "A verifier that reads the padding instead of comparing the block accepts it (Bleichenbacher "
                    + "2006)."
            ),
            refused(
                "block-type-2",
                "the padding is that of encryption, block type 2",
                try forge.sign(block: PaddedBlock.pkcs1(digest.digestInfo, byteCount: count, type: 2))
            ),
            refused(
                "no-padding",
                "the DigestInfo has zeros before it instead of padding",
                try forge.sign(
                    block: [UInt8](repeating: 0x00, count: count - digest.digestInfo.count) + digest.digestInfo
                )
            ),
        ]
    }

    private static func damaged(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let right = try forge.signatureBytes(of: body)
        func changed(_ offset: Int, _ mask: UInt8) -> String {
            var bytes = right
            bytes[offset] ^= mask
            return Base64.encode(bytes)
        }
        return [
            refused("first-bit-flipped", "the first bit of the signature is flipped", changed(0, 0x80)),
            refused("middle-bit-flipped", "a bit in the middle of the signature is flipped", changed(128, 0x10)),
            refused("last-bit-flipped", "the last bit of the signature is flipped", changed(right.count - 1, 0x01)),
            refused("all-zero", "all bytes of the signature are zero", Base64.encode(right.map { _ in 0x00 })),
            refused(
                "above-modulus",
                "the signature as a number is not below the modulus",
                Base64.encode(right.map { _ in 0xFF })
            ),
            refused("reversed", "the bytes of the signature are in reverse order", Base64.encode(right.reversed())),
            refused("truncated", "the last byte is missing", Base64.encode(right.dropLast()), breaks: "SIG.LENGTH"),
            refused("extended", "a zero byte is appended", Base64.encode(right + [0x00]), breaks: "SIG.LENGTH"),
            refused(
                "leading-zero",
                "a zero byte stands before it",
                Base64.encode([0x00] + right),
                breaks: "SIG.LENGTH",
                comment: "What BigInteger.toByteArray of Java does."
            ),
            refused(
                "digest-only",
                "the Base64 of the digest, without a signature",
                Base64.encode(digest.bytes),
                breaks: "SIG.LENGTH"
            ),
        ]
    }
}
