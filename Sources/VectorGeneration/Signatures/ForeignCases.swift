import PartnerSignature

/// Values that are no RSA signature of the body at all.
enum ForeignCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let right = try forge.sign(body)
        return codes + words(right) + (try structures(forge, right))
    }

    private static let body = SampleBody.confirm
    private static let digest = SHA256Digest(of: body)

    private static func refused(
        _ name: String,
        _ title: String,
        _ signature: String,
        breaks rule: String,
        comment: String? = nil
    ) -> SignatureCaseRecord {
        SignatureCaseRecord(
            "signature.foreign.\(name)",
            title,
            body: CaseBody(body),
            signature: signature,
            breaks: rule,
            twin: BodyCases.twin("confirm"),
            comment: comment,
            tags: ["foreign"]
        )
    }

    /// Codes of other algorithms.
    private static let codes: [SignatureCaseRecord] = {
        let hmac = hmacSHA256(of: body, secret: Array("secret".utf8))
        return [
            refused("hmac", "the Base64 of an HMAC-SHA256", Base64.encode(hmac), breaks: "SIG.LENGTH"),
            refused(
                "hmac-hexadecimal",
                "an HMAC-SHA256 in hexadecimal",
                Hexadecimal.encode(hmac),
                breaks: "SIG.BASE64"
            ),
            refused(
                "ecdsa",
                "a DER value in the form of an ECDSA signature",
                Base64.encode(ecdsaForm),
                breaks: "SIG.LENGTH",
                comment: "What the official PHP SDK makes of an EC key."
            ),
            refused(
                "ed25519",
                "64 bytes, as Ed25519 and raw ECDSA signatures have",
                Base64.encode(digest.bytes + hmac),
                breaks: "SIG.LENGTH"
            ),
            refused(
                "sha256-of-digest-text",
                "the SHA-256 of the digest in hexadecimal",
                SHA256Digest(of: Array(digest.hexadecimal.utf8)).hexadecimal,
                breaks: "SIG.BASE64"
            ),
            refused(
                "documentation-filler",
                "63 hexadecimal digits, as in old examples of the documentation",
                String(digest.hexadecimal.dropLast()),
                breaks: "SIG.BASE64"
            ),
        ]
    }()

    /// Words and names that stand there because nobody signed.
    private static func words(_ right: String) -> [SignatureCaseRecord] {
        [
            refused("word", "the word signature", "signature", breaks: "SIG.BASE64"),
            refused(
                "null",
                "the word null",
                "null",
                breaks: "SIG.LENGTH",
                comment: "Four letters are Base64 of three bytes."
            ),
            refused("undefined", "the word undefined", "undefined", breaks: "SIG.BASE64"),
            refused("object", "an object that was turned into text", "[object Object]", breaks: "SIG.BASE64"),
            refused("python-bytes", "the value as Python prints bytes", "b'\(right)'", breaks: "SIG.BASE64"),
            refused("named-scheme", "a scheme's name before the value", "RSA-SHA256 \(right)", breaks: "SIG.BASE64"),
            refused("named-digest", "a digest's name before the value", "sha256=\(right)", breaks: "SIG.BASE64"),
            refused(
                "http-signature",
                "parameters of HTTP Signatures",
                "keyId=\"partner\",algorithm=\"rsa-sha256\",signature=\"\(right)\"",
                breaks: "SIG.BASE64"
            ),
            refused(
                "json-escaped",
                "with \\/ for /, as out of a JSON string",
                solidusEscaped(right),
                breaks: "SIG.BASE64"
            ),
            refused("body", "the body itself", String(decoding: body, as: UTF8.self), breaks: "SIG.BASE64"),
            refused("body-base64", "the Base64 of the body", Base64.encode(body), breaks: "SIG.LENGTH"),
        ]
    }

    private static func structures(
        _ forge: SignatureForge,
        _ right: String
    ) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let key: [UInt8]
        do {
            key = try forge.keys[.partner].publicKey.pem()
        } catch {
            throw VectorGenerationError(.key, subject: "signature.foreign.public-key")
        }
        let lines = String(decoding: key, as: UTF8.self).split(separator: "\n")
        let token = [Base64.encode(Array(#"{"alg":"RS256"}"#.utf8)), Base64.encode(body), right].map(urlForm)
        return [
            refused(
                "public-key",
                "the public key in Base64",
                lines.dropFirst().dropLast().joined(),
                breaks: "SIG.LENGTH",
                comment: "Seen in the wild: the key was sent in place of a signature."
            ),
            refused("json-web-token", "a JSON Web Token", token.joined(separator: "."), breaks: "SIG.BASE64"),
            refused("other-header", "the project of X-PARTNER-PROJECT", "test_project", breaks: "SIG.BASE64"),
            refused(
                "public-key-signed",
                "the signature of the public key's text",
                try forge.sign(key),
                breaks: "SIG.BYTES",
                comment: "Seen in the wild: it is the same for all bodies."
            ),
        ]
    }

    private static func urlForm(_ text: String) -> String {
        String(text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" })
    }

    private static func solidusEscaped(_ text: String) -> String {
        text.map { $0 == "/" ? "\\/" : String($0) }.joined()
    }

    /// HMAC (RFC 2104) with SHA-256 and a secret of at most 64 bytes.
    private static func hmacSHA256(of message: [UInt8], secret: [UInt8]) -> [UInt8] {
        let padded = secret + [UInt8](repeating: 0x00, count: 64 - secret.count)
        let inner = SHA256Digest(of: padded.map { $0 ^ 0x36 } + message).bytes
        return SHA256Digest(of: padded.map { $0 ^ 0x5C } + inner).bytes
    }

    /// `SEQUENCE { INTEGER, INTEGER }` of 32 bytes each, as ECDSA over P-256 gives; the numbers are digests of seeds.
    private static let ecdsaForm: [UInt8] = {
        let numbers = ["r", "s"].map { SHA256Digest(of: Array($0.utf8)).bytes.map { $0 & 0x7F } }
        return [0x30, 0x44] + numbers.flatMap { [0x02, 0x20] + $0 }
    }()
}
