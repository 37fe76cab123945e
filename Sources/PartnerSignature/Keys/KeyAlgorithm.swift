import COpenSSL

/// What the structure around a key says about its algorithm, for keys that OpenSSL could not read.
///
/// It tells a key of an algorithm that OpenSSL does not know, such as GOST, from a damaged RSA key, and a passphrase
/// that is right from one that is wrong.
enum KeyAlgorithm {
    case rsa
    case other
    /// There is no such structure, or it is encrypted and the passphrase does not open it.
    case unreadable

    /// Reads the algorithm identifier of a PKCS#8 private key (RFC 5958 section 2).
    static func ofPrivateKey(in block: ArraySlice<UInt8>, passphrase: [UInt8]?) -> KeyAlgorithm {
        defer { OpenSSLErrors.clear() }
        var answer = Passphrase(nil)
        let plain = MemoryBIO.reading(block) { bio in
            answer.answering { PEM_read_bio_PKCS8_PRIV_KEY_INFO(bio, nil, $0, $1) }
        }
        guard let key = plain ?? decrypted(block, passphrase: passphrase) else { return .unreadable }
        defer { PKCS8_PRIV_KEY_INFO_free(key) }
        var identifier: OpaquePointer?
        guard PKCS8_pkey_get0(&identifier, nil, nil, nil, key) == 1 else { return .unreadable }
        return algorithm(identifier)
    }

    /// Reads the algorithm identifier of a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) or a certificate.
    static func ofPublicKey(in block: ArraySlice<UInt8>, kind: PEMText.Kind) -> KeyAlgorithm {
        defer { OpenSSLErrors.clear() }
        var answer = Passphrase(nil)
        let found = MemoryBIO.reading(block) { bio -> KeyAlgorithm? in
            answer.answering { callback, argument in
                if kind == .certificate {
                    guard let certificate = PEM_read_bio_X509_AUX(bio, nil, callback, argument) else { return nil }
                    defer { X509_free(certificate) }
                    return ofPublicKey(X509_get_X509_PUBKEY(certificate))
                }
                guard let key = PEM_read_bio_X509_PUBKEY(bio, nil, callback, argument) else { return nil }
                defer { X509_PUBKEY_free(key) }
                return ofPublicKey(key)
            }
        }
        return found ?? .unreadable
    }

    private static func ofPublicKey(_ key: OpaquePointer?) -> KeyAlgorithm {
        var identifier: OpaquePointer?
        guard let key, X509_PUBKEY_get0_param(&identifier, nil, nil, nil, key) == 1 else { return .unreadable }
        return algorithm(identifier)
    }

    private static func decrypted(_ block: ArraySlice<UInt8>, passphrase: [UInt8]?) -> OpaquePointer? {
        guard let passphrase, let count = Int32(exactly: passphrase.count) else { return nil }
        var answer = Passphrase(nil)
        return MemoryBIO.reading(block) { bio -> OpaquePointer? in
            answer.answering { callback, argument -> OpaquePointer? in
                guard let encrypted = PEM_read_bio_PKCS8(bio, nil, callback, argument) else { return nil }
                defer { X509_SIG_free(encrypted) }
                return passphrase.withUnsafeBytes { buffer in
                    PKCS8_decrypt(encrypted, buffer.assumingMemoryBound(to: CChar.self).baseAddress, count)
                }
            }
        }
    }

    private static func algorithm(_ identifier: OpaquePointer?) -> KeyAlgorithm {
        guard let identifier else { return .unreadable }
        return OBJ_obj2nid(identifier) == NID_rsaEncryption ? .rsa : .other
    }
}
