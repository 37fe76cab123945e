import COpenSSL

/// A certificate with one owner.
final class Certificate {
    let pointer: OpaquePointer

    init(takingOwnershipOf pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        X509_free(pointer)
    }

    /// SHA-256 of the DER form, in lower-case hexadecimal digits.
    var fingerprint: String {
        var digest = [UInt8](repeating: 0, count: 32)
        var size: UInt32 = 0
        guard X509_digest(pointer, EVP_sha256(), &digest, &size) == 1 else { return "" }
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The certificate as PEM.
    func pem() throws(HTTPError) -> [UInt8] {
        try PEM.write { PEM_write_bio_X509($0, pointer) }
    }
}

/// A private key of a certificate, with one owner.
final class CertificateKey {
    let pointer: OpaquePointer

    init(takingOwnershipOf pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// The key as PEM (PKCS#8), without a passphrase.
    func pem() throws(HTTPError) -> [UInt8] {
        try PEM.write { PEM_write_bio_PKCS8PrivateKey($0, pointer, nil, nil, 0, nil, nil) }
    }
}

/// Reads and writes what certificates come in.
enum PEM {
    static func certificates(in bytes: [UInt8]) throws(HTTPError) -> [Certificate] {
        let bio = try reader(of: bytes)
        defer { BIO_free(bio) }
        var certificates: [Certificate] = []
        OpenSSLErrors.clear()
        while let pointer = PEM_read_bio_X509(bio, nil, nil, nil) {
            certificates.append(Certificate(takingOwnershipOf: pointer))
        }
        // The last attempt finds no further start line and says so; nothing but that may be in the queue.
        let reason = ERR_GET_REASON(ERR_peek_last_error())
        guard !certificates.isEmpty, reason == PEM_R_NO_START_LINE else {
            throw OpenSSLErrors.configurationError("the certificate cannot be read")
        }
        OpenSSLErrors.clear()
        return certificates
    }

    static func privateKey(in bytes: [UInt8]) throws(HTTPError) -> CertificateKey {
        let bio = try reader(of: bytes)
        defer { BIO_free(bio) }
        OpenSSLErrors.clear()
        // Without this callback OpenSSL would ask at the terminal for the passphrase of an encrypted key.
        guard let pointer = PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil) else {
            throw OpenSSLErrors.configurationError("the private key of the certificate cannot be read")
        }
        return CertificateKey(takingOwnershipOf: pointer)
    }

    static func write(_ body: (OpaquePointer) -> Int32) throws(HTTPError) -> [UInt8] {
        OpenSSLErrors.clear()
        guard let bio = BIO_new(BIO_s_mem()) else { throw OpenSSLErrors.configurationError("no memory") }
        defer { BIO_free(bio) }
        guard body(bio) == 1 else { throw OpenSSLErrors.configurationError("PEM cannot be written") }
        var start: UnsafeMutablePointer<CChar>?
        let count = BIO_ctrl(bio, BIO_CTRL_INFO, 0, &start)
        guard count > 0, let start else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// A BIO that reads a copy of the bytes, so that it depends on nobody's storage.
    private static func reader(of bytes: [UInt8]) throws(HTTPError) -> OpaquePointer {
        OpenSSLErrors.clear()
        guard let bio = BIO_new(BIO_s_mem()) else { throw OpenSSLErrors.configurationError("no memory") }
        guard bytes.isEmpty || BIO_write(bio, bytes, Int32(clamping: bytes.count)) == Int32(clamping: bytes.count)
        else {
            BIO_free(bio)
            throw OpenSSLErrors.configurationError("no memory")
        }
        return bio
    }
}
