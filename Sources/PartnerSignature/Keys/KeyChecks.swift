import COpenSSL

/// What a key must be before it signs or verifies anything.
enum KeyChecks {
    /// Below 2,048 bits RSA is no longer trusted; above 16,384 OpenSSL does not compute.
    static let bitCounts = 2048...16_384

    /// Checks the algorithm, the length of the modulus and the public exponent.
    static func check(_ key: KeyStorage, line: Int?) throws(KeyError) {
        guard EVP_PKEY_is_a(key.pointer, "RSA") == 1 else {
            let isPSS = EVP_PKEY_is_a(key.pointer, "RSA-PSS") == 1
            throw KeyError(isPSS ? .onlyForPSS : .notRSA, line: line)
        }
        let bitCount = bitCount(of: key)
        guard bitCount >= bitCounts.lowerBound else { throw KeyError(.tooShort, line: line) }
        guard bitCount <= bitCounts.upperBound else { throw KeyError(.tooLong, line: line) }
        guard let exponent = Number(OSSL_PKEY_PARAM_RSA_E, of: key),
            let modulus = Number(OSSL_PKEY_PARAM_RSA_N, of: key)
        else { throw KeyError(.damaged, line: line) }
        guard exponent.isOdd, exponent.bitCount > 1 else { throw KeyError(.weakExponent, line: line) }
        guard exponent.bitCount <= 64 else { throw KeyError(.exponentTooLarge, line: line) }
        // The product of two odd primes is odd.
        guard modulus.isOdd else { throw KeyError(.inconsistent, line: line) }
    }

    /// The length of the modulus in bits.
    static func bitCount(of key: KeyStorage) -> Int {
        Int(EVP_PKEY_get_bits(key.pointer))
    }

    /// One of the two public numbers of a key.
    private struct Number: ~Copyable {
        private let pointer: OpaquePointer

        init?(_ name: String, of key: KeyStorage) {
            var pointer: OpaquePointer?
            guard EVP_PKEY_get_bn_param(key.pointer, name, &pointer) == 1, let pointer else {
                OpenSSLErrors.clear()
                return nil
            }
            self.pointer = pointer
        }

        deinit {
            BN_free(pointer)
        }

        var isOdd: Bool { BN_is_odd(pointer) == 1 }
        var bitCount: Int { Int(BN_num_bits(pointer)) }
    }
}
