// What was done to the value of the header.
extension Mistake {
    static let whitespace = Mistake(.text, "whitespace", "the value holds blanks or line breaks", .encodeOnce)
    static let quoted = Mistake(.text, "quoted", "the value stands in quotation marks or brackets", .encodeOnce)
    static let separated = Mistake(.text, "separator", "a comma or a semicolon stands behind the value", .encodeOnce)
    static let missing = Mistake(.text, "missing", "there is no signature", .encodeOnce)
    static let prefixed = Mistake(
        .text,
        "prefixed",
        "the name of a scheme, or a parameter, stands around the value",
        .encodeOnce
    )
    static let pemLines = Mistake(.text, "pem-lines", "the value stands between the lines of a PEM file", .encodeOnce)
    static let percentEncoded = Mistake(
        .text,
        "percent-encoded",
        "the value was percent-encoded, as if it were part of a URL",
        .encodeOnce
    )
    static let escaped = Mistake(
        .text,
        "escaped",
        "the value holds escapes of JSON or HTML, as if it were taken out of a document",
        .encodeOnce
    )
    static let plusLost = Mistake(
        .text,
        "plus-lost",
        "blanks stand where + belongs: the value was decoded as form data",
        .encodeOnce
    )
    static let repeated = Mistake(.text, "repeated", "the value stands there more than once", .encodeOnce)
    static let base64url = Mistake(.text, "base64url", "the value is base64url instead of standard Base64", .encodeOnce)
    static let padding = Mistake(.text, "padding", "the = at the end of the value are missing or too many", .encodeOnce)
    static let unusedBits = Mistake(
        .text,
        "unused-bits",
        "the last character of the value was changed in bits that belong to no byte",
        .encodeOnce
    )
    static let hexadecimal = Mistake(.text, "hexadecimal", "the value is hexadecimal instead of Base64", .encodeOnce)
    static let doubleBase64 = Mistake(.text, "double-base64", "the value was encoded in Base64 twice", .encodeOnce)
    static let hexadecimalInBase64 = Mistake(
        .text,
        "hexadecimal-in-base64",
        "the hexadecimal digits of the signature were encoded in Base64, instead of its bytes",
        .encodeOnce
    )
    static let backwards = Mistake(.text, "backwards", "the value is written backwards", .encodeOnce)
    static let otherHeader = Mistake(
        .text,
        "other-header",
        "the signature of the body stands in another header than X-PARTNER-SIGN",
        .sendInOneHeader
    )
}

// What was done to the bytes of the signature.
extension Mistake {
    static let bytesReversed = Mistake(
        .text,
        "bytes-reversed",
        "the bytes of the signature are in reverse order, as CryptoAPI of Windows gives them",
        .encodeOnce
    )
    static let wordsReversed = Mistake(
        .text,
        "words-reversed",
        "the bytes of each group of four are in reverse order",
        .encodeOnce
    )
    static let leadingZeroAdded = Mistake(
        .text,
        "leading-zero-added",
        "a zero byte stands before the signature, as BigInteger.toByteArray of Java puts it there",
        .encodeOnce
    )
    static let leadingZeroLost = Mistake(
        .text,
        "leading-zero-lost",
        "the zero bytes at the start of the signature were lost, as happens to numbers",
        .encodeOnce
    )
    static let trailingByte = Mistake(.text, "trailing-byte", "bytes were appended to the signature", .encodeOnce)
    static let doubledBytes = Mistake(
        .text,
        "doubled-bytes",
        "the bytes of the signature stand there twice",
        .encodeOnce
    )
    static let octetString = Mistake(
        .text,
        "octet-string",
        "the signature stands in a DER structure, part of CMS or PKCS#7",
        .signInOneStep
    )
}
