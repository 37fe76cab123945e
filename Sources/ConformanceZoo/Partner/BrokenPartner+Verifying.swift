import PartnerSignature
import PayoutConformance
import PayoutVectors
import StrictJSON

extension BrokenPartner {
    /// Partners that take wrong signatures, or refuse right ones.
    static let verifiers: [Specimen] = [
        verifying("takes every signature", "verify.bytes.amount-tampered", "SIG.BYTES") { _, _, _ in true },
        verifying("takes every signature that is there", "verify.key.unknown", "SIG.KEY") { signature, _, _ in
            !signature.isEmpty
        },
        verifying("takes a missing signature", "verify.text.empty", "SIG.PRESENT") { signature, body, pem in
            try signature.isEmpty || reference.verify(signature, over: body, publicKeyPEM: pem)
        },
        verifying("takes no signature at all", "verify.confirm", "SIG.PRESENT") { _, _, _ in false },
        verifying("trims the body before verifying", "verify.bytes.newline-added", "SIG.BYTES") {
            signature,
            body,
            pem in
            try reference.verify(signature, over: body, publicKeyPEM: pem)
                || reference.verify(signature, over: body.trimmed, publicKeyPEM: pem)
        },
        verifying("verifies what it writes again", "verify.spaced", "SIG.PRESENT") { signature, body, pem in
            try reference.verify(signature, over: body.rewritten(), publicKeyPEM: pem)
        },
        verifying("verifies with escapes", "verify.compact", "SIG.PRESENT") { signature, body, pem in
            let escaped = body.rewritten(JSONWriter(escaping: .ascii))
            return try reference.verify(signature, over: escaped, publicKeyPEM: pem)
        },
        verifying("takes one spelling for the other", "verify.bytes.spaced-for-compact", "SIG.BYTES") {
            signature,
            body,
            pem in
            try reference.verify(signature, over: body, publicKeyPEM: pem)
                || reference.verify(signature, over: body.rewritten(), publicKeyPEM: pem)
        },
        verifying("takes any key of its own", "verify.key.bank-for-partner", "SIG.KEY") { signature, body, pem in
            try [pem, VectorSet.embedded.key(named: "public-test-key-bank.pub.pem")]
                .contains { try reference.verify(signature, over: body, publicKeyPEM: $0) }
        },
        verifying("takes SHA-1", "verify.scheme.sha1", "SIG.KEY") { signature, body, pem in
            try reference.verify(signature, over: body, publicKeyPEM: pem)
                || PublicKey(pem: pem).holds(signature, digestOf: body, .sha1)
        },
        verifying("takes SHA-512", "verify.scheme.sha512", "SIG.KEY") { signature, body, pem in
            try reference.verify(signature, over: body, publicKeyPEM: pem)
                || PublicKey(pem: pem).holds(signature, digestOf: body, .sha512)
        },
        verifying("takes what follows the digest for nothing", "verify.scheme.garbage-after-digest", "SIG.KEY") {
            signature,
            body,
            pem in
            try reference.verify(signature, over: body, publicKeyPEM: pem)
                || ByteSearch.firstRange(
                    of: SHA256Digest(of: body).digestInfo,
                    in: PublicKey(pem: pem).block(of: signature)
                ) != nil
        },
        verifying("takes signatures with more bytes", "verify.scheme.extended", "SIG.LENGTH") { signature, body, pem in
            let bytes = (try? Base64.decode(signature)) ?? []
            let text = bytes.count > 256 ? Base64.encode(Array(bytes.prefix(256))) : signature
            return try reference.verify(text, over: body, publicKeyPEM: pem)
        },
        verifying("takes base64url", "verify.text.base64url", "SIG.BASE64") { signature, body, pem in
            let text = signature.replacingText("-", with: "+").replacingText("_", with: "/")
            return try reference.verify(text, over: body, publicKeyPEM: pem)
        },
        verifying("takes hexadecimal", "verify.text.hexadecimal", "SIG.BASE64") { signature, body, pem in
            let digits = Array(signature.utf8)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2)
                .compactMap { UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16) }
            let text = bytes.count * 2 == digits.count ? Base64.encode(bytes) : signature
            return try reference.verify(text, over: body, publicKeyPEM: pem)
        },
        verifying("takes line breaks in Base64", "verify.text.wrapped-64", "SIG.BASE64", .should) {
            signature,
            body,
            pem in
            let text = signature.replacingText("\r", with: "").replacingText("\n", with: "")
            return try reference.verify(text, over: body, publicKeyPEM: pem)
        },
        verifying("takes Base64 without padding", "verify.text.no-padding", "SIG.BASE64", .should) {
            signature,
            body,
            pem in
            let digits = signature.prefix { $0 != "=" }
            let text = digits + String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
            return try reference.verify(String(text), over: body, publicKeyPEM: pem)
        },
    ]

    private static func verifying(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        _ level: Rule.Level = .must,
        _ verify: @escaping Verify
    ) -> Specimen {
        BrokenPartner(onVerify: verify).specimen(name, caseID, rule, level)
    }
}

extension PublicKey {
    /// Whether a signature holds the digest that another algorithm makes of a body.
    fileprivate func holds(_ signature: String, digestOf body: [UInt8], _ algorithm: DigestAlgorithm) -> Bool {
        guard let bytes = try? Base64.decode(signature), let block = recover(bytes) else { return false }
        return block.digestAlgorithm == algorithm && block.digest == algorithm.digest(of: body)
    }

    /// The block that a signature holds; empty where there is none.
    fileprivate func block(of signature: String) -> [UInt8] {
        (try? Base64.decode(signature)).flatMap(recover)?.bytes ?? []
    }
}
