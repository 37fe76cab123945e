import PartnerSignature
import StrictJSON

// The right signature in another text, by another key, or with more than one mistake.
extension BreakingKind {
    static let texts: [BreakingKind] = [
        .text("base64url", "text.base64url") { right, _ in urlForm(right) },
        .text("base64url without padding", "text.base64url") { right, _ in urlForm(right).filter { $0 != "=" } },
        .text("padding lost", "text.padding") { right, _ in String(right.dropLast(2)) },
        .text("hexadecimal", "text.hexadecimal") { _, bytes in Hexadecimal.encode(bytes) },
        .text("Base64 of hexadecimal", "text.hexadecimal-in-base64") { _, bytes in
            Base64.encode(Array(Hexadecimal.encode(bytes).utf8))
        },
        .text("wrapped", "text.whitespace") { right, _ in right.prefix(64) + "\n" + right.dropFirst(64) },
        .text("blank at the end", "text.whitespace") { right, _ in right + " " },
        .text("Base64 twice", "text.double-base64") { right, _ in Base64.encode(Array(right.utf8)) },
        .text("quoted", "text.quoted") { right, _ in "\"\(right)\"" },
        .text("bytes of Python", "text.quoted") { right, _ in "b'\(right)'" },
        .text("semicolon behind it", "text.separator") { right, _ in right + ";" },
        .text("points for =", "text.padding") { right, _ in right.replacingText("=", with: ".") },
        .text("scheme before it", "text.prefixed") { right, _ in "RSA-SHA256 \(right)" },
        .text("parameter", "text.prefixed") { right, _ in "keyId=\"a\",signature=\"\(right)\"" },
        .text("percent-encoded", "text.percent-encoded") { right, _ in
            right.replacingText("+", with: "%2B").replacingText("/", with: "%2F").replacingText("=", with: "%3D")
        },
        .text("sent twice", "text.repeated") { right, _ in "\(right), \(right)" },
        .text("bytes reversed", "text.bytes-reversed") { _, bytes in Base64.encode(bytes.reversed()) },
        .text("leading zero", "text.leading-zero-added") { _, bytes in Base64.encode([0x00] + bytes) },
        BreakingKind("other header", .explained(["text.other-header"])) { bench throws(VectorGenerationError) in
            Product(
                received: bench.compact,
                signed: bench.compact,
                headerValue: try bench.forge.sign(bench.compact, with: .other),
                headers: [("X-Signature", try bench.forge.sign(bench.compact))]
            )
        },
    ]

    static let keys: [BreakingKind] = [
        .scheme("other side's key", "key.other") { forge, body throws(VectorGenerationError) in
            try forge.sign(body, with: .bank)
        },
        .scheme("cut", "key.other-length") { forge, body throws(VectorGenerationError) in
            Base64.encode(try forge.signatureBytes(of: body).dropLast())
        }
        .withoutSigned,
        .scheme("longer key", "key.other-length") { forge, body throws(VectorGenerationError) in
            try forge.sign(body, with: .bits4096)
        }
        .withoutSigned,
    ]

    static let pairs: [BreakingKind] = [
        pair("spaced and SHA-1", ["body.layout-spaced", "scheme.sha-1"]) { forge, bench throws(VectorGenerationError) in
            let body = bench.written(.spaced)
            let content = DigestAlgorithm.sha1.digestInfoPrefix + (try forge.digest(.sha1, of: body))
            return (body, try forge.sign(content: content))
        },
        pair("newline and PSS", ["body.final-newline-added", "scheme.pss"]) {
            forge,
            bench throws(VectorGenerationError) in
            let body = bench.compact + [0x0A]
            return (body, try salted(32)(forge, body))
        },
        pair("escaped and double hash", ["body.characters-escaped", "scheme.double-hash"]) {
            forge,
            bench throws(VectorGenerationError) in
            let body = bench.written(escaping: .ascii)
            return (body, try forge.sign(SHA256Digest(of: body).bytes))
        },
        pair("sorted and bare digest", ["body.solidus-escaped", "scheme.raw-digest"]) {
            forge,
            bench throws(VectorGenerationError) in
            let body = bench.written(escapesSolidus: true)
            return (body, try forge.sign(content: SHA256Digest(of: body).bytes))
        },
        pair("newline, other key and base64url", ["body.final-newline-added", "key.other", "text.base64url"]) {
            forge,
            bench throws(VectorGenerationError) in
            let body = bench.compact + [0x0A]
            return (body, urlForm(try forge.sign(body, with: .bank)))
        },
    ]

    private static func pair(
        _ name: String,
        _ mistakes: Set<String>,
        _ make: @escaping @Sendable (SignatureForge, BreakingBench) throws(VectorGenerationError) -> ([UInt8], String)
    ) -> BreakingKind {
        BreakingKind(name, .explained(mistakes)) { bench throws(VectorGenerationError) in
            let (signed, value) = try make(bench.forge, bench)
            return Product(received: bench.compact, signed: signed, headerValue: value)
        }
    }

    private static func urlForm(_ text: String) -> String {
        text.replacingText("+", with: "-").replacingText("/", with: "_")
    }
}
