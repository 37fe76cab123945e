import COpenSSL

/// Settings that connections share: TLS 1.2 or 1.3, and OpenSSL's own choice of ciphers.
// OpenSSL counts the references to a context under its own lock, and nothing changes it after `init`.
class TLSContext: @unchecked Sendable {
    let pointer: OpaquePointer

    fileprivate init(_ method: OpaquePointer?) throws(HTTPError) {
        OpenSSLErrors.clear()
        guard let pointer = SSL_CTX_new(method) else {
            throw OpenSSLErrors.configurationError("TLS is not available")
        }
        self.pointer = pointer
        SSL_CTX_ctrl(pointer, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        // The bytes to be sent may have moved when a call is repeated, and a part of them may go.
        SSL_CTX_ctrl(
            pointer,
            SSL_CTRL_MODE,
            Int(SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS),
            nil
        )
        // SSL_OP_NO_RENEGOTIATION, a macro that is not imported: renegotiation costs a server far more than its client.
        SSL_CTX_set_options(pointer, 1 << 30)
    }

    deinit {
        SSL_CTX_free(pointer)
    }
}

/// Whom a client trusts.
final class TLSClientContext: TLSContext, @unchecked Sendable {
    init(trust: HTTPClientConfiguration.Trust) throws(HTTPError) {
        try super.init(TLS_client_method())
        SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        switch trust {
        case .system:
            guard SSL_CTX_set_default_verify_paths(pointer) == 1 else {
                throw OpenSSLErrors.configurationError("the system's trusted authorities cannot be read")
            }
        case .certificateFile(let path):
            guard SSL_CTX_load_verify_locations(pointer, path, nil) == 1 else {
                throw OpenSSLErrors.configurationError("the file of trusted certificates cannot be read")
            }
            // A server's own certificate in the file is trusted as it is, without the authority that made it.
            X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(pointer), UInt(X509_V_FLAG_PARTIAL_CHAIN))
        }
    }

    /// Takes the descriptor over, and returns when the handshake has ended.
    func connect(_ descriptor: Int32, host: String, deadline: Deadline) throws(HTTPError) -> Transport {
        let session: TLSSession
        do throws(HTTPError) {
            session = try TLSSession(context: pointer, descriptor: descriptor)
        } catch {
            SocketCalls.closeWithReset(descriptor)
            throw error
        }
        let transport = Transport(takingOwnershipOf: descriptor, tls: session)
        try session.startAsClient(host: host)
        while true {
            switch session.handshake() {
            case .bytes: return transport
            case .wantsInput: try Self.wait(descriptor, SocketEvent.input, deadline)
            case .wantsOutput: try Self.wait(descriptor, SocketEvent.output, deadline)
            case .endOfStream: throw HTTPError(.tlsHandshake, "the peer ended the TLS handshake")
            case .failed(let error): throw error
            }
        }
    }

    private static func wait(_ descriptor: Int32, _ event: Int32, _ deadline: Deadline) throws(HTTPError) {
        guard try SocketCalls.wait(descriptor, for: event, until: deadline) else {
            throw HTTPError(.timeout, "the TLS handshake did not end in time")
        }
    }
}

/// What a server shows of itself.
final class TLSServerContext: TLSContext, @unchecked Sendable {
    init(identity: TLSIdentity) throws(HTTPError) {
        try super.init(TLS_server_method())
        try identity.install(in: pointer)
    }

    /// Takes the descriptor over; the handshake happens inside the first reads.
    func accept(_ descriptor: Int32) throws(HTTPError) -> Transport {
        let session: TLSSession
        do throws(HTTPError) {
            session = try TLSSession(context: pointer, descriptor: descriptor)
        } catch {
            SocketCalls.closeWithReset(descriptor)
            throw error
        }
        session.startAsServer()
        return Transport(takingOwnershipOf: descriptor, tls: session)
    }
}
