import COpenSSL

/// A SHA-256 digest that is being computed over a body of any size.
public struct SHA256Stream: ~Copyable {
    private let context: OpaquePointer

    /// Starts a digest.
    public init() {
        guard let context = EVP_MD_CTX_new() else { fatalError("OpenSSL has no memory for a digest") }
        self.context = context
        // Fails only when there is no memory.
        guard EVP_DigestInit_ex2(context, SHA256Algorithm.shared.pointer, nil) == 1 else {
            fatalError("OpenSSL has no memory for a digest")
        }
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds the next bytes; any number of them, none included.
    public mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    /// Adds the next bytes; any number of them, none included.
    public mutating func update(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBytes { buffer in
            guard buffer.count > 0 else { return }
            _ = EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
        }
    }

    /// Ends the digest and returns it.
    public consuming func finish() -> SHA256Digest {
        var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
        guard EVP_DigestFinal_ex(context, &bytes, nil) == 1 else { fatalError("OpenSSL could not end a digest") }
        return SHA256Digest(bytes)
    }
}
