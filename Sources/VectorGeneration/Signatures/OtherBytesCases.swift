import PartnerSignature
import StrictJSON

/// Signatures that are right, but of other bytes than those received.
enum OtherBytesCases {
    /// What was signed, what was received, and the accepted case of what was received.
    private struct Change {
        let name: String
        let title: String
        let signed: [UInt8]
        let received: [UInt8]
        let twin: String
        var comment: String?
    }

    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for change in changes {
            cases.append(
                SignatureCaseRecord(
                    "signature.bytes.\(change.name)",
                    change.title,
                    body: CaseBody(change.received),
                    signature: try forge.sign(change.signed),
                    breaks: "SIG.BYTES",
                    twin: BodyCases.twin(change.twin),
                    comment: change.comment,
                    tags: ["body"]
                )
            )
        }
        return cases
    }

    private static let doubleHash = SHA256Digest(of: SampleBody.confirm).bytes
    private static let hexadecimalHash = Array(SHA256Digest(of: SampleBody.confirm).hexadecimal.utf8)

    private static let changes: [Change] = forms + tampered + wrongInput

    /// The same request in two forms.
    private static let forms: [Change] = [
        Change(
            name: "newline-lost",
            title: "signed with a line break at the end, received without",
            signed: SampleBody.confirm + [0x0A],
            received: SampleBody.confirm,
            twin: "confirm",
            comment: "The signed file ended in a line break, and the client trimmed it (curl -d @file does)."
        ),
        Change(
            name: "newline-added",
            title: "signed without a line break at the end, received with one",
            signed: SampleBody.confirm,
            received: SampleBody.confirm + [0x0A],
            twin: "final-newline",
            comment: "echo and most editors add one."
        ),
        Change(
            name: "spaced-for-compact",
            title: "signed without blanks, received with them",
            signed: SampleBody.compact,
            received: SampleBody.spaced,
            twin: "spaced",
            comment: "Serialised twice, by two encoders."
        ),
        Change(
            name: "compact-for-pretty",
            title: "signed indented, received without blanks",
            signed: SampleBody.prettyTwo,
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "four-for-two",
            title: "signed with two blanks of indentation, received with four",
            signed: SampleBody.prettyTwo,
            received: SampleBody.prettyFour,
            twin: "pretty-4"
        ),
        Change(
            name: "crlf-for-lf",
            title: "signed with LF, received with CRLF",
            signed: SampleBody.prettyTwo,
            received: SampleBody.windows,
            twin: "crlf"
        ),
        Change(
            name: "escaped-for-raw",
            title: "signed with raw Cyrillic, received with \\u escapes",
            signed: SampleBody.compact,
            received: SampleBody.escaped,
            twin: "cyrillic-escaped"
        ),
        Change(
            name: "raw-for-escaped",
            title: "signed with \\u escapes, received with raw Cyrillic",
            signed: SampleBody.escaped,
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "solidus-plain-for-escaped",
            title: "signed with \\/, received with /",
            signed: SampleBody.escapedSolidus,
            received: SampleBody.plainSolidus,
            twin: "solidus-plain"
        ),
        Change(
            name: "nfd-for-nfc",
            title: "signed composed (NFC), received decomposed (NFD)",
            signed: SampleBody.composed,
            received: SampleBody.decomposed,
            twin: "nfd"
        ),
        Change(
            name: "newline-of-windows-lost",
            title: "signed with CRLF at the end, received without",
            signed: SampleBody.confirm + [0x0D, 0x0A],
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "line-breaks-removed",
            title: "signed indented, received without line breaks but with the blanks",
            signed: SampleBody.prettyTwo,
            received: SampleBody.prettyTwo.filter { $0 != 0x0A },
            twin: "joined-lines",
            comment: "curl -d @file removes line breaks; --data-binary @file sends the file as it is."
        ),
        Change(
            name: "tabs-for-blanks",
            title: "signed with tabs, received with two blanks of indentation",
            signed: SampleBody.tabbed,
            received: SampleBody.prettyTwo,
            twin: "pretty-2"
        ),
        Change(
            name: "blanks-trimmed",
            title: "signed with blanks around it, received without",
            signed: Array("\r\n ".utf8) + SampleBody.confirm + Array(" \t".utf8),
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "compact-for-spaced",
            title: "signed with blanks after colons and commas, received without",
            signed: SampleBody.spaced,
            received: SampleBody.compact,
            twin: "compact",
            comment: "json.dumps of Python writes blanks, its HTTP clients send other forms."
        ),
        Change(
            name: "escapes-in-capitals",
            title: "signed with \\u escapes in capitals, received in small letters",
            signed: SampleBody.escapedInCapitals,
            received: SampleBody.escaped,
            twin: "cyrillic-escaped"
        ),
        Change(
            name: "solidus-escaped-for-plain",
            title: "signed with /, received with \\/",
            signed: SampleBody.plainSolidus,
            received: SampleBody.escapedSolidus,
            twin: "solidus-escaped"
        ),
        Change(
            name: "nfc-for-nfd",
            title: "signed decomposed (NFD), received composed (NFC)",
            signed: SampleBody.decomposed,
            received: SampleBody.composed,
            twin: "nfc"
        ),
        Change(
            name: "windows-1251",
            title: "signed in Windows-1251, received in UTF-8",
            signed: SampleBody.inWindows1251,
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "utf16",
            title: "signed in UTF-16, received in UTF-8",
            signed: SampleBody.inUTF16,
            received: SampleBody.compact,
            twin: "compact",
            comment: "Encoding.Unicode of .NET is UTF-16."
        ),
        Change(
            name: "question-marks",
            title: "signed with ? for each Cyrillic letter",
            signed: SampleBody.inASCII,
            received: SampleBody.compact,
            twin: "compact",
            comment: "What Encoding.ASCII of .NET and getBytes of Java with US-ASCII make of them."
        ),
        Change(
            name: "amount-as-fraction",
            title: "signed with the amount as 10000.0, received as 10000",
            signed: SampleBody.compactWithFraction,
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "array-for-object",
            title: "signed as an empty object, received as an empty array",
            signed: Array("{}".utf8),
            received: Array("[]".utf8),
            twin: "empty-array"
        ),
        Change(
            name: "object-for-empty",
            title: "signed as an empty body, received as an empty object",
            signed: [],
            received: Array("{}".utf8),
            twin: "empty-object"
        ),
        Change(
            name: "members-sorted-and-newline",
            title: "signed with sorted members and CRLF, as the identity check of the same bank wants it",
            signed: SampleBody.sortedWithNewline,
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "members-reordered",
            title: "the same members in another order",
            signed: JSONWriter.compact.write(reversed(SampleBody.startPayout)),
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "byte-order-mark",
            title: "signed with a byte order mark, received without",
            signed: [0xEF, 0xBB, 0xBF] + SampleBody.confirm,
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "object-for-array",
            title: "signed as an empty array, received as an empty object",
            signed: Array("[]".utf8),
            received: Array("{}".utf8),
            twin: "empty-object"
        ),
        Change(
            name: "empty-for-array",
            title: "signed as an empty array, received as an empty body",
            signed: Array("[]".utf8),
            received: [],
            twin: "empty"
        ),
    ]

    /// Another request.
    private static let tampered: [Change] = [
        Change(
            name: "amount-tampered",
            title: "the amount was changed after signing",
            signed: JSONWriter.compact.write(SampleBody.startPayout.setting(amount, to: 1_000)),
            received: SampleBody.compact,
            twin: "compact"
        ),
        Change(
            name: "session-tampered",
            title: "one digit of the session was changed after signing",
            signed: Array(#"{"session_id":"ps_3231"}"#.utf8),
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "zero-byte-appended",
            title: "a zero byte was appended before signing",
            signed: SampleBody.confirm + [0x00],
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "other-message",
            title: "the signature of another message",
            signed: SampleBody.compact,
            received: SampleBody.confirm,
            twin: "confirm"
        ),
    ]

    /// The right body, put into the signing function in the wrong way.
    private static let wrongInput: [Change] = [
        Change(
            name: "double-hash",
            title: "the digest was signed as if it were the body",
            signed: doubleHash,
            received: SampleBody.confirm,
            twin: "confirm",
            comment: "The signing function hashes too, so the body is hashed twice."
        ),
        Change(
            name: "hexadecimal-digest",
            title: "the digest in hexadecimal digits was signed as if it were the body",
            signed: hexadecimalHash,
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "base64-body",
            title: "the Base64 of the body was signed",
            signed: Array(Base64.encode(SampleBody.confirm).utf8),
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "quoted-body",
            title: "the body was signed as a JSON string",
            signed: JSONWriter.compact.write(.string(String(decoding: SampleBody.confirm, as: UTF8.self))),
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "url-encoded",
            title: "the percent-encoded body was signed",
            signed: SampleBody.percentEncoded,
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "body-twice",
            title: "the body was signed twice over",
            signed: SampleBody.confirm + SampleBody.confirm,
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "one-member",
            title: "only the value of session_id was signed",
            signed: Array("ps_3230".utf8),
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "masked",
            title: "the body was signed as the log shows it, with stars",
            signed: Array(#"{"session_id":"*******"}"#.utf8),
            received: SampleBody.confirm,
            twin: "confirm"
        ),
        Change(
            name: "http-signatures",
            title: "the signature string of HTTP Signatures was signed",
            signed: Array(
                "(request-target): post /api/v1/session/confirm\nhost: demo.bank131.ru\ndigest: SHA-256=".utf8
            ) + Array(Base64.encode(doubleHash).utf8),
            received: SampleBody.confirm,
            twin: "confirm",
            comment: "Nothing but the body takes part in the signature."
        ),
        Change(
            name: "path-and-body",
            title: "the path was signed together with the body",
            signed: Array("/api/v1/session/confirm".utf8) + SampleBody.confirm,
            received: SampleBody.confirm,
            twin: "confirm",
            comment: "Nothing but the body takes part in the signature."
        ),
    ]

    private static let amount = JSONPointer("/amount_details/amount") ?? .root

    private static func reversed(_ tree: JSONTree) -> JSONTree {
        tree.members.map { .object($0.reversed()) } ?? tree
    }
}
