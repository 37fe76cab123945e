import PartnerSignature
import PayoutConformance
import PayoutVectors
import StrictJSON

extension BrokenPartner {
    /// Partners whose signatures nobody can verify.
    static let signers: [Specimen] = [
        signing("signs the digest of the body", "sign.confirm", "SIG.BYTES") { body, pem in
            try reference.sign(SHA256Digest(of: body).bytes, privateKeyPEM: pem)
        },
        signing("signs the digest in hexadecimal", "sign.confirm", "SIG.BYTES") { body, pem in
            try reference.sign(Array(SHA256Digest(of: body).hexadecimal.utf8), privateKeyPEM: pem)
        },
        signing("signs a line break too", "sign.confirm", "SIG.BYTES") { body, pem in
            try reference.sign(body + [0x0A], privateKeyPEM: pem)
        },
        signing("trims the body before signing", "sign.final-newline", "SIG.BYTES") { body, pem in
            try reference.sign(body.trimmed, privateKeyPEM: pem)
        },
        signing("signs what it writes again", "sign.pretty-2", "SIG.BYTES") { body, pem in
            try reference.sign(body.rewritten(), privateKeyPEM: pem)
        },
        signing("escapes letters before signing", "sign.compact", "SIG.BYTES") { body, pem in
            try reference.sign(body.rewritten(JSONWriter(escaping: .ascii)), privateKeyPEM: pem)
        },
        signing("signs the path too", "sign.confirm", "SIG.BYTES") { body, pem in
            try reference.sign(Array("/api/v1/session/confirm".utf8) + body, privateKeyPEM: pem)
        },
        signing("makes the same signature for every body", "sign.compact", "SIG.BYTES") { _, pem in
            try reference.sign(Array("{}".utf8), privateKeyPEM: pem)
        },
        signing("signs an empty array where there is no body", "sign.empty", "SIG.BYTES") { body, pem in
            try reference.sign(body.isEmpty ? Array("[]".utf8) : body, privateKeyPEM: pem)
        },
        signing("signs text, not bytes", "sign.not-utf8", "SIG.BYTES") { body, pem in
            try reference.sign(Array(String(decoding: body, as: UTF8.self).utf8), privateKeyPEM: pem)
        },
        signing("signs with another key", "sign.confirm", "SIG.KEY") { body, _ in
            try reference.sign(body, privateKeyPEM: VectorSet.embedded.key(named: "public-test-key-other.pem"))
        },
        signing("signs with SHA-1", "sign.confirm", "SIG.KEY") { body, pem in
            try PrivateKey(pem: pem).signature(of: body, with: .sha1)
        },
        signing("signs with SHA-512", "sign.confirm", "SIG.KEY") { body, pem in
            try PrivateKey(pem: pem).signature(of: body, with: .sha512)
        },
        signing("writes the signature in hexadecimal", "sign.confirm", "SIG.BASE64") { body, pem in
            try Base64.decode(reference.sign(body, privateKeyPEM: pem))
                .map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
        },
        signing("writes base64url", "sign.confirm", "SIG.BASE64") { body, pem in
            try reference.sign(body, privateKeyPEM: pem).replacingText("+", with: "-").replacingText("/", with: "_")
        },
        signing("leaves out the padding", "sign.confirm", "SIG.BASE64") { body, pem in
            try reference.sign(body, privateKeyPEM: pem).replacingText("=", with: "")
        },
        signing("ends the signature with a line break", "sign.confirm", "SIG.BASE64") { body, pem in
            try reference.sign(body, privateKeyPEM: pem) + "\n"
        },
        signing("wraps the signature in quotes", "sign.confirm", "SIG.BASE64") { body, pem in
            "\"" + (try reference.sign(body, privateKeyPEM: pem)) + "\""
        },
        signing("sends the word signature", "sign.confirm", "SIG.BASE64") { _, _ in "signature" },
        signing("sends nothing as a signature", "sign.confirm", "SIG.PRESENT") { _, _ in "" },
        signing("cuts long signatures to 256 bytes", "sign.key-4096", "SIG.LENGTH") { body, pem in
            let bytes = try Base64.decode(reference.sign(body, privateKeyPEM: pem))
            return Base64.encode(Array(bytes.prefix(256)))
        },
    ]

    private static func signing(_ name: String, _ caseID: String, _ rule: RuleID, _ sign: @escaping Sign) -> Specimen {
        BrokenPartner(onSign: sign).specimen(name, caseID, rule)
    }
}

extension [UInt8] {
    /// Without blanks at its ends.
    var trimmed: [UInt8] {
        let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return Array(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    /// Parsed and written again; as it is where it is no JSON.
    func rewritten(_ writer: JSONWriter = JSONWriter()) -> [UInt8] {
        (try? JSONTree(parsing: self)).map { writer.write($0) } ?? self
    }
}

extension PrivateKey {
    /// A PKCS#1 v1.5 signature (RFC 8017, section 9.2) with another digest than the bank takes.
    func signature(of body: [UInt8], with algorithm: DigestAlgorithm) throws -> String {
        let info = algorithm.digestInfoPrefix + (algorithm.digest(of: body) ?? [])
        let padding = [UInt8](repeating: 0xFF, count: (bitCount + 7) / 8 - info.count - 3)
        return Base64.encode(try unsafeSignature(ofPaddedBlock: [0, 1] + padding + [0] + info))
    }
}
