import COpenSSL

/// Input and output of OpenSSL that stay in memory.
enum MemoryBIO {
    /// Calls `body` with a stream that reads `bytes` in place; nothing is copied.
    ///
    /// The result is nil when OpenSSL has no memory, or when `body` returns nil.
    static func reading<Result>(_ bytes: ArraySlice<UInt8>, _ body: (OpaquePointer) -> Result?) -> Result? {
        guard let count = Int32(exactly: bytes.count) else { return nil }
        return bytes.withUnsafeBytes { buffer in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, count) else { return nil }
            defer { BIO_free(bio) }
            return body(bio)
        }
    }

    /// Returns what `body` wrote, or nil when it returned false.
    ///
    /// OpenSSL clears its own copy.
    static func writing(_ body: (OpaquePointer) -> Bool) -> [UInt8]? {
        guard let bio = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(bio) }
        guard body(bio) else { return nil }
        var memory: UnsafeMutablePointer<BUF_MEM>?
        guard BIO_ctrl(bio, BIO_C_GET_BUF_MEM_PTR, 0, &memory) > 0, let memory, let data = memory.pointee.data else {
            return nil
        }
        return Array(UnsafeRawBufferPointer(start: data, count: memory.pointee.length))
    }
}
