import PartnerSignature

extension CommandDefinition {
    /// `payoutkit verify`: does a header value sign a body.
    static let verify = CommandDefinition(
        "verify",
        summary: "Check an X-PARTNER-SIGN value against a body",
        operands: Operands(synopsis: "[BODY]", count: 0...1),
        options: [
            OptionDefinition("--key", .one("FILE"), help: "the signer's public RSA key, PEM"),
            OptionDefinition("--signature", .one("BASE64"), help: "the header's value"),
        ],
        discussion: """
            BODY is a file; without it, or with -, the body is read from standard input. Prints `valid` and exits with 0,
            or the fault and exits with 1.
            """
    ) { arguments, console in
        let key = try KeyFile.publicKey(arguments.required("--key"), console: console)
        let signature = try arguments.required("--signature")
        var verifier = StreamingVerifier(signature, key: key)
        try console.forEachChunk(of: arguments.operands.first ?? "-") { verifier.update($0) }
        switch verifier.finish() {
        case .valid:
            console.print("valid")
            return .right
        case .invalid(let fault):
            console.print("invalid: \(fault)")
            if fault.passesLenientDecoding {
                console.complain(
                    "warning: \(SignatureFault.lenientDecodingSentence)  [\(SignatureFault.lenientDecodingRule)]"
                )
            }
            return .wrong
        }
    }
}
