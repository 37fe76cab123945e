/// Why a message could not be read, sent or answered.
///
/// Holds no byte of a message: bodies and header values may hold personal data, and errors reach logs.
public struct HTTPError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The cause, as a value that a caller can compare.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// A stable name in snake case, such as `connection_refused`.
        public let identifier: String

        private init(_ identifier: String) {
            self.identifier = identifier
        }

        /// The stable name of the cause.
        public var description: String { identifier }

        /// The text is no http or https URL that the kit can call.
        public static let invalidURL = Code("invalid_url")
        /// The host has no address, or the resolver did not answer.
        public static let nameNotResolved = Code("name_not_resolved")
        /// Nothing listens at the address.
        public static let connectionRefused = Code("connection_refused")
        /// No route to the address.
        public static let unreachable = Code("unreachable")
        /// The deadline passed; the sentence says in which phase.
        public static let timeout = Code("timeout")
        /// The peer reset the connection.
        public static let connectionReset = Code("connection_reset")
        /// The peer closed the connection before the first byte of the answer.
        public static let connectionClosed = Code("connection_closed")
        /// The peer closed the connection inside a message.
        public static let truncatedMessage = Code("truncated_message")
        /// The client was closed while or before it was used.
        public static let clientClosed = Code("client_closed")
        /// Another socket holds the address that the server is told to bind.
        public static let addressInUse = Code("address_in_use")
        /// The address cannot be bound here.
        public static let addressNotAvailable = Code("address_not_available")
        /// A system call failed for a reason that has no code of its own.
        public static let systemCall = Code("system_call")

        /// The peers found no common protocol, or the other side does not speak TLS.
        public static let tlsHandshake = Code("tls_handshake")
        /// The peer's certificate is past its last day.
        public static let certificateExpired = Code("certificate_expired")
        /// The peer's certificate is before its first day.
        public static let certificateNotYetValid = Code("certificate_not_yet_valid")
        /// No trusted authority stands behind the peer's certificate.
        public static let certificateUntrusted = Code("certificate_untrusted")
        /// The peer's certificate is for other hosts.
        public static let certificateHostMismatch = Code("certificate_host_mismatch")
        /// The peer's certificate is refused for another reason.
        public static let certificateInvalid = Code("certificate_invalid")
        /// The other side speaks plain HTTP on a port that expects TLS.
        public static let plainHTTPOnTLS = Code("plain_http_on_tls")
        /// The connection broke inside an encrypted record.
        public static let tlsConnection = Code("tls_connection")
        /// A certificate or key file that was given cannot be used.
        public static let tlsConfiguration = Code("tls_configuration")

        /// The request line is not `method SP target SP version` (RFC 9112 section 3).
        public static let malformedRequestLine = Code("malformed_request_line")
        /// The status line is not `version SP status SP [reason]` (RFC 9112 section 4).
        public static let malformedStatusLine = Code("malformed_status_line")
        /// A field line breaks the grammar of RFC 9112 section 5.
        public static let malformedField = Code("malformed_field")
        /// A line of the head ends otherwise than by CR LF.
        public static let malformedLineEnd = Code("malformed_line_end")
        /// No Host, more than one, or one that is no host (RFC 9112 section 3.2).
        public static let invalidHost = Code("invalid_host")
        /// Content-Length is no plain decimal number, or stands more than once.
        public static let invalidLength = Code("invalid_length")
        /// Content-Length and Transfer-Encoding in one message (RFC 9112 section 6.1).
        public static let conflictingLengths = Code("conflicting_lengths")
        /// A transfer coding other than `chunked`.
        public static let unsupportedTransferEncoding = Code("unsupported_transfer_encoding")
        /// Transfer-Encoding in a place where it has no meaning, such as HTTP/1.0.
        public static let misplacedTransferEncoding = Code("misplaced_transfer_encoding")
        /// The chunked coding is broken (RFC 9112 section 7.1).
        public static let malformedChunk = Code("malformed_chunk")
        /// A major version other than HTTP/1.
        public static let unsupportedVersion = Code("unsupported_version")
        /// An expectation other than `100-continue`.
        public static let unsupportedExpectation = Code("unsupported_expectation")
        /// The request line is longer than the limit.
        public static let targetTooLong = Code("target_too_long")
        /// The head is larger than the limit, or has too many fields.
        public static let headTooLarge = Code("head_too_large")
        /// The body is larger than the limit.
        public static let bodyTooLarge = Code("body_too_large")
        /// The message to be sent cannot be written as HTTP/1.1.
        public static let invalidMessage = Code("invalid_message")
    }

    /// The cause.
    public var code: Code
    /// One English clause that says what happened, without bytes of the message.
    public var sentence: String
    /// Offset of the offending byte in the message, counted in bytes from 0; nil where there is no such byte.
    public var offset: Int?

    /// Creates an error.
    public init(_ code: Code, _ sentence: String, offset: Int? = nil) {
        self.code = code
        self.sentence = sentence
        self.offset = offset
    }

    /// The sentence, the code, and the offset where there is one.
    public var description: String {
        let place = offset.map { " at byte \($0)" } ?? ""
        return "\(sentence)\(place) [\(code.identifier)]"
    }

    /// The status that a server answers when a request breaks this rule (RFC 9112, RFC 6585), else 400.
    public var answerStatus: Int {
        switch code {
        case .bodyTooLarge: 413
        case .targetTooLong: 414
        case .headTooLarge: 431
        case .unsupportedTransferEncoding: 501
        case .unsupportedVersion: 505
        case .unsupportedExpectation: 417
        case .timeout: 408
        default: 400
        }
    }
}
