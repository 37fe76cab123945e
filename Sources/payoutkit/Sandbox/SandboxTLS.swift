import HTTPWire

/// The certificate of a sandbox under https.
struct SandboxTLS {
    /// Where the certificate of the authority goes that is made on the spot.
    static let defaultPath = "payoutkit-sandbox-ca.pem"

    let identity: TLSIdentity
    /// One line for people: fingerprint, and what clients are to trust.
    let summary: String

    /// Reads `--tls` and its companions; nil for plain http.
    init?(_ arguments: ParsedArguments, console: Console) throws {
        switch (arguments["--tls-cert"], arguments["--tls-key"]) {
        case (let chain?, let key?):
            guard !arguments.has("--tls-ca") else { throw UsageError("--tls-ca and --tls-cert exclude each other") }
            do {
                identity = try TLSIdentity(
                    certificateChain: console.read(chain),
                    privateKey: console.read(key)
                )
            } catch let error as HTTPError {
                throw UsageError("--tls-cert \(chain): \(error.sentence)")
            }
            summary = "tls:      SHA-256 \(identity.fingerprint)"
        case (nil, nil):
            guard arguments.has("--tls") || arguments.has("--tls-ca") else { return nil }
            let authority = try TLSAuthority(name: "payoutkit sandbox")
            identity = try authority.issue(for: Self.hosts(arguments["--host"]))
            let path = arguments["--tls-ca"] ?? Self.defaultPath
            try File.replace(path, bytes: authority.certificate)
            summary = "tls:      SHA-256 \(identity.fingerprint); clients trust \(path)"
        default:
            throw UsageError("--tls-cert and --tls-key belong together")
        }
    }

    private static func hosts(_ host: String?) -> [String] {
        let local = ["localhost", "127.0.0.1", "::1"]
        guard let host, !local.contains(host), !SandboxOptions.isEveryInterface(host) else { return local }
        return local + [host]
    }
}
