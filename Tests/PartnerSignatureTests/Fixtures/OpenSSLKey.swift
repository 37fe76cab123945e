import COpenSSL

/// A key made by OpenSSL for one test, and the forms in which files hold it.
final class OpenSSLKey {
    struct Failed: Error {
        let operation: String
    }

    let pointer: OpaquePointer

    init(takingOwnershipOf pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// Makes a key of an algorithm by OpenSSL's name: `RSA`, `RSA-PSS`, `EC` (P-256), `ED25519`.
    static func generate(_ algorithm: String, bits: Int32? = nil) throws -> OpenSSLKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, algorithm, nil) else { throw Failed(operation: algorithm) }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1 else { throw Failed(operation: "keygen_init") }
        if let bits { EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) }
        if algorithm == "EC" { EVP_PKEY_CTX_set_group_name(context, "P-256") }
        var pointer: OpaquePointer?
        guard EVP_PKEY_generate(context, &pointer) == 1, let pointer else { throw Failed(operation: "generate") }
        return OpenSSLKey(takingOwnershipOf: pointer)
    }

    /// Reads the plain private key in `pem` without any check.
    static func read(_ pem: [UInt8]) throws -> OpenSSLKey {
        guard let bio = BIO_new_mem_buf(pem, Int32(pem.count)) else { throw Failed(operation: "BIO") }
        defer { BIO_free(bio) }
        guard let pointer = PEM_read_bio_PrivateKey(bio, nil, nil, nil) else { throw Failed(operation: "read") }
        return OpenSSLKey(takingOwnershipOf: pointer)
    }

    func pkcs8(passphrase: String? = nil) throws -> [UInt8] {
        try write { bio in
            guard let passphrase else {
                return PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil)
            }
            let count = Int32(passphrase.utf8.count)
            return PEM_write_bio_PKCS8PrivateKey(bio, pointer, EVP_aes_256_cbc(), passphrase, count, nil, nil)
        }
    }

    /// The old form with a label for each algorithm; PKCS#1 for RSA.
    func traditional(passphrase: String? = nil) throws -> [UInt8] {
        try write { bio in
            guard let passphrase else {
                return PEM_write_bio_PrivateKey_traditional(bio, pointer, nil, nil, 0, nil, nil)
            }
            let bytes = Array(passphrase.utf8)
            let count = Int32(bytes.count)
            return PEM_write_bio_PrivateKey_traditional(bio, pointer, EVP_aes_128_cbc(), bytes, count, nil, nil)
        }
    }

    func subjectPublicKeyInfo() throws -> [UInt8] {
        try write { PEM_write_bio_PUBKEY($0, pointer) }
    }

    func pkcs1PublicKey() throws -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_PublicKey(pointer, &start)
        guard count > 0, let start else { throw Failed(operation: "i2d_PublicKey") }
        defer { CRYPTO_free(start, #fileID, Int32(#line)) }
        return PEM.block("RSA PUBLIC KEY", Array(UnsafeBufferPointer(start: start, count: Int(count))))
    }

    /// A certificate that carries the key and is signed by `signer`, or by itself.
    func certificate() throws -> [UInt8] {
        guard let certificate = X509_new() else { throw Failed(operation: "X509") }
        defer { X509_free(certificate) }
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1)
        // It ended long ago: only the key counts.
        X509_gmtime_adj(X509_getm_notBefore(certificate), -7200)
        X509_gmtime_adj(X509_getm_notAfter(certificate), -3600)
        X509_set_pubkey(certificate, pointer)
        guard X509_sign(certificate, pointer, EVP_sha256()) > 0 else { throw Failed(operation: "X509_sign") }
        return try write { PEM_write_bio_X509($0, certificate) }
    }

    func certificateRequest() throws -> [UInt8] {
        guard let request = X509_REQ_new() else { throw Failed(operation: "X509_REQ") }
        defer { X509_REQ_free(request) }
        X509_REQ_set_pubkey(request, pointer)
        guard X509_REQ_sign(request, pointer, EVP_sha256()) > 0 else { throw Failed(operation: "X509_REQ_sign") }
        return try write { PEM_write_bio_X509_REQ($0, request) }
    }

    private func write(_ body: (OpaquePointer) -> Int32) throws -> [UInt8] {
        guard let bio = BIO_new(BIO_s_mem()) else { throw Failed(operation: "BIO") }
        defer { BIO_free(bio) }
        guard body(bio) == 1 else { throw Failed(operation: "PEM_write") }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = BIO_read(bio, &bytes, Int32(bytes.count))
        guard count > 0 else { throw Failed(operation: "BIO_read") }
        return Array(bytes[..<Int(count)])
    }
}
