import COpenSSL

/// An RSA public key that verifies signatures of bodies.
///
/// It is read and checked once; verifying with it is safe from any number of threads at the same time. Two keys are
/// equal when their modulus and exponent are.
public struct PublicKey: Hashable, Sendable, CustomStringConvertible {
    /// The length of the modulus in bits.
    public let bitCount: Int

    /// The SHA-256 digest of the DER encoding of the SubjectPublicKeyInfo, as 64 lower-case hexadecimal digits.
    ///
    /// The same as `openssl pkey -pubin -in public.pem -outform DER | openssl dgst -sha256`.
    public let fingerprint: String

    private let storage: KeyStorage
    private let verifying: ContextPool
    private let recovering: ContextPool

    /// Reads a public key from PEM text: SubjectPublicKeyInfo, PKCS#1, or a certificate that carries one.
    ///
    /// Text around the PEM block is passed over. A certificate counts only when there is no public key beside it; its
    /// dates and issuer are not checked. Two public keys in one text are refused, since choosing would be a guess,
    /// and so is any text with a private key.
    ///
    /// - Parameter pem: The bytes of the file, at most 1 MiB.
    /// - Throws: `KeyError` when it is no RSA public key of 2,048 to 16,384 bits with an odd exponent above 1.
    public init(pem: [UInt8]) throws(KeyError) {
        let text = try PEMText(pem)
        let block = try text.publicKeyBlock()
        try self.init(KeyReading.publicKey(in: text, block: block))
    }

    /// Takes the public numbers out of a private key, so that nothing done with this value can reach the others.
    init(publicHalfOf privateKey: KeyStorage) throws(KeyError) {
        guard let encoded = Self.subjectPublicKeyInfo(of: privateKey),
            let storage = KeyReading.publicKey(subjectPublicKeyInfo: encoded)
        else { throw KeyError(.operationFailed) }
        try self.init(storage)
    }

    private init(_ storage: KeyStorage) throws(KeyError) {
        guard let verifying = ContextPool(.verify, key: storage), let recovering = ContextPool(.recover, key: storage),
            let encoded = Self.subjectPublicKeyInfo(of: storage)
        else { throw KeyError(.operationFailed) }
        self.storage = storage
        self.verifying = verifying
        self.recovering = recovering
        bitCount = KeyChecks.bitCount(of: storage)
        fingerprint = SHA256Digest(of: encoded).hexadecimal
    }

    /// The length of a signature in bytes before Base64.
    public var signatureByteCount: Int {
        (bitCount + 7) / 8
    }

    /// The length and the fingerprint.
    public var description: String {
        "RSA public key, \(bitCount) bits, fingerprint \(fingerprint)"
    }

    /// Two keys are equal when their fingerprints are.
    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.fingerprint == right.fingerprint
    }

    /// Hashes the fingerprint.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(fingerprint)
    }

    /// The modulus, as long as a signature.
    ///
    /// - Throws: `KeyError` when OpenSSL has no memory.
    package func modulus() throws(KeyError) -> [UInt8] {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(storage.pointer, OSSL_PKEY_PARAM_RSA_N, &number) == 1, let number else {
            OpenSSLErrors.clear()
            throw KeyError(.operationFailed)
        }
        defer { BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: signatureByteCount)
        guard BN_bn2binpad(number, &bytes, Int32(bytes.count)) == Int32(bytes.count) else {
            throw KeyError(.operationFailed)
        }
        return bytes
    }

    /// The key as SubjectPublicKeyInfo PEM (RFC 7468 section 13): the form that the bank and OpenSSL take.
    ///
    /// - Throws: `KeyError` when OpenSSL has no memory.
    public func pem() throws(KeyError) -> [UInt8] {
        guard let bytes = MemoryBIO.writing({ PEM_write_bio_PUBKEY($0, storage.pointer) == 1 }) else {
            OpenSSLErrors.clear()
            throw KeyError(.operationFailed)
        }
        return bytes
    }

    /// Verifies the value of an `X-PARTNER-SIGN` header over `body`, the body exactly as it was received.
    ///
    /// - Returns: The verdict, with the fault when it is no valid signature.
    public func verify(_ headerValue: String, over body: [UInt8]) -> SignatureVerdict {
        verify(headerValue, over: SHA256Digest(of: body))
    }

    /// Verifies the value of an `X-PARTNER-SIGN` header over the body whose digest is given.
    ///
    /// - Returns: The verdict, with the fault when it is no valid signature.
    public func verify(_ headerValue: String, over digest: SHA256Digest) -> SignatureVerdict {
        let signature: [UInt8]
        do {
            signature = try SignatureText.decode(headerValue, byteCount: signatureByteCount)
        } catch {
            let lenient = SignatureText.decodeLeniently(headerValue, byteCount: signatureByteCount)
            return .invalid(error.passingLenientDecoding(lenient.map { isRight($0, over: digest) == true } ?? false))
        }
        switch isRight(signature, over: digest) {
        case true?: return .valid
        case false?: return .invalid(SignatureFault(.mismatch, recovered: recover(signature)))
        case nil: return .invalid(SignatureFault(.notComputed))
        }
    }

    /// Whether `signature`, which is as long as the modulus, is right; nil when OpenSSL has no memory.
    private func isRight(_ signature: [UInt8], over digest: SHA256Digest) -> Bool? {
        let status = verifying.withContext { context in
            EVP_PKEY_verify(context, signature, signature.count, digest.bytes, digest.bytes.count)
        }
        if status == 1 { return true }
        OpenSSLErrors.clear()
        return status == nil ? nil : false
    }

    /// Undoes the RSA operation of `signature` and returns the block that was padded before it.
    ///
    /// The result is nil when the signature has another length than the modulus or is not below it (RFC 8017
    /// section 5.2.2).
    public func recover(_ signature: [UInt8]) -> RecoveredBlock? {
        guard signature.count == signatureByteCount else { return nil }
        var count = signature.count
        var block = [UInt8](repeating: 0, count: count)
        let status = recovering.withContext { context in
            EVP_PKEY_verify_recover(context, &block, &count, signature, signature.count)
        }
        guard status == 1, count == block.count else {
            OpenSSLErrors.clear()
            return nil
        }
        return RecoveredBlock(bytes: block)
    }

    private static func subjectPublicKeyInfo(of key: KeyStorage) -> [UInt8]? {
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_PUBKEY(key.pointer, &start)
        guard count > 0, let start else {
            OpenSSLErrors.clear()
            return nil
        }
        defer { CRYPTO_free(start, #fileID, Int32(#line)) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
