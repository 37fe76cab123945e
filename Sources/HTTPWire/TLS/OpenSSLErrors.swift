import COpenSSL

/// OpenSSL's queue of errors, which belongs to the calling thread.
enum OpenSSLErrors {
    /// Empties the queue; what an earlier call left there would else be taken for the next one's fault.
    static func clear() {
        ERR_clear_error()
    }

    /// Empties the queue and returns the text of its first entry, which is the nearest to the cause.
    static func takeReason() -> String {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0, let text = ERR_reason_error_string(code) else { return "no reason given" }
        return String(cString: text)
    }

    static func configurationError(_ sentence: String) -> HTTPError {
        HTTPError(.tlsConfiguration, "\(sentence): \(takeReason())")
    }
}
