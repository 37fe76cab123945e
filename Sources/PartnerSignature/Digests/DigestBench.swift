import COpenSSL

/// Computes many digests one after another, without a new context for each.
///
/// One caller uses it at a time.
final class DigestBench {
    private let context: OpaquePointer
    private var algorithm: DigestAlgorithm?

    init() {
        guard let context = EVP_MD_CTX_new() else { fatalError("OpenSSL has no memory for a digest") }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Computes the digest of `first` and `second`, one after the other; nil when OpenSSL does not offer the algorithm.
    func digest(_ algorithm: DigestAlgorithm, of first: [UInt8], _ second: [UInt8] = []) -> [UInt8]? {
        // Without an algorithm the context starts again with the one that it has.
        if self.algorithm == algorithm {
            guard EVP_DigestInit_ex2(context, nil, nil) == 1 else { return nil }
        } else {
            self.algorithm = nil
            guard let pointer = algorithm.pointer, EVP_DigestInit_ex2(context, pointer, nil) == 1 else { return nil }
            self.algorithm = algorithm
        }
        _ = EVP_DigestUpdate(context, first, first.count)
        if !second.isEmpty { _ = EVP_DigestUpdate(context, second, second.count) }
        return [UInt8](unsafeUninitializedCapacity: algorithm.byteCount) { buffer, count in
            count = EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1 ? algorithm.byteCount : 0
        }
    }
}
