/// Accepted signatures: one for signing and one for verifying each body.
enum BodyCases {
    private struct Body {
        let name: String
        let title: String
        let bytes: [UInt8]
        var comment: String?
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
                        body: body.bytes,
                        signature: try forge.sign(body.bytes),
                        comment: body.comment,
                        tags: ["body"]
                    )
                )
            }
        }
        return cases
    }

    private static let bodies: [Body] = [
        Body(name: "confirm", title: "a request to confirm", bytes: SampleBody.confirm),
        Body(name: "compact", title: "a payout without blanks", bytes: SampleBody.compact),
        Body(name: "spaced", title: "a payout with a blank after each colon and comma", bytes: SampleBody.spaced),
        Body(name: "pretty-2", title: "a payout indented by two blanks", bytes: SampleBody.prettyTwo),
        Body(name: "pretty-4", title: "a payout indented by four blanks", bytes: SampleBody.prettyFour),
        Body(name: "crlf", title: "a payout with line breaks of Windows", bytes: SampleBody.windows),
        Body(name: "final-newline", title: "a request that ends in a line break", bytes: SampleBody.confirm + [0x0A]),
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
    ]
}
