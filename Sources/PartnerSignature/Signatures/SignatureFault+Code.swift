extension SignatureFault {
    /// What is wrong with a signature.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the code, such as `missing_padding`; it never changes.
        public let identifier: String

        /// The id of the rule of the contract that is broken, such as `SIG.BASE64`.
        public let rule: String

        /// What is wrong, as a sentence without its end.
        public let sentence: String

        /// What to do about it.
        public let fix: String

        private init(_ identifier: String, rule: String, _ sentence: String, fix: String) {
            self.identifier = identifier
            self.rule = rule
            self.sentence = sentence
            self.fix = fix
        }

        /// The same as `identifier`.
        public var description: String {
            identifier
        }

        /// Two codes are equal when their identifiers are.
        public static func == (left: Code, right: Code) -> Bool {
            left.identifier == right.identifier
        }

        /// Hashes the identifier.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(identifier)
        }
    }
}

// The text of the header value.
extension SignatureFault.Code {
    /// No signature at all.
    public static let empty = Self(
        "empty",
        rule: "SIG.PRESENT",
        "the signature is empty",
        fix: "send the Base64 of the signature in X-PARTNER-SIGN"
    )
    /// A byte that standard Base64 does not have, and no better known mistake.
    public static let notBase64 = Self(
        "not_base64",
        rule: "SIG.BASE64",
        "the signature is not standard Base64",
        fix: "encode it with the alphabet of RFC 4648 section 4: openssl base64 -A"
    )
    /// The alphabet for file names and URLs, RFC 4648 section 5.
    public static let base64url = Self(
        "base64url",
        rule: "SIG.BASE64",
        "the signature is base64url, with - and _ where standard Base64 has + and /",
        fix: "use the standard encoder, not the one for URLs: Base64.getEncoder() in Java, StdEncoding in Go, "
            + "b64encode in Python, 'base64' in Node.js"
    )
    /// Hexadecimal digits.
    public static let hexadecimal = Self(
        "hexadecimal",
        rule: "SIG.BASE64",
        "the signature is written in hexadecimal digits",
        fix: "encode the bytes of the signature in standard Base64: openssl base64 -A"
    )
    /// Line breaks or blanks, as `base64` and `openssl base64` write them without an option.
    public static let whitespace = Self(
        "whitespace",
        rule: "SIG.BASE64",
        "the signature holds a line break or a blank",
        fix: "write it in one line: openssl base64 -A, or base64 -w0; trim what a file adds at its end"
    )
    /// No `=` at the end.
    public static let missingPadding = Self(
        "missing_padding",
        rule: "SIG.BASE64",
        "the signature lacks the = at its end",
        fix: "keep the padding: encode with padding, and send the value whole"
    )
    /// The value stands in quotation marks.
    public static let quoted = Self(
        "quoted",
        rule: "SIG.BASE64",
        "the signature stands in quotation marks",
        fix: "send the bare value: a header is no JSON string"
    )
    /// `%2B`, `%2F` or `%3D` for `+`, `/` or `=`.
    public static let percentEncoded = Self(
        "percent_encoded",
        rule: "SIG.BASE64",
        "the signature is percent-encoded",
        fix: "send the bare value: a header is no part of a URL"
    )
    /// Base64 of the Base64.
    public static let encodedTwice = Self(
        "encoded_twice",
        rule: "SIG.BASE64",
        "the signature is encoded in Base64 twice",
        fix: "encode once; some libraries return Base64 already"
    )
    /// Values joined by a comma, which is what becomes of a header that is sent twice (RFC 9110 section 5.3).
    public static let severalValues = Self(
        "several_values",
        rule: "SIG.BASE64",
        "the signature holds a comma, as when the header is sent twice",
        fix: "send X-PARTNER-SIGN once"
    )
    /// Something after the padding.
    public static let trailingData = Self(
        "trailing_data",
        rule: "SIG.BASE64",
        "something stands after the padding of the signature",
        fix: "send one signature, and nothing after it"
    )
    /// The last character carries bits that no byte needs, so another text stands for the same bytes.
    public static let unusedBits = Self(
        "unused_bits",
        rule: "SIG.BASE64",
        "the last character of the signature carries bits that belong to no byte",
        fix: "send the value as the encoder wrote it: it was changed on the way"
    )
}

// The signature itself.
extension SignatureFault.Code {
    /// Base64 of another number of bytes than the modulus has.
    public static let wrongLength = Self(
        "wrong_length",
        rule: "SIG.LENGTH",
        "the signature has another length than the key",
        fix: "send the whole signature, and sign with the key whose public half is registered"
    )
    /// The signature does not belong to these bytes and this key.
    public static let mismatch = Self(
        "mismatch",
        rule: "SIG.BYTES",
        "the signature does not match: another key, another scheme than RSASSA-PKCS1-v1_5 with SHA-256, or damage",
        fix: "check that the registered public key belongs to the signing key, and that the signature comes from "
            + "openssl dgst -sha256 -sign private.pem body.json"
    )
    /// OpenSSL had no memory: nothing is known about the signature.
    public static let notComputed = Self(
        "not_computed",
        rule: "SIG.BYTES",
        "OpenSSL could not verify the signature",
        fix: "check the memory of the machine and try again"
    )
}
