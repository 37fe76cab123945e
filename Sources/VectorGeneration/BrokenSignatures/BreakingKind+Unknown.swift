import PartnerSignature

// No signature of the body in any form.
extension BreakingKind {
    static let foreign: [BreakingKind] = [
        .scheme("digest in hexadecimal", "text.hexadecimal", "scheme.digest-only") {
            _,
            body throws(VectorGenerationError) in
            SHA256Digest(of: body).hexadecimal
        },
        .scheme("digest in Base64", "scheme.digest-only") { _, body throws(VectorGenerationError) in
            Base64.encode(SHA256Digest(of: body).bytes)
        },
        .scheme("HMAC", "scheme.digest-or-hmac") { _, body throws(VectorGenerationError) in
            Base64.encode(SHA256Digest(of: Array("secret".utf8) + body).bytes)
        }
        .withoutSigned,
        .scheme("ECDSA", "scheme.ecdsa") { _, body throws(VectorGenerationError) in
            let number = SHA256Digest(of: body).bytes.map { $0 & 0x7F }
            return Base64.encode([0x30, 0x44, 0x02, 0x20] + number + [0x02, 0x20] + number.reversed())
        }
        .withoutSigned,
        .scheme("nothing sent", "text.missing") { _, _ throws(VectorGenerationError) in "" }.withoutSigned,
        .scheme("word", "scheme.word") { _, _ throws(VectorGenerationError) in "signature" }.withoutSigned,
        .scheme("token", "scheme.token") { _, _ throws(VectorGenerationError) in "eyJhbGciOiJSUzI1NiJ9.e30.c2ln" }
            .withoutSigned,
    ]

    static let unknown: [BreakingKind] = [
        BreakingKind("something else", .somethingElse) { bench throws(VectorGenerationError) in
            let signed = Array("nobody knows what this is".utf8) + bench.compact
            return Product(received: bench.compact, signed: nil, headerValue: try bench.forge.sign(signed))
        },
        BreakingKind("something else with SHA-1", .somethingElse) { bench throws(VectorGenerationError) in
            let digest = try bench.forge.digest(.sha1, of: Array("unknown".utf8) + bench.compact)
            let content = DigestAlgorithm.sha1.digestInfoPrefix + digest
            return Product(received: bench.compact, signed: nil, headerValue: try bench.forge.sign(content: content))
        },
        BreakingKind("something else with PSS", .somethingElse) { bench throws(VectorGenerationError) in
            let value = try salted(32)(bench.forge, Array("unknown".utf8) + bench.compact)
            return Product(received: bench.compact, signed: nil, headerValue: value)
        },
        BreakingKind("unknown key", .unknownKey) { bench throws(VectorGenerationError) in
            let value = try bench.forge.sign(bench.compact, with: .other)
            return Product(received: bench.compact, signed: nil, headerValue: value)
        },
        BreakingKind("bit flipped", .unknownKey) { bench throws(VectorGenerationError) in
            var bytes = try bench.forge.signatureBytes(of: bench.compact)
            bytes[100] ^= 0x08
            return Product(received: bench.compact, signed: nil, headerValue: Base64.encode(bytes))
        },
    ]

    /// The same kind, without the bytes that were signed: nothing can tell them.
    var withoutSigned: BreakingKind {
        BreakingKind(name, expectation) { bench throws(VectorGenerationError) in
            var product = try self.product(bench)
            product.signed = nil
            return product
        }
    }
}
