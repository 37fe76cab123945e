import COpenSSL

/// A certificate while it is being made.
struct CertificateDraft {
    let certificate: Certificate
    private let context: ExtensionContext

    /// The issuer that extensions may refer to, at an address that stays.
    private final class ExtensionContext {
        let pointer = UnsafeMutablePointer<X509V3_CTX>.allocate(capacity: 1)
        var issuer: Certificate?

        init() {
            pointer.initialize(to: X509V3_CTX())
        }

        deinit {
            pointer.deallocate()
        }
    }

    /// `MBSTRING_UTF8`, a macro that is not imported.
    private static let utf8: Int32 = 0x1000

    /// Begins a certificate of version 3 with a random serial number; moments are seconds counted from now.
    init(name: String, validFrom: Int, validTo: Int, key: CertificateKey) throws(HTTPError) {
        OpenSSLErrors.clear()
        guard let pointer = X509_new() else { throw OpenSSLErrors.configurationError("no certificate could be made") }
        certificate = Certificate(takingOwnershipOf: pointer)
        context = ExtensionContext()
        // RFC 5280 section 4.1.2.2: a positive number of at most 20 octets; 63 bits are enough to tell ours apart.
        let serial = Int64.random(in: 1...Int64.max)
        guard X509_set_version(pointer, 2) == 1,
            ASN1_INTEGER_set_int64(X509_get_serialNumber(pointer), serial) == 1,
            X509_gmtime_adj(X509_getm_notBefore(pointer), validFrom) != nil,
            X509_gmtime_adj(X509_getm_notAfter(pointer), validTo) != nil,
            X509_set_pubkey(pointer, key.pointer) == 1,
            X509_NAME_add_entry_by_txt(
                X509_get_subject_name(pointer),
                "CN",
                Self.utf8,
                Array(name.utf8),
                Int32(name.utf8.count),
                -1,
                0
            ) == 1
        else { throw OpenSSLErrors.configurationError("no certificate could be made") }
    }

    func setIssuer(_ issuer: Certificate) throws(HTTPError) {
        context.issuer = issuer
        X509V3_set_ctx(context.pointer, issuer.pointer, certificate.pointer, nil, nil, 0)
        guard X509_set_issuer_name(certificate.pointer, X509_get_subject_name(issuer.pointer)) == 1 else {
            throw OpenSSLErrors.configurationError("the issuer cannot be set")
        }
    }

    /// Adds an extension in the notation of OpenSSL's x509v3_config.
    func add(_ extensionNumber: Int32, _ value: String) throws(HTTPError) {
        OpenSSLErrors.clear()
        guard let added = X509V3_EXT_conf_nid(nil, context.pointer, extensionNumber, value) else {
            throw OpenSSLErrors.configurationError("an extension of the certificate cannot be made")
        }
        defer { X509_EXTENSION_free(added) }
        guard X509_add_ext(certificate.pointer, added, -1) == 1 else {
            throw OpenSSLErrors.configurationError("an extension of the certificate cannot be added")
        }
    }

    func sign(with key: CertificateKey) throws(HTTPError) {
        guard X509_sign(certificate.pointer, key.pointer, EVP_sha256()) > 0 else {
            throw OpenSSLErrors.configurationError("the certificate cannot be signed")
        }
    }
}
