import COpenSSL
import Synchronization

/// Ready-made operation contexts of one key.
///
/// Setting up an `EVP_PKEY_CTX` costs about as much as a verification with a small exponent, and a context serves
/// one caller at a time. So contexts are kept after use: the pool grows to the number of simultaneous callers.
final class ContextPool: Sendable {
    /// What the contexts of a pool are made for.
    enum Operation {
        case sign
        case verify
        /// The bare RSA public operation, which returns the padded block.
        case recover
        /// The bare RSA private operation over a padded block.
        case signBlock
    }

    // A pointer is in the pool or with one caller, never with two, so it may move between threads.
    private struct Context: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private static let maximumIdleCount = 64

    private let key: KeyStorage
    private let operation: Operation
    private let idle = Mutex<[Context]>([])

    /// Creates a pool and its first context, or nil when OpenSSL refuses the key for the operation.
    init?(_ operation: Operation, key: KeyStorage) {
        self.key = key
        self.operation = operation
        guard let first = Self.makeContext(operation, key: key) else { return nil }
        idle.withLock { $0.append(first) }
    }

    deinit {
        idle.withLock { contexts in
            for context in contexts { EVP_PKEY_CTX_free(context.pointer) }
            contexts.removeAll()
        }
    }

    /// Calls `body` with a context that nobody else uses meanwhile, or returns nil when OpenSSL has no memory for one.
    func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result? {
        guard let context = idle.withLock({ $0.popLast() }) ?? Self.makeContext(operation, key: key) else { return nil }
        defer { giveBack(context) }
        return body(context.pointer)
    }

    private func giveBack(_ context: Context) {
        let isKept = idle.withLock { contexts in
            guard contexts.count < Self.maximumIdleCount else { return false }
            contexts.append(context)
            return true
        }
        if !isKept { EVP_PKEY_CTX_free(context.pointer) }
    }

    private static func makeContext(_ operation: Operation, key: KeyStorage) -> Context? {
        guard let pointer = EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil) else { return nil }
        let isReady =
            switch operation {
            case .sign: EVP_PKEY_sign_init(pointer) == 1 && setScheme(of: pointer)
            case .verify: EVP_PKEY_verify_init(pointer) == 1 && setScheme(of: pointer)
            case .signBlock:
                EVP_PKEY_sign_init(pointer) == 1 && EVP_PKEY_CTX_set_rsa_padding(pointer, RSA_NO_PADDING) == 1
            case .recover:
                EVP_PKEY_verify_recover_init(pointer) == 1
                    && EVP_PKEY_CTX_set_rsa_padding(pointer, RSA_NO_PADDING) == 1
            }
        guard isReady else {
            EVP_PKEY_CTX_free(pointer)
            OpenSSLErrors.clear()
            return nil
        }
        return Context(pointer: pointer)
    }

    private static func setScheme(of context: OpaquePointer) -> Bool {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
            && EVP_PKEY_CTX_set_signature_md(context, SHA256Algorithm.shared.pointer) == 1
    }
}
