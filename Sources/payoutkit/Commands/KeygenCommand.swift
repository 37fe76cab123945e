import PartnerSignature

extension CommandDefinition {
    /// `payoutkit keygen`: a new pair of keys.
    static let keygen = CommandDefinition(
        "keygen",
        summary: "Make a new pair of RSA keys",
        options: [
            OptionDefinition("--private", .one("FILE"), help: "where the private key goes (default: partner.pem)"),
            OptionDefinition("--public", .one("FILE"), help: "where the public key goes (default: partner.pub.pem)"),
            OptionDefinition("--bits", .one("N"), help: "size of the modulus in bits (default: 2048)"),
        ],
        discussion: """
            The private key is PKCS#8 PEM, readable by its owner alone; the public key is what the bank asks for. A file that
            exists is never overwritten.
            """
    ) { arguments, console in
        let privatePath = arguments["--private"] ?? "partner.pem"
        let publicPath = arguments["--public"] ?? "partner.pub.pem"
        guard privatePath != publicPath else { throw UsageError("--private and --public name the same file") }
        let bits = try arguments.integer("--bits", in: 2048...16_384) ?? 2048
        for path in [privatePath, publicPath] where File.exists(path) {
            throw FileError(path: path, reason: "exists already and is not overwritten")
        }
        let key = try PrivateKey.generate(bits: bits)
        var pem = try key.pem()
        defer { SecretBytes.erase(&pem) }
        try File.create(privatePath, mode: 0o600, bytes: pem)
        try File.create(publicPath, mode: 0o644, bytes: key.publicKey.pem())
        console.print("private key: \(privatePath) (\(bits) bits; keep it secret)")
        console.print("public key:  \(publicPath) (SHA-256 of the key: \(key.publicKey.fingerprint))")
        return .right
    }
}
