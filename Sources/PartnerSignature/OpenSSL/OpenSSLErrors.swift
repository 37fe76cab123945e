import COpenSSL

/// The error queue that OpenSSL keeps for the calling thread.
///
/// An entry left in it would be taken for the cause of the next failure on this thread, so it is emptied after
/// every call that may have failed. Its texts go nowhere: they name files, lines and at times pieces of input.
enum OpenSSLErrors {
    /// Empties the queue.
    static func clear() {
        ERR_clear_error()
    }

    /// Empties the queue and tells whether `predicate` holds for one of its entries.
    static func drain(lookingFor predicate: (_ library: Int32, _ reason: Int32) -> Bool) -> Bool {
        var isFound = false
        while true {
            let packed = ERR_get_error()
            guard packed != 0 else { return isFound }
            if predicate(ERR_GET_LIB(packed), ERR_GET_REASON(packed)) { isFound = true }
        }
    }
}
