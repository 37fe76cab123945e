import COpenSSL

/// The one owner of an `EVP_PKEY`.
///
/// OpenSSL clears the memory of a private key when it is freed.
// EVP_PKEY is reference counted and never changed after it is read, so threads may share it.
final class KeyStorage: @unchecked Sendable {
    let pointer: OpaquePointer

    init(takingOwnershipOf pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }
}
