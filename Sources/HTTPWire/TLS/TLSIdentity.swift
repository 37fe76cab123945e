import COpenSSL

/// A server's certificate with the chain behind it, and its private key.
public struct TLSIdentity: Sendable, CustomStringConvertible {
    /// The server's certificate first, then the authorities between it and a trusted one, as PEM.
    public let certificateChain: [UInt8]
    /// SHA-256 of the server's certificate (DER), in lower-case hexadecimal digits.
    public let fingerprint: String
    private let privateKey: [UInt8]

    /// Checks and keeps a certificate chain and its key.
    ///
    /// - Parameters:
    ///   - certificateChain: PEM, the server's own certificate first.
    ///   - privateKey: PEM without a passphrase.
    /// - Throws: ``HTTPError/Code/tlsConfiguration`` when one of them cannot be read, or they do not belong together.
    public init(certificateChain: [UInt8], privateKey: [UInt8]) throws(HTTPError) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
        let certificates = try PEM.certificates(in: certificateChain)
        guard let leaf = certificates.first else {
            throw HTTPError(.tlsConfiguration, "the certificate file holds no certificate")
        }
        fingerprint = leaf.fingerprint
        let key = try PEM.privateKey(in: privateKey)
        guard X509_check_private_key(leaf.pointer, key.pointer) == 1 else {
            throw OpenSSLErrors.configurationError("the private key does not belong to the certificate")
        }
    }

    /// The fingerprint; never the key.
    public var description: String { "TLS identity \(fingerprint)" }

    /// Gives certificate, chain and key to a server's context.
    func install(in context: OpaquePointer) throws(HTTPError) {
        let certificates = try PEM.certificates(in: certificateChain)
        let key = try PEM.privateKey(in: privateKey)
        for (index, certificate) in certificates.enumerated() {
            let isTaken =
                index == 0
                ? SSL_CTX_use_certificate(context, certificate.pointer) == 1
                : SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(certificate.pointer)) == 1
            guard isTaken else { throw OpenSSLErrors.configurationError("a certificate cannot be used") }
        }
        guard SSL_CTX_use_PrivateKey(context, key.pointer) == 1 else {
            throw OpenSSLErrors.configurationError("the private key cannot be used")
        }
    }
}
