import PartnerSignature

extension CommandDefinition {
    /// `payoutkit verify`: does a header value sign a body, and if not, why.
    static let verify = CommandDefinition(
        "verify",
        summary: "Check an X-PARTNER-SIGN value against a body, and say why it fails",
        operands: Operands(synopsis: "[BODY]", count: 0...1),
        options: [
            OptionDefinition("--key", .one("FILE"), help: "the signer's public RSA key, PEM"),
            OptionDefinition("--signature", .one("BASE64"), help: "the header's value"),
            OptionDefinition("--explain", help: "name the mistake behind a signature that does not match, and its fix"),
            OptionDefinition("--also-key", .many("FILE"), help: "another public key that may have been used"),
            OptionDefinition("--path", .one("PATH"), help: "the path of the request, such as /api/v1/session/create"),
            OptionDefinition("--header", .many("NAME:VALUE"), help: "a header field of the message"),
            OptionDefinition(
                "--also-body",
                .many("FILE"),
                help: "the body of another message, whose signature it may be"
            ),
            OptionDefinition("--signed-out", .one("FILE"), help: "where the bytes that were signed go, once found"),
            OptionDefinition("--format", .one("text|json"), help: "form of the explanation (default: text)"),
        ],
        discussion: """
            BODY is a file; without it, or with -, the body is read from standard input. Prints `valid` and exits with 0,
            or the fault and exits with 1.

            --explain tries what people do wrong with body, key, scheme and header value, and pairs of these. The public
            test keys are tried too. The file of --signed-out holds what the body holds, personal data included.
            """
    ) { arguments, console in
        let explanation = try ExplanationRequest(arguments, console: console)
        let key = try KeyFile.publicKey(arguments.required("--key"), console: console)
        let signature = try arguments.required("--signature")
        var verifier = StreamingVerifier(signature, key: key)
        var body = KeptBody()
        let keepsBody = explanation != nil
        try console.forEachChunk(of: arguments.operands.first ?? "-") { chunk in
            verifier.update(chunk)
            if keepsBody { body.append(chunk) }
        }
        let verdict = verifier.finish()
        if let explanation {
            return try explanation.explain(verdict, signature: signature, body: body, key: key, on: console)
        }
        guard case .invalid(let fault) = verdict else {
            console.print("valid")
            return .right
        }
        console.print("invalid: \(fault)")
        console.warn(about: fault)
        return .wrong
    }
}

extension Console {
    /// Warns where a decoder that is not strict would take a value that is refused here.
    func warn(about fault: SignatureFault) {
        guard fault.passesLenientDecoding else { return }
        complain("warning: \(SignatureFault.lenientDecodingSentence)  [\(SignatureFault.lenientDecodingRule)]")
    }
}
