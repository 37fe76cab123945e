import PartnerSignature

extension CommandDefinition {
    /// `payoutkit sign`: the header value for a body.
    static let sign = CommandDefinition(
        "sign",
        summary: "Print the X-PARTNER-SIGN value for a body",
        operands: Operands(synopsis: "[BODY]", count: 0...1),
        options: [OptionDefinition("--key", .one("FILE"), help: "your private RSA key, PEM")]
            + KeyFile.passphraseOptions,
        discussion: """
            BODY is a file; without it, or with -, the body is read from standard input. Every byte counts: a newline at
            the end of the file is signed too, so send the file as it stands (curl --data-binary @FILE). The passphrase of an
            encrypted key comes from a file or the environment, or is asked for at the terminal; never from an argument,
            which other users of the machine can read.
            """
    ) { arguments, console in
        let key = try KeyFile.privateKey(arguments.required("--key"), options: arguments, console: console)
        var signer = StreamingSigner(key: key)
        try console.forEachChunk(of: arguments.operands.first ?? "-") { signer.update($0) }
        console.print(try signer.finish())
        return .right
    }
}
