import COpenSSL

/// An RSA private key that signs bodies.
///
/// It is read and checked once; signing with it is safe from any number of threads at the same time. The memory that
/// holds it belongs to OpenSSL and is cleared when the last copy of this value is gone.
public struct PrivateKey: Sendable, CustomStringConvertible {
    /// The public half.
    public let publicKey: PublicKey

    private let storage: KeyStorage
    private let contexts: ContextPool

    /// Reads a private key from PEM text: PKCS#8 or PKCS#1, plain or encrypted.
    ///
    /// Text around the PEM block is passed over, and so are certificates and public keys. Two private keys in one
    /// text are refused, since choosing would be a guess. A passphrase for a key that is not encrypted is ignored.
    ///
    /// - Parameters:
    ///   - pem: The bytes of the file, at most 1 MiB.
    ///   - passphrase: The bytes of the passphrase, at most 1,024. Nothing is ever asked on the terminal.
    /// - Throws: `KeyError` when it is no RSA private key of 2,048 to 16,384 bits whose numbers belong together.
    public init(pem: [UInt8], passphrase: [UInt8]? = nil) throws(KeyError) {
        let text = try PEMText(pem)
        let block = try text.privateKeyBlock()
        let storage = try KeyReading.privateKey(in: text, block: block, passphrase: passphrase)
        try self.init(storage, line: block.line)
    }

    /// Makes a new key with the public exponent 65,537.
    ///
    /// - Parameter bits: The length of the modulus, 2,048 to 16,384; OpenSSL rounds an odd number down. 2,048 bits
    ///   take about 0.1 s, 4,096 about a second.
    /// - Throws: `KeyError` when the length is outside of these bounds, or OpenSSL has no randomness.
    public static func generate(bits: Int) throws(KeyError) -> PrivateKey {
        guard bits >= KeyChecks.bitCounts.lowerBound else { throw KeyError(.tooShort) }
        guard bits <= KeyChecks.bitCounts.upperBound else { throw KeyError(.tooLong) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { throw KeyError(.operationFailed) }
        defer {
            EVP_PKEY_CTX_free(context)
            OpenSSLErrors.clear()
        }
        var pointer: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(bits)) == 1,
            EVP_PKEY_generate(context, &pointer) == 1, let pointer
        else { throw KeyError(.operationFailed) }
        return try PrivateKey(KeyStorage(takingOwnershipOf: pointer), line: nil)
    }

    private init(_ storage: KeyStorage, line: Int?) throws(KeyError) {
        guard let contexts = ContextPool(.sign, key: storage) else { throw KeyError(.operationFailed) }
        self.storage = storage
        self.contexts = contexts
        publicKey = try PublicKey(publicHalfOf: storage)
        // Numbers that do not belong together make signatures that the public half refuses. One signature and one
        // verification tell, in a fraction of a millisecond.
        guard publicKey.verify(try sign([]), over: []) == .valid else { throw KeyError(.inconsistent, line: line) }
    }

    /// The length of the modulus in bits.
    public var bitCount: Int {
        publicKey.bitCount
    }

    /// The length and the fingerprint, never a part of the private half.
    public var description: String {
        "RSA private key, \(bitCount) bits, fingerprint \(publicKey.fingerprint)"
    }

    /// The key as PKCS#8 PEM, not encrypted (RFC 7468 section 10).
    ///
    /// The bytes are secret: the caller guards them.
    ///
    /// - Throws: `KeyError` when OpenSSL has no memory.
    public func pem() throws(KeyError) -> [UInt8] {
        let bytes = MemoryBIO.writing { PEM_write_bio_PKCS8PrivateKey($0, storage.pointer, nil, nil, 0, nil, nil) == 1 }
        guard let bytes else {
            OpenSSLErrors.clear()
            throw KeyError(.operationFailed)
        }
        return bytes
    }

    /// The key as encrypted PKCS#8 PEM (RFC 7468 section 11): AES-256-CBC, with a key derived by PBKDF2.
    ///
    /// - Parameter passphrase: 1 to 1,024 bytes.
    /// - Throws: `KeyError` when the passphrase has another length, or OpenSSL has no memory.
    public func pem(passphrase: [UInt8]) throws(KeyError) -> [UInt8] {
        // OpenSSL takes a length of 0 as a request to ask on the terminal.
        guard !passphrase.isEmpty else { throw KeyError(.passphraseRequired) }
        guard passphrase.count <= Passphrase.maximumByteCount else { throw KeyError(.passphraseTooLong) }
        let bytes = MemoryBIO.writing { bio in
            passphrase.withUnsafeBytes { buffer in
                let text = buffer.assumingMemoryBound(to: CChar.self).baseAddress
                let count = Int32(buffer.count)
                return PEM_write_bio_PKCS8PrivateKey(bio, storage.pointer, EVP_aes_256_cbc(), text, count, nil, nil)
                    == 1
            }
        }
        guard let bytes else {
            OpenSSLErrors.clear()
            throw KeyError(.operationFailed)
        }
        return bytes
    }

    /// Signs `body`, the whole body as it will be sent, with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 8017 section 8.2).
    ///
    /// - Returns: The value of `X-PARTNER-SIGN`: standard Base64 in one line.
    /// - Throws: `KeyError` when OpenSSL has no memory.
    public func sign(_ body: [UInt8]) throws(KeyError) -> String {
        try sign(SHA256Digest(of: body))
    }

    /// Signs the body whose digest is given; the same result as with the body itself.
    ///
    /// - Returns: The value of `X-PARTNER-SIGN`: standard Base64 in one line.
    /// - Throws: `KeyError` when OpenSSL has no memory.
    public func sign(_ digest: SHA256Digest) throws(KeyError) -> String {
        Base64.encode(try signatureBytes(of: digest))
    }

    /// Applies the RSA private operation to `block`, which must be as long as the modulus and below it.
    ///
    /// It signs whatever it is given, so it is only for the vectors of signatures that must be refused.
    ///
    /// - Throws: `KeyError` when the block has another length or is not below the modulus.
    package func unsafeSignature(ofPaddedBlock block: [UInt8]) throws(KeyError) -> [UInt8] {
        var count = publicKey.signatureByteCount
        guard block.count == count, let contexts = ContextPool(.signBlock, key: storage) else {
            throw KeyError(.operationFailed)
        }
        var signature = [UInt8](repeating: 0, count: count)
        let status = contexts.withContext { EVP_PKEY_sign($0, &signature, &count, block, block.count) }
        guard status == 1, count == signature.count else {
            OpenSSLErrors.clear()
            throw KeyError(.operationFailed)
        }
        return signature
    }

    /// The signature before Base64: as many bytes as the modulus has.
    package func signatureBytes(of digest: SHA256Digest) throws(KeyError) -> [UInt8] {
        var count = publicKey.signatureByteCount
        var signature = [UInt8](repeating: 0, count: count)
        let status = contexts.withContext { context in
            EVP_PKEY_sign(context, &signature, &count, digest.bytes, digest.bytes.count)
        }
        guard status == 1, count == signature.count else {
            OpenSSLErrors.clear()
            throw KeyError(.operationFailed)
        }
        return signature
    }
}
