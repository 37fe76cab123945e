import COpenSSL

/// A certificate authority made on the spot, for servers on this machine that nobody else shall trust.
///
/// Its key lives in memory only, so nothing can be issued under it once the process has ended.
public final class TLSAuthority: Sendable {
    /// The authority's certificate as PEM: the file that clients are told to trust.
    public let certificate: [UInt8]
    /// SHA-256 of the certificate (DER), in lower-case hexadecimal digits.
    public let fingerprint: String
    private let privateKey: [UInt8]

    /// Makes an authority with a key on the curve P-256, valid from an hour ago for ten years.
    ///
    /// - Parameter name: The common name that certificate viewers show.
    /// - Throws: ``HTTPError/Code/tlsConfiguration`` when OpenSSL cannot make it.
    public init(name: String = "payoutkit local authority") throws(HTTPError) {
        let key = try Self.makeKey()
        let draft = try CertificateDraft(name: name, validFrom: -3_600, validTo: 10 * 365 * 86_400, key: key)
        try draft.setIssuer(draft.certificate)
        try draft.add(NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        try draft.add(NID_key_usage, "critical,keyCertSign,cRLSign")
        try draft.add(NID_subject_key_identifier, "hash")
        try draft.sign(with: key)
        certificate = try draft.certificate.pem()
        fingerprint = draft.certificate.fingerprint
        privateKey = try key.pem()
    }

    /// Issues a certificate for a server.
    ///
    /// - Parameters:
    ///   - hosts: Names and addresses in digits; the first one is also the common name.
    ///   - start: First moment it is valid, counted from now.
    ///   - end: Last moment it is valid, counted from now.
    /// - Throws: ``HTTPError/Code/tlsConfiguration`` when a host is no name and no address.
    public func issue(
        for hosts: [String],
        from start: Duration = .seconds(-3_600),
        to end: Duration = .seconds(90 * 86_400)
    ) throws(HTTPError) -> TLSIdentity {
        let names = try hosts.map { host throws(HTTPError) in try Self.alternativeName(host) }
        guard let first = hosts.first else { throw HTTPError(.tlsConfiguration, "a certificate is for some host") }
        let key = try Self.makeKey()
        let draft = try CertificateDraft(
            name: first,
            validFrom: Int(start.components.seconds),
            validTo: Int(end.components.seconds),
            key: key
        )
        guard let issuer = try PEM.certificates(in: certificate).first else {
            throw HTTPError(.tlsConfiguration, "the authority has no certificate")
        }
        try draft.setIssuer(issuer)
        try draft.add(NID_basic_constraints, "critical,CA:FALSE")
        try draft.add(NID_key_usage, "critical,digitalSignature")
        try draft.add(NID_ext_key_usage, "serverAuth")
        try draft.add(NID_subject_key_identifier, "hash")
        try draft.add(NID_authority_key_identifier, "keyid")
        try draft.add(NID_subject_alt_name, names.joined(separator: ","))
        try draft.sign(with: PEM.privateKey(in: privateKey))
        return try TLSIdentity(certificateChain: draft.certificate.pem(), privateKey: key.pem())
    }

    private static func alternativeName(_ host: String) throws(HTTPError) -> String {
        // The text goes into OpenSSL's little configuration language, where a comma would begin another name.
        let isAddress = host.utf8.contains(ASCII.colon) || host.utf8.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.dot }
        let isName = host.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x2D, 0x2E: true
            default: isAddress && byte == ASCII.colon
            }
        }
        guard isName, !host.isEmpty else { throw HTTPError(.tlsConfiguration, "a host is a name or an address") }
        return (isAddress ? "IP:" : "DNS:") + host
    }

    private static func makeKey() throws(HTTPError) -> CertificateKey {
        OpenSSLErrors.clear()
        let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard let context, EVP_PKEY_keygen_init(context) == 1,
            EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &key) == 1, let key
        else { throw OpenSSLErrors.configurationError("no key could be made") }
        return CertificateKey(takingOwnershipOf: key)
    }
}
