import PartnerSignature

/// The right signature as a number or a string of bytes, changed: out of range, cut, lengthened, with bits flipped.
enum NumberCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        try flipped(forge) + ranges(forge) + lengths(forge) + leadingZero(forge)
    }

    private static let body = SchemeCases.body

    private static func flipped(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let right = try forge.signatureBytes(of: body)
        func changed(_ change: (inout [UInt8]) -> Void) -> String {
            var bytes = right
            change(&bytes)
            return Base64.encode(bytes)
        }
        let last = right.count - 1
        return [
            SchemeCases.refused(
                "first-bit-flipped",
                "the first bit of the signature is flipped",
                changed { $0[0] ^= 0x80 }
            ),
            SchemeCases.refused(
                "middle-bit-flipped",
                "a bit in the middle of the signature is flipped",
                changed { $0[128] ^= 0x10 }
            ),
            SchemeCases.refused(
                "last-bit-flipped",
                "the last bit of the signature is flipped",
                changed { $0[last] ^= 0x01 }
            ),
            SchemeCases.refused(
                "all-bits-flipped",
                "all bits of the signature are flipped",
                changed { $0 = $0.map { ~$0 } }
            ),
            SchemeCases.refused("first-byte-zero", "the first byte of the signature is zero", changed { $0[0] = 0x00 }),
            SchemeCases.refused(
                "bytes-swapped",
                "two bytes of the signature changed places",
                changed { $0.swapAt(0, last) }
            ),
            SchemeCases.refused(
                "reversed",
                "the bytes of the signature are in reverse order",
                changed { $0.reverse() }
            ),
            SchemeCases.refused(
                "words-reversed",
                "the bytes of each group of four are in reverse order",
                changed { bytes in
                    for start in stride(from: 0, to: bytes.count, by: 4) { bytes[start..<start + 4].reverse() }
                },
                comment: "What becomes of a number that is stored as words of a little-endian machine."
            ),
        ]
    }

    /// Numbers that RSAVP1 (RFC 8017 section 5.2.2) does not take, and the few whose result is known to everybody.
    private static func ranges(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let count = forge.byteCount(of: .partner)
        let modulus = try forge.modulus(of: .partner)
        let right = Natural(try forge.signatureBytes(of: body))
        func refused(
            _ name: String,
            _ title: String,
            _ number: Natural,
            comment: String? = nil
        ) throws(VectorGenerationError) -> SignatureCaseRecord {
            guard let bytes = number.bytes(count) else {
                throw VectorGenerationError(.unsuitableSignature, subject: "signature.scheme.\(name)")
            }
            return SchemeCases.refused(name, title, Base64.encode(bytes), comment: comment)
        }
        return [
            try refused("all-zero", "all bytes of the signature are zero", Natural([])),
            try refused("one", "the signature is the number 1", Natural([1]), comment: "Any power of it is 1."),
            try refused(
                "modulus-less-one",
                "the signature is the modulus less 1",
                modulus - Natural([1]),
                comment: "Any odd power of it is the same again."
            ),
            try refused("modulus", "the signature is the modulus", modulus),
            try refused(
                "modulus-added",
                "the modulus was added to the signature",
                modulus + right,
                comment: "The same number to a verifier that does not compare with the modulus first."
            ),
            try refused("negated", "the signature was subtracted from the modulus", modulus - right),
            try refused(
                "above-modulus",
                "the signature as a number is not below the modulus",
                Natural([UInt8](repeating: 0xFF, count: count))
            ),
        ]
    }

    private static func lengths(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let right = try forge.signatureBytes(of: body)
        let forms: [(name: String, title: String, bytes: [UInt8], comment: String?)] = [
            ("truncated", "the last byte is missing", right.dropLast(), nil),
            ("first-byte-missing", "the first byte is missing", Array(right.dropFirst()), nil),
            ("half", "only the first half is there", Array(right.prefix(right.count / 2)), nil),
            ("one-byte", "one byte is there", [right[0]], nil),
            ("extended", "a zero byte is appended", right + [0x00], nil),
            (
                "leading-zero", "a zero byte stands before it", [0x00] + right,
                "What BigInteger.toByteArray of Java does."
            ),
            ("newline-inside", "a line feed is appended to the bytes", right + [0x0A], nil),
            ("doubled", "the bytes stand there twice", right + right, nil),
            (
                "der-octets", "the bytes stand in a DER OCTET STRING", [0x04, 0x82, 0x01, 0x00] + right,
                "Part of a CMS or PKCS#7 structure."
            ),
            ("digest-only", "the Base64 of the digest, without a signature", SchemeCases.digest.bytes, nil),
            (
                "digest-info-only", "the Base64 of the DigestInfo, without a signature", SchemeCases.digest.digestInfo,
                nil
            ),
        ]
        return forms.map { form in
            SchemeCases.refused(
                form.name,
                form.title,
                Base64.encode(form.bytes),
                breaks: "SIG.LENGTH",
                comment: form.comment
            )
        }
    }

    // MARK: A signature that starts with a zero byte

    /// A right signature with a zero as its first byte, and the same without it.
    private static func leadingZero(_ forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        for number in 1...10_000 {
            let body = Array(#"{"session_id":"ps_\#(number)"}"#.utf8)
            let signature = try forge.signatureBytes(of: body)
            guard signature[0] == 0x00 else { continue }
            let twin = "signature.verify.zero-first"
            return [
                SignatureCaseRecord(
                    twin,
                    "verifies a signature whose first byte is zero",
                    body: CaseBody(body),
                    signature: Base64.encode(signature),
                    comment: "One signature of 256 starts so; a verifier that handles numbers must not drop the zero.",
                    tags: ["scheme"]
                ),
                SignatureCaseRecord(
                    "signature.sign.zero-first",
                    "makes a signature whose first byte is zero",
                    .sign,
                    body: CaseBody(body),
                    signature: Base64.encode(signature),
                    comment: "RFC 8017 section 8.2.1: the signature is as long as the modulus.",
                    tags: ["scheme"]
                ),
                SignatureCaseRecord(
                    "signature.scheme.zero-stripped",
                    "a signature whose first byte is zero, without this byte",
                    body: CaseBody(body),
                    signature: Base64.encode(Array(signature.dropFirst())),
                    breaks: "SIG.LENGTH",
                    twin: twin,
                    tags: ["scheme"]
                ),
            ]
        }
        throw VectorGenerationError(.unsuitableBody, subject: "signature.verify.zero-first")
    }
}
