import PartnerSignature

/// The right signature, written in another way than one line of standard Base64.
enum TextCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let right = try forge.sign(body)
        let bytes = try forge.signatureBytes(of: body)
        let url = String(right.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        guard url != right, right.hasSuffix("=="), right.contains("+") else {
            throw VectorGenerationError(.unsuitableSignature, subject: "signature.text.base64url")
        }
        return alphabets(right, bytes, url: url) + (try lineForms(right)) + wrappings(right)
    }

    private static let body = SampleBody.confirm

    private static func refused(
        _ name: String,
        _ title: String,
        _ signature: String,
        breaks rule: String = "SIG.BASE64",
        comment: String? = nil
    ) -> SignatureCaseRecord {
        SignatureCaseRecord(
            "signature.text.\(name)",
            title,
            body: body,
            signature: signature,
            breaks: rule,
            twin: BodyCases.twin("confirm"),
            comment: comment,
            tags: ["text"]
        )
    }

    private static func alphabets(_ right: String, _ bytes: [UInt8], url: String) -> [SignatureCaseRecord] {
        let hexadecimal = Hexadecimal.encode(bytes)
        return [
            refused("empty", "the value is empty", "", breaks: "SIG.PRESENT"),
            refused("base64url", "base64url with padding", url),
            refused("base64url-unpadded", "base64url without padding", String(url.dropLast(2))),
            refused("hexadecimal", "hexadecimal digits", hexadecimal),
            refused("hexadecimal-capitals", "hexadecimal digits in capitals", hexadecimal.uppercased()),
            refused(
                "hexadecimal-digest",
                "the digest in hexadecimal digits",
                SHA256Digest(of: body).hexadecimal,
                comment: "Old examples of the documentation show fillers that look like this."
            ),
            refused("double-base64", "Base64 of the Base64", Base64.encode(Array(right.utf8))),
        ]
    }

    private static func lineForms(_ right: String) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        // Two characters before the padding carry twelve bits for one byte: the last four must be zero.
        let last: [Character: Character] = ["A": "B", "Q": "R", "g": "h", "w": "x"]
        guard let final = right.dropLast(2).last, let changed = last[final] else {
            throw VectorGenerationError(.unsuitableSignature, subject: "signature.text.unused-bits")
        }
        return [
            refused("no-padding", "without its padding", String(right.dropLast(2))),
            refused("half-padding", "with one = of two", String(right.dropLast())),
            refused("more-padding", "with one = too many", right + "="),
            refused("newline-at-end", "with a line break at its end", right + "\n"),
            refused("blank-at-start", "with a blank at its start", " " + right),
            refused("wrapped-64", "wrapped at 64 characters", wrapped(right, 64, "\n")),
            refused(
                "wrapped-76",
                "wrapped at 76 characters",
                wrapped(right, 76, "\r\n"),
                comment: "What MIME encoders and base64 without -w0 write."
            ),
            refused(
                "unused-bits",
                "the last character carries bits that belong to no byte",
                String(right.dropLast(3)) + String(changed) + "==",
                comment: "It stands for the same bytes in a decoder that does not look (RFC 4648 section 3.5)."
            ),
        ]
    }

    private static func wrappings(_ right: String) -> [SignatureCaseRecord] {
        [
            refused("quoted", "in quotation marks", "\"\(right)\""),
            refused("twice", "two values, as from a header that is sent twice", "\(right), \(right)"),
            refused("repeated", "the value written twice", right + right),
            refused("percent-encoded", "percent-encoded", right.map(percentEncoded).joined()),
            refused(
                "plus-as-blank",
                "with a blank for each +",
                String(right.map { $0 == "+" ? " " : $0 }),
                comment: "What becomes of Base64 that is decoded as form data."
            ),
        ]
    }

    private static func percentEncoded(_ character: Character) -> String {
        switch character {
        case "+": "%2B"
        case "/": "%2F"
        case "=": "%3D"
        default: String(character)
        }
    }

    private static func wrapped(_ text: String, _ width: Int, _ lineBreak: String) -> String {
        var lines: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return lines.joined(separator: lineBreak)
    }
}
