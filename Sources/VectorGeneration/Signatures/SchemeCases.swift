import PartnerSignature

/// Signatures of the right bytes with the right key, made by another scheme.
enum SchemeCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        try otherDigests(forge) + probabilistic(forge)
    }

    /// The body of all cases about schemes, and its digest.
    static let body = SampleBody.confirm
    static let digest = SHA256Digest(of: body)

    /// A refused case about how the signature was made.
    static func refused(
        _ name: String,
        _ title: String,
        _ signature: String,
        key: SignatureKeys.Name = .partner,
        breaks rule: String = "SIG.KEY",
        comment: String? = nil
    ) -> SignatureCaseRecord {
        SignatureCaseRecord(
            "signature.scheme.\(name)",
            title,
            key: key,
            body: CaseBody(body),
            signature: signature,
            breaks: rule,
            twin: KeyCases.twin(key),
            comment: comment,
            tags: ["scheme"]
        )
    }

    private static let algorithms: [(name: String, algorithm: DigestAlgorithm)] = [
        ("md5", .md5), ("sha1", .sha1), ("sha224", .sha224), ("sha384", .sha384), ("sha512", .sha512),
        ("sha512-256", .sha512Cut256), ("sha3-256", .sha3),
    ]

    private static func otherDigests(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for (name, algorithm) in algorithms {
            let content = algorithm.digestInfoPrefix + (try forge.digest(algorithm, of: body))
            let title = "made with \(algorithm.name) instead of SHA-256"
            cases.append(refused(name, title, try forge.sign(content: content)))
        }
        let long = DigestAlgorithm.sha512.digestInfoPrefix + (try forge.digest(.sha512, of: body))
        cases.append(
            refused(
                "sha512-4096",
                "made with SHA-512 and a key of 4096 bits",
                try forge.sign(content: long, with: .bits4096),
                key: .bits4096
            )
        )
        return cases
    }

    /// RSASSA-PSS, whose salt is random in real use; any salt will do for a signature that is refused.
    private static func probabilistic(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let count = forge.byteCount(of: .partner)
        let seed = SHA256Digest(of: Array("salt".utf8)).bytes
        let salts: [(name: String, byteCount: Int, comment: String)] = [
            ("pss-no-salt", 0, "SHA-256, MGF1 with SHA-256, no salt."),
            ("pss-salt-20", 20, "SHA-256, MGF1 with SHA-256, salt of 20 bytes, the default of RFC 8017."),
            ("pss", 32, "SHA-256, MGF1 with SHA-256, salt of 32 bytes."),
            (
                "pss-salt-222", 222,
                "SHA-256, MGF1 with SHA-256, the longest salt, which many libraries take by default."
            ),
        ]
        var cases: [SignatureCaseRecord] = []
        for (name, byteCount, comment) in salts {
            let salt = Array(repeatElement(seed, count: 7).joined().prefix(byteCount))
            let block = try PaddedBlock.pss(digest.bytes, salt: salt, byteCount: count, algorithm: .sha256)
            let title = "made with RSASSA-PSS instead of RSASSA-PKCS1-v1_5"
            cases.append(refused(name, title, try forge.sign(block: block), comment: comment))
        }
        for (name, algorithm) in [("pss-sha1", DigestAlgorithm.sha1), ("pss-sha512", .sha512)] {
            let block = try PaddedBlock.pss(
                try forge.digest(algorithm, of: body),
                salt: Array(repeatElement(seed, count: 2).joined().prefix(algorithm.byteCount)),
                byteCount: count,
                algorithm: algorithm
            )
            cases.append(refused(name, "made with RSASSA-PSS and \(algorithm.name)", try forge.sign(block: block)))
        }
        return cases
    }
}
