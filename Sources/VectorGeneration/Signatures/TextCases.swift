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
        let loose = (try lineForms(right) + blanks(right))
            .map { record in
                // The official PHP SDK accepts these, so a verifier that does too is only warned.
                var record = record
                record.level = "SHOULD"
                record.otherRules = [SignatureFault.lenientDecodingRule]
                record.tags.append("lenient")
                return record
            }
        return alphabets(right, bytes, url: url) + loose + wrappings(right) + changed(right)
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
            body: CaseBody(body),
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
            refused("hexadecimal-0x", "hexadecimal digits after 0x", "0x" + hexadecimal),
            refused("hexadecimal-colons", "hexadecimal digits with colons", colons(hexadecimal)),
            refused(
                "base64-of-hexadecimal",
                "Base64 of the hexadecimal digits",
                Base64.encode(Array(hexadecimal.utf8)),
                breaks: "SIG.LENGTH"
            ),
            refused("mixed-alphabets", "with - for + but / kept", String(right.map { $0 == "+" ? "-" : $0 })),
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

    /// White space of all kinds, at its ends and inside.
    private static func blanks(_ right: String) -> [SignatureCaseRecord] {
        let spaces: [(name: String, title: String, text: String)] = [
            ("tab-at-end", "with a tab at its end", right + "\t"),
            ("windows-newline-at-end", "with CRLF at its end", right + "\r\n"),
            ("blank-at-end", "with a blank at its end", right + " "),
            ("blank-inside", "with a blank inside", String(right.prefix(100)) + " " + right.dropFirst(100)),
            (
                "folded", "continued on a second line, as headers once could be",
                String(right.prefix(172)) + "\r\n " + right.dropFirst(172)
            ),
            ("no-break-space", "with a no-break space at its end", right + "\u{A0}"),
            ("zero-width-space", "with a zero-width space at its start", "\u{200B}" + right),
            ("byte-order-mark", "with a byte order mark at its start", "\u{FEFF}" + right),
        ]
        return spaces.map { refused($0.name, $0.title, $0.text) }
    }

    /// Characters lost, changed or written in another way.
    private static func changed(_ right: String) -> [SignatureCaseRecord] {
        [
            refused("first-character-lost", "without its first character", String(right.dropFirst())),
            refused(
                "last-group-lost",
                "without its last four characters",
                String(right.dropLast(4)),
                breaks: "SIG.LENGTH"
            ),
            refused("group-added", "with four characters too many", "AAAA" + right, breaks: "SIG.LENGTH"),
            refused(
                "small-letters",
                "with its first half in small letters",
                right.prefix(172).lowercased() + right.dropFirst(172),
                breaks: "SIG.KEY"
            ),
            refused("backwards", "written backwards", String(right.reversed())),
            refused("full-width-plus", "with a full-width + for +", String(right.map { $0 == "+" ? "\u{FF0B}" : $0 })),
            refused(
                "cyrillic-letter",
                "with a Cyrillic letter that looks like a Latin one",
                String(right.map { $0 == "A" ? "\u{410}" : $0 })
            ),
            refused("escaped-plus", "with \\u002b for +", right.map { $0 == "+" ? "\\u002b" : String($0) }.joined()),
            refused("html-escaped", "with &#x3D; for =", right.map { $0 == "=" ? "&#x3D;" : String($0) }.joined()),
            refused("dots-for-padding", "with . for =", String(right.map { $0 == "=" ? "." : $0 })),
        ]
    }

    private static func wrappings(_ right: String) -> [SignatureCaseRecord] {
        [
            refused("quoted", "in quotation marks", "\"\(right)\""),
            refused("quoted-single", "in apostrophes", "'\(right)'"),
            refused("angle-brackets", "in angle brackets", "<\(right)>"),
            refused(
                "pem",
                "between lines as in a PEM file",
                "-----BEGIN SIGNATURE-----\n\(right)\n-----END SIGNATURE-----"
            ),
            refused("data-url", "as a data URL", "data:application/octet-stream;base64,\(right)"),
            refused("semicolon-at-end", "with a semicolon at its end", right + ";"),
            refused("comma-at-end", "with a comma at its end", right + ","),
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

    private static func colons(_ digits: String) -> String {
        let digits = Array(digits)
        return stride(from: 0, to: digits.count, by: 2).map { String(digits[$0..<$0 + 2]) }.joined(separator: ":")
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
