import COpenSSL

/// Reads keys through OpenSSL, each PEM block as what its label says.
enum KeyReading {
    /// Reads a private key: PKCS#8 (RFC 5958) or PKCS#1 (RFC 8017 appendix A.1.2), plain or encrypted.
    static func privateKey(
        in text: PEMText,
        block: PEMText.Block,
        passphrase: [UInt8]?
    ) throws(KeyError) -> KeyStorage {
        if let passphrase, passphrase.count > Passphrase.maximumByteCount {
            throw KeyError(.passphraseTooLong, line: block.line)
        }
        var answer = Passphrase(passphrase)
        let pointer = MemoryBIO.reading(text[block]) { bio in
            answer.answering { callback, argument in PEM_read_bio_PrivateKey(bio, nil, callback, argument) }
        }
        guard let pointer else {
            throw KeyError(reasonForNoPrivateKey(in: text[block], answer, passphrase), line: block.line)
        }
        let key = KeyStorage(takingOwnershipOf: pointer)
        OpenSSLErrors.clear()
        try KeyChecks.check(key, line: block.line)
        return key
    }

    /// Reads a public key: SubjectPublicKeyInfo (RFC 5280), PKCS#1 (RFC 8017 appendix A.1.1) or a certificate.
    ///
    /// Dates and signatures of a certificate are not looked at: it is only the carrier of the key.
    static func publicKey(in text: PEMText, block: PEMText.Block) throws(KeyError) -> KeyStorage {
        // None of these is ever encrypted, but a header in the block can make OpenSSL ask.
        var answer = Passphrase(nil)
        let pointer = MemoryBIO.reading(text[block]) { bio -> OpaquePointer? in
            answer.answering { callback, argument in
                guard block.kind == .certificate else {
                    return PEM_read_bio_PUBKEY(bio, nil, callback, argument)
                }
                guard let certificate = PEM_read_bio_X509_AUX(bio, nil, callback, argument) else { return nil }
                defer { X509_free(certificate) }
                return X509_get_pubkey(certificate)
            }
        }
        guard let pointer else {
            OpenSSLErrors.clear()
            let isOther = KeyAlgorithm.ofPublicKey(in: text[block], kind: block.kind) == .other
            throw KeyError(isOther ? .notRSA : .damaged, line: block.line)
        }
        let key = KeyStorage(takingOwnershipOf: pointer)
        OpenSSLErrors.clear()
        try KeyChecks.check(key, line: block.line)
        return key
    }

    /// Reads a key from the DER encoding of its SubjectPublicKeyInfo.
    static func publicKey(subjectPublicKeyInfo bytes: [UInt8]) -> KeyStorage? {
        let pointer = bytes.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_PUBKEY(nil, &cursor, buffer.count)
        }
        guard let pointer else {
            OpenSSLErrors.clear()
            return nil
        }
        return KeyStorage(takingOwnershipOf: pointer)
    }

    private static func reasonForNoPrivateKey(
        in block: ArraySlice<UInt8>,
        _ answer: Passphrase,
        _ passphrase: [UInt8]?
    ) -> KeyError.Code {
        let isUnsupported = OpenSSLErrors.drain { library, reason in
            library == ERR_LIB_EVP && reason == ERR_R_UNSUPPORTED
        }
        if answer.wasAsked, passphrase == nil { return .passphraseRequired }
        switch KeyAlgorithm.ofPrivateKey(in: block, passphrase: passphrase) {
        case .rsa: return .damaged
        case .other: return .notRSA
        case .unreadable:
            guard answer.wasAsked else { return .damaged }
            return isUnsupported ? .unsupportedEncryption : .wrongPassphrase
        }
    }
}
