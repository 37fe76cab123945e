// Bytes added, removed or replaced around and between the lines.
extension Mistake {
    static let newlineAdded = body("final-newline-added", "a line break at the end was signed and not received")
    static let newlineRemoved = body("final-newline-removed", "a line break at the end was received and not signed")
    static let blanksTrimmed = body("trimmed", "the body was signed without the blanks and line breaks around it")
    static let blankAdded = body("blank-added", "a blank or a zero byte at the end was signed and not received")
    static let markAdded = body("byte-order-mark-added", "a byte order mark was signed and not received")
    static let markRemoved = body("byte-order-mark-removed", "a byte order mark was received and not signed")
    static let windowsBreaks = body("line-breaks-crlf", "the body was signed with line breaks of Windows (CRLF)")
    static let unixBreaks = body("line-breaks-lf", "the body was signed with LF as line break")
    static let oldMacBreaks = body("line-breaks-cr", "the body was signed with CR alone as line break")
    static let breaksRemoved = body(
        "line-breaks-removed",
        "the body was signed without its line breaks, which curl -d @file removes"
    )
    static let windowsNewlineAdded = body(
        "final-crlf-added",
        "CRLF at the end was signed and not received; the identity check of the same bank wants it, the payout API not"
    )

    private static func body(_ name: String, _ sentence: String) -> Mistake {
        Mistake(.body, name, sentence, .signWhatIsSent)
    }
}

// The same JSON value in another text.
extension Mistake {
    static let compactLayout = body("layout-compact", "the JSON was signed without blanks between its parts")
    static let spacedLayout = body(
        "layout-spaced",
        "the JSON was signed with a blank after each colon and comma, as json.dumps of Python writes it"
    )
    static let prettyLayout = body("layout-pretty", "the JSON was signed indented")
    static let rawCharacters = body(
        "characters-raw",
        "characters beyond ASCII were signed as they are, and received as \\u escapes or in another form"
    )
    static let escapedCharacters = body(
        "characters-escaped",
        "characters beyond ASCII were signed as \\u escapes, as json.dumps of Python and json_encode of PHP write them"
    )
    static let escapedCapitals = body(
        "characters-escaped-in-capitals",
        "characters beyond ASCII were signed as \\u escapes with capital digits"
    )
    static let markupEscaped = body(
        "markup-escaped",
        "characters such as < > & ' and + were signed as \\u escapes, as encoders for HTML pages write them"
    )
    static let solidusEscaped = body(
        "solidus-escaped",
        "/ was signed as \\/, as json_encode of PHP writes it by default"
    )
    static let solidusPlain = body("solidus-plain", "\\/ was signed as /")
    static let membersSorted = body("members-sorted", "the members of objects were sorted by name before signing")
    static let nullsDropped = body("nulls-dropped", "members with null were left out before signing")
    static let emptiesDropped = body(
        "empties-dropped",
        "members that are null or empty were left out before signing, as the official PHP SDK does"
    )
    static let objectsAsArrays = body(
        "empty-objects-as-arrays",
        "empty objects were signed as empty arrays, as PHP writes them"
    )
    static let arraysAsObjects = body("empty-arrays-as-objects", "empty arrays were signed as empty objects")
    static let numbersShortened = body(
        "numbers-shortened",
        "numbers were signed in their shortest form, as JavaScript writes them: 100.00 as 100"
    )
    static let numbersWithFraction = body(
        "numbers-with-fraction",
        "whole numbers were signed with .0, as a floating-point type writes them"
    )
    static let numbersAsText = body("numbers-as-text", "numbers were signed as strings")
    static let composed = body(
        "unicode-nfc",
        "the text was signed in composed form (NFC)",
        .keepCharacters
    )
    static let decomposed = body(
        "unicode-nfd",
        "the text was signed in decomposed form (NFD)",
        .keepCharacters
    )
    static let charactersRemoved = body(
        "characters-removed",
        "characters beyond ASCII were removed before signing",
        .keepCharacters
    )
    static let masked = body(
        "masked",
        "the body was signed as a log shows it, with stars for what is secret",
        .signWhatIsSent
    )

    private static func body(_ name: String, _ sentence: String, _ remedy: Remedy) -> Mistake {
        Mistake(.body, name, sentence, remedy)
    }
}

// The same characters in another encoding.
extension Mistake {
    static let otherEncoding = body("encoding", "the body was signed in another character encoding", .keepCharacters)
    static let questionMarks = body(
        "question-marks",
        "the body was signed with ? for each character beyond ASCII, as an ASCII encoder writes them",
        .keepCharacters
    )
    static let encodedTwice = body(
        "encoded-twice",
        "the UTF-8 of the body was taken for another encoding and encoded once more before signing",
        .keepCharacters
    )
}

// Another form of the whole body, or something else.
extension Mistake {
    static let inBase64 = body("base64", "the Base64 of the body was signed")
    static let inHexadecimal = body("hexadecimal", "the hexadecimal digits of the body were signed")
    static let asString = body("json-string", "the body was signed as a JSON string: it was encoded twice")
    static let fromString = body("json-string-decoded", "the JSON string inside the body was signed")
    static let percentEncodedBody = body("url-encoded", "the body was signed percent-encoded")
    static let percentDecodedBody = body("url-decoded", "the body was signed percent-decoded")
    static let formEncoded = body("form-encoded", "the members of the body were signed as form data")
    static let htmlEscapedBody = body("html-escaped", "the body was signed with escapes of HTML")
    static let slashesAdded = body("slashes-added", "the body was signed with a backslash before each quotation mark")
    static let twice = body("twice", "the body was signed twice over")
    static let empty = body("empty", "an empty body was signed")
    static let emptyObject = body("empty-object", "an empty object {} was signed")
    static let emptyArray = body("empty-array", "an empty array [] was signed, as the official PHP SDK does")
    static let placeholder = body("placeholder", "a constant text was signed instead of the body")
    static let part = body("part", "only a part of the body was signed")
    static let otherMessage = body("other-message", "the signature belongs to another message")
    static let publicKeySigned = body("public-key", "the public key was signed instead of the body")
    static let oneDigit = body(
        "one-digit",
        "one digit differs: the body was changed after it was signed",
        .findTheChange
    )
    static let withContext = body(
        "with-context",
        "something was signed together with the body; the payout API signs the body alone",
        .signBodyAlone
    )
    static let httpSignatures = body(
        "http-signatures",
        "the signature string of HTTP Signatures was signed; the payout API signs the body alone",
        .signBodyAlone
    )
}
