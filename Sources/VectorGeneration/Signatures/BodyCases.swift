/// Accepted signatures: one for signing and one for verifying each body.
enum BodyCases {
    private struct Body {
        let name: String
        let title: String
        let body: CaseBody
        var comment: String?

        init(name: String, title: String, bytes: [UInt8], comment: String? = nil) {
            self.init(name: name, title: title, body: CaseBody(bytes), comment: comment)
        }

        init(name: String, title: String, body: CaseBody, comment: String? = nil) {
            self.name = name
            self.title = title
            self.body = body
            self.comment = comment
        }
    }

    /// The id of the accepted verification of a body.
    static func twin(_ name: String) -> String {
        "signature.verify.\(name)"
    }

    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for operation in [SignatureCaseRecord.Operation.sign, .verify] {
            for body in bodies {
                cases.append(
                    SignatureCaseRecord(
                        "signature.\(operation.rawValue).\(body.name)",
                        "\(operation == .sign ? "signs" : "verifies") \(body.title)",
                        operation,
                        body: body.body,
                        signature: try forge.sign(body.body.bytes),
                        comment: body.comment,
                        tags: ["body"]
                    )
                )
            }
        }
        return cases
    }

    /// A long body, which stands in the file as a recipe.
    static let oneMebibyte = CaseBody(repeating: "0123456789abcdef", count: 65_536)

    private static let bodies: [Body] = forms + texts + sizes

    /// One payout in the forms in which encoders write it.
    private static let forms: [Body] = [
        Body(name: "confirm", title: "a request to confirm", bytes: SampleBody.confirm),
        Body(name: "compact", title: "a payout without blanks", bytes: SampleBody.compact),
        Body(name: "spaced", title: "a payout with a blank after each colon and comma", bytes: SampleBody.spaced),
        Body(name: "pretty-2", title: "a payout indented by two blanks", bytes: SampleBody.prettyTwo),
        Body(name: "pretty-4", title: "a payout indented by four blanks", bytes: SampleBody.prettyFour),
        Body(name: "tabs", title: "a payout indented by tabs", bytes: SampleBody.tabbed),
        Body(name: "crlf", title: "a payout with line breaks of Windows", bytes: SampleBody.windows),
        Body(
            name: "joined-lines",
            title: "an indented payout whose line breaks were removed",
            bytes: SampleBody.prettyTwo.filter { $0 != 0x0A },
            comment: "What curl -d @file sends."
        ),
        Body(name: "cr", title: "a payout with CR alone as line break", bytes: SampleBody.oldMac),
        Body(name: "final-newline", title: "a request that ends in a line break", bytes: SampleBody.confirm + [0x0A]),
        Body(
            name: "blanks-around",
            title: "a request with blanks and line breaks around it",
            bytes: Array("\r\n ".utf8) + SampleBody.confirm + Array(" \t".utf8),
            comment: "Nothing may be trimmed before verifying."
        ),
        Body(
            name: "byte-order-mark",
            title: "a request after a byte order mark",
            bytes: SampleBody.withMark,
            comment: "It is no JSON text, but the signature is checked before that is seen."
        ),
    ]

    /// Characters that can be written in more than one way.
    private static let texts: [Body] = [
        Body(name: "cyrillic-escaped", title: "a payout with Cyrillic as \\u escapes", bytes: SampleBody.escaped),
        Body(name: "solidus-plain", title: "a payout with plain / in a URL", bytes: SampleBody.plainSolidus),
        Body(
            name: "solidus-escaped",
            title: "a payout with \\/ in a URL",
            bytes: SampleBody.escapedSolidus,
            comment: "json_encode of PHP and the official SDK write it so."
        ),
        Body(name: "nfc", title: "a name with a composed letter", bytes: SampleBody.composed),
        Body(
            name: "nfd",
            title: "a name with a decomposed letter",
            bytes: SampleBody.decomposed,
            comment: "The same text to a reader, other bytes: nothing may be normalised before verifying."
        ),
        Body(
            name: "emoji",
            title: "a character beyond the basic plane, raw",
            bytes: Array("{\"metadata\":\"\u{1F4B8}\"}".utf8)
        ),
        Body(
            name: "emoji-escaped",
            title: "a character beyond the basic plane as a pair of \\u escapes",
            bytes: Array(#"{"metadata":"\ud83d\udcb8"}"#.utf8)
        ),
        Body(
            name: "escapes-in-capitals",
            title: "\\u escapes with capital digits",
            bytes: Array(#"{"metadata":"\u0418\u0412\u042B"}"#.utf8),
            comment: "System.Text.Json of .NET writes them so; other encoders use small letters."
        ),
        Body(
            name: "fraction",
            title: "numbers in forms that encoders rewrite",
            bytes: Array(#"{"metadata":[100.00,1E2,-0,9007199254740993]}"#.utf8)
        ),
        Body(name: "equal-names", title: "an object with a name twice", bytes: Array(#"{"a":1,"a":2}"#.utf8)),
    ]

    /// From no byte to a megabyte.
    private static let sizes: [Body] =
        [
            Body(name: "empty", title: "an empty body", bytes: []),
            Body(
                name: "empty-array",
                title: "an empty array",
                bytes: Array("[]".utf8),
                comment: "The official SDK sends it when a request has no members."
            ),
            Body(name: "empty-object", title: "an empty object", bytes: Array("{}".utf8)),
            Body(name: "one-byte", title: "a body of one byte", bytes: [0x30]),
            Body(
                name: "not-utf8",
                title: "bytes that are no UTF-8",
                bytes: [0x00, 0xFF, 0xFE, 0xC0, 0x80, 0x0D, 0x0A],
                comment: "The signature is checked before the body is read as JSON."
            ),
            Body(name: "zero-byte", title: "one zero byte", bytes: [0x00], comment: "A C string would end before it."),
            Body(
                name: "zero-byte-inside",
                title: "a zero byte inside the body",
                bytes: Array("{}".utf8) + [0x00] + Array("{}".utf8)
            ),
        ]
        + blockEdges.map { count in
            Body(
                name: "bytes-\(count)",
                title: "a body of \(count) bytes",
                body: CaseBody(repeating: "a", count: count),
                comment: "SHA-256 pads to blocks of 64 bytes, of which 9 are its own."
            )
        }
        + [
            Body(
                name: "64-kib",
                title: "a body of 64 KiB",
                body: CaseBody(repeating: "0123456789abcdef", count: 4_096)
            ),
            Body(name: "1-mib", title: "a body of 1 MiB", body: oneMebibyte),
        ]

    private static let blockEdges = [55, 56, 63, 64, 65, 119, 120]
}
