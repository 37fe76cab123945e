import StrictJSON

// How the signature was made.
extension Mistake {
    /// Another digest algorithm than SHA-256.
    static func digest(_ algorithm: DigestAlgorithm) -> Mistake {
        let name = algorithm.name.lowercased().replacingText("/", with: "-")
        return Mistake(.scheme, name, "\(algorithm.name) was used instead of SHA-256", .signInOneStep)
    }

    static let pss = Mistake(
        .scheme,
        "pss",
        "RSASSA-PSS was used instead of RSASSA-PKCS1-v1_5",
        .signInOneStep
    )
    static let rawDigest = Mistake(
        .scheme,
        "raw-digest",
        "the bare digest was padded and encrypted, without the DigestInfo that names its algorithm",
        .signInOneStep
    )
    static let hexadecimalDigest = Mistake(
        .scheme,
        "hexadecimal-digest",
        "the digest was padded and encrypted as hexadecimal digits, without a DigestInfo",
        .signInOneStep
    )
    static let base64Digest = Mistake(
        .scheme,
        "base64-digest",
        "the digest was padded and encrypted as Base64, without a DigestInfo",
        .signInOneStep
    )
    static let noDigest = Mistake(
        .scheme,
        "no-digest",
        "the bytes themselves were padded and encrypted, without a digest, as openssl_private_encrypt of PHP does",
        .signInOneStep
    )
    static let noNull = Mistake(
        .scheme,
        "no-null",
        "the DigestInfo lacks the NULL parameters of its algorithm",
        .signInOneStep
    )
    static let otherStructure = Mistake(
        .scheme,
        "other-structure",
        "the DigestInfo is not written as DER of RFC 8017 has it",
        .signInOneStep
    )
    static let doubleHash = Mistake(
        .scheme,
        "double-hash",
        "the digest was signed as if it were the body, so that it was hashed twice",
        .doNotHash
    )
    static let hexadecimalHash = Mistake(
        .scheme,
        "hexadecimal-hash",
        "the digest in hexadecimal digits was signed as if it were the body",
        .doNotHash
    )
    static let base64Hash = Mistake(
        .scheme,
        "base64-hash",
        "the digest in Base64 was signed as if it were the body",
        .doNotHash
    )
}

// Padding that no library makes by itself.
extension Mistake {
    static let shortPadding = Mistake(
        .scheme,
        "short-padding",
        "the padding is shorter than the key wants, and something stands after the digest: the form of a forgery",
        .signInOneStep
    )
    static let blockType = Mistake(
        .scheme,
        "block-type",
        "the padding is not that of signatures, block type 1",
        .signInOneStep
    )
    static let noPadding = Mistake(.scheme, "no-padding", "there are zeros instead of padding", .signInOneStep)
    static let brokenPadding = Mistake(.scheme, "broken-padding", "the padding is damaged", .signInOneStep)
    static let trailingGarbage = Mistake(
        .scheme,
        "trailing-garbage",
        "something stands after the digest",
        .signInOneStep
    )
}

// Values that are no RSA signature.
extension Mistake {
    static let digestOnly = Mistake(
        .scheme,
        "digest-only",
        "the value is a bare digest: nothing was signed",
        .signInOneStep
    )
    static let digestOrHMAC = Mistake(
        .scheme,
        "digest-or-hmac",
        "the value has the length of a digest, an HMAC or a signature by an elliptic-curve key; no RSA signature is so short",
        .signInOneStep
    )
    static let ecdsa = Mistake(
        .scheme,
        "ecdsa",
        "the value is in the form of an ECDSA signature: the key is an elliptic-curve key, not RSA",
        .useRightKey
    )
    static let token = Mistake(.scheme, "token", "the value is a JSON Web Token, not a signature", .signInOneStep)
    static let publicKeySent = Mistake(
        .scheme,
        "public-key-sent",
        "the value is a public key, not a signature",
        .signInOneStep
    )
    static let word = Mistake(.scheme, "word", "the value is a word, not a signature", .signInOneStep)
}

// The key.
extension Mistake {
    static let otherKey = Mistake(.key, "other", "another key made the signature", .useRightKey)
    static let otherKeyLength = Mistake(
        .key,
        "other-length",
        "a key of another length made the signature, or a part of it was lost",
        .useRightKey
    )
}
