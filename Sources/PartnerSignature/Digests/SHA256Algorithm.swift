import COpenSSL

/// OpenSSL's SHA-256, looked up once: the lookup by name takes longer than the digest of a request.
// An EVP_MD is never changed after it is fetched, and this one is never freed, so threads may share it.
struct SHA256Algorithm: @unchecked Sendable {
    static let shared = SHA256Algorithm()

    let pointer: OpaquePointer

    private init() {
        guard let pointer = EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256() else {
            fatalError("OpenSSL offers no SHA-256; check the providers in its configuration file")
        }
        self.pointer = pointer
    }
}
