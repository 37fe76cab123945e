import PartnerSignature

// What was signed is right, and how it was signed is not.
extension BreakingKind {
    static let schemes: [BreakingKind] = [
        .scheme("MD5", "scheme.md5", sign: digested(.md5)),
        .scheme("SHA-1", "scheme.sha-1", sign: digested(.sha1)),
        .scheme("SHA-384", "scheme.sha-384", sign: digested(.sha384)),
        .scheme("SHA-512", "scheme.sha-512", sign: digested(.sha512)),
        .scheme("PSS without salt", "scheme.pss", sign: salted(0)),
        .scheme("PSS, salt of 20", "scheme.pss", sign: salted(20)),
        .scheme("PSS, salt of 32", "scheme.pss", sign: salted(32)),
        .scheme("PSS, longest salt", "scheme.pss", sign: salted(222)),
        .scheme("PSS with SHA-512", "scheme.pss", sign: salted(64, .sha512)),
        .scheme("double hash", "scheme.double-hash") { forge, body throws(VectorGenerationError) in
            try forge.sign(SHA256Digest(of: body).bytes)
        },
        .scheme("hash as digits", "scheme.hexadecimal-hash") { forge, body throws(VectorGenerationError) in
            try forge.sign(Array(SHA256Digest(of: body).hexadecimal.utf8))
        },
        .scheme("hash as Base64", "scheme.base64-hash") { forge, body throws(VectorGenerationError) in
            try forge.sign(Array(Base64.encode(SHA256Digest(of: body).bytes).utf8))
        },
    ]

    /// What stands in the padded block, and the padding itself.
    static let contents: [BreakingKind] = [
        .scheme("bare digest", "scheme.raw-digest") { forge, body throws(VectorGenerationError) in
            try forge.sign(content: SHA256Digest(of: body).bytes)
        },
        .scheme("bare SHA-1", "scheme.raw-digest", "scheme.sha-1") { forge, body throws(VectorGenerationError) in
            try forge.sign(content: forge.digest(.sha1, of: body))
        },
        .scheme("bare digits", "scheme.hexadecimal-digest") { forge, body throws(VectorGenerationError) in
            try forge.sign(content: Array(SHA256Digest(of: body).hexadecimal.utf8))
        },
        .scheme("no NULL", "scheme.no-null") { forge, body throws(VectorGenerationError) in
            let digest = SHA256Digest(of: body)
            let identifier = digest.digestInfo[4..<15]
            return try forge.sign(content: [0x30, 0x2F, 0x30, 0x0B] + identifier + [0x04, 0x20] + digest.bytes)
        },
        .scheme("garbage behind", "scheme.trailing-garbage") { forge, body throws(VectorGenerationError) in
            try forge.sign(content: SHA256Digest(of: body).digestInfo + [0x01, 0x02])
        },
        .scheme("block type 2", "scheme.block-type") { forge, body throws(VectorGenerationError) in
            try forge.sign(block: PaddedBlock.pkcs1(SHA256Digest(of: body).digestInfo, byteCount: 256, type: 2))
        },
        .scheme("zeros for padding", "scheme.no-padding") { forge, body throws(VectorGenerationError) in
            let content = SHA256Digest(of: body).digestInfo
            return try forge.sign(block: [UInt8](repeating: 0, count: 256 - content.count) + content)
        },
        BreakingKind("body without digest", .explained(["scheme.no-digest"])) { bench throws(VectorGenerationError) in
            let body = bench.otherMessage
            return Product(received: body, signed: body, headerValue: try bench.forge.sign(content: body))
        },
    ]

    private static func digested(
        _ algorithm: DigestAlgorithm
    ) -> @Sendable (SignatureForge, [UInt8]) throws(VectorGenerationError) -> String {
        { forge, body throws(VectorGenerationError) in
            try forge.sign(content: algorithm.digestInfoPrefix + forge.digest(algorithm, of: body))
        }
    }

    static func salted(
        _ saltByteCount: Int,
        _ algorithm: DigestAlgorithm = .sha256
    ) -> @Sendable (SignatureForge, [UInt8]) throws(VectorGenerationError) -> String {
        { forge, body throws(VectorGenerationError) in
            let salt = [UInt8](repeating: 0x5A, count: saltByteCount)
            let digest = try forge.digest(algorithm, of: body)
            return try forge.sign(block: PaddedBlock.pss(digest, salt: salt, byteCount: 256, algorithm: algorithm))
        }
    }
}
