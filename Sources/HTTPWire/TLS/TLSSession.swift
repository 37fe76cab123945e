import COpenSSL

/// The TLS state of one connection.
final class TLSSession {
    private let session: OpaquePointer
    private let socket: SocketBIO.State
    /// After a fatal error OpenSSL allows no call but the one that frees the session.
    private var isBroken = false
    private var hasNotified = false

    /// Makes a session of a context over a socket, which stays with the caller.
    init(context: OpaquePointer, descriptor: Int32) throws(HTTPError) {
        OpenSSLErrors.clear()
        guard let session = SSL_new(context) else {
            throw OpenSSLErrors.configurationError("no TLS session could be made")
        }
        self.session = session
        socket = SocketBIO.State(descriptor: descriptor)
        guard let bio = SocketBIO.make(socket) else {
            // All stored properties have their values, so `deinit` frees the session.
            throw OpenSSLErrors.configurationError("no TLS session could be made")
        }
        SSL_set_bio(session, bio, bio)
    }

    deinit {
        SSL_free(session)
    }

    /// Whether decrypted bytes wait that no poll would tell.
    var hasBufferedInput: Bool { SSL_pending(session) > 0 }

    /// Plays the server; the handshake happens inside the first reads.
    func startAsServer() {
        SSL_set_accept_state(session)
    }

    /// Plays the client and asks for the host's certificate.
    func startAsClient(host: String) throws(HTTPError) {
        SSL_set_connect_state(session)
        OpenSSLErrors.clear()
        if Self.isAddress(host) {
            // Server Name Indication is for names only (RFC 6066 section 3).
            guard X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host) == 1 else {
                throw OpenSSLErrors.configurationError("the address cannot be checked")
            }
        } else {
            SSL_set_hostflags(session, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
            let isSet = host.withCString { name in
                SSL_set1_host(session, name) == 1
                    && SSL_ctrl(
                        session,
                        SSL_CTRL_SET_TLSEXT_HOSTNAME,
                        Int(TLSEXT_NAMETYPE_host_name),
                        UnsafeMutableRawPointer(mutating: name)
                    ) == 1
            }
            guard isSet else { throw OpenSSLErrors.configurationError("the host name cannot be checked") }
        }
    }

    /// Takes the client's handshake on until it ends or the socket has to be waited for.
    func handshake() -> TransportResult {
        OpenSSLErrors.clear()
        let code = SSL_connect(session)
        if code == 1 { return .bytes(0) }
        let result = result(of: code, during: "the TLS handshake")
        guard case .failed = result else { return result }
        let verdict = SSL_get_verify_result(session)
        return verdict == Int(X509_V_OK) ? result : .failed(Self.certificateError(verdict))
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> TransportResult {
        guard !isBroken else { return .endOfStream }
        OpenSSLErrors.clear()
        let count = SSL_read(session, buffer.baseAddress, Int32(clamping: buffer.count))
        return count > 0 ? .bytes(Int(count)) : result(of: count, during: "TLS input")
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> TransportResult {
        guard !isBroken else { return .endOfStream }
        guard !bytes.isEmpty else { return .bytes(0) }
        OpenSSLErrors.clear()
        let count = SSL_write(session, bytes.baseAddress, Int32(clamping: bytes.count))
        return count > 0 ? .bytes(Int(count)) : result(of: count, during: "TLS output")
    }

    /// Tells the peer that this is the end, so that it can tell a whole answer from one that was cut.
    func sendCloseNotify() {
        guard !isBroken, !hasNotified, SSL_is_init_finished(session) == 1 else { return }
        hasNotified = true
        OpenSSLErrors.clear()
        _ = SSL_shutdown(session)
        OpenSSLErrors.clear()
    }

    private func result(of code: Int32, during phase: String) -> TransportResult {
        switch SSL_get_error(session, code) {
        case SSL_ERROR_WANT_READ: return .wantsInput
        case SSL_ERROR_WANT_WRITE: return .wantsOutput
        case SSL_ERROR_ZERO_RETURN: return .endOfStream
        default: break
        }
        isBroken = true
        if socket.hasEnded {
            OpenSSLErrors.clear()
            return .failed(HTTPError(.connectionClosed, "the peer closed the connection in the middle of \(phase)"))
        }
        if socket.failure != 0 {
            OpenSSLErrors.clear()
            return .failed(.systemCall(phase, errno: socket.failure))
        }
        if ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST {
            OpenSSLErrors.clear()
            return .failed(HTTPError(.plainHTTPOnTLS, "plain HTTP was spoken where TLS is expected; use https"))
        }
        let isHandshake = SSL_is_init_finished(session) != 1
        return .failed(
            HTTPError(isHandshake ? .tlsHandshake : .tlsConnection, "\(phase) failed: \(OpenSSLErrors.takeReason())")
        )
    }

    private static func certificateError(_ verdict: Int) -> HTTPError {
        let text = X509_verify_cert_error_string(verdict).map { String(cString: $0) } ?? "no reason given"
        return switch Int32(truncatingIfNeeded: verdict) {
        case X509_V_ERR_CERT_HAS_EXPIRED: HTTPError(.certificateExpired, "the peer's certificate has expired")
        case X509_V_ERR_CERT_NOT_YET_VALID:
            HTTPError(.certificateNotYetValid, "the peer's certificate is not valid yet")
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            HTTPError(.certificateHostMismatch, "the peer's certificate is for other hosts")
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED:
            HTTPError(.certificateUntrusted, "no trusted authority stands behind the peer's certificate: \(text)")
        default: HTTPError(.certificateInvalid, "the peer's certificate is refused: \(text)")
        }
    }

    private static func isAddress(_ host: String) -> Bool {
        host.utf8.contains(ASCII.colon)
            || host.utf8.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.dot }
    }
}
