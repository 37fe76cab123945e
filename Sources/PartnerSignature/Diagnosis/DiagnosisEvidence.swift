/// What is known beside body, header value and key, and can help to explain a signature.
///
/// The search takes the first eight keys, bodies and header values of each kind, and of a request what is no longer than
/// 4 KiB.
public struct DiagnosisEvidence: Sendable {
    /// A key that may have been used instead of the right one.
    public struct NamedKey: Sendable {
        /// What the key is called in the explanation, such as a file name.
        public let name: String
        /// The public half.
        public let key: PublicKey

        /// Names a key.
        public init(name: String, key: PublicKey) {
            self.name = name
            self.key = key
        }
    }

    /// The request around the body, as far as it is known.
    public struct Request: Sendable {
        /// The method, such as `POST`.
        public var method: String
        /// The target, such as `/api/v1/session/create`.
        public var target: String
        /// The header fields in their order, with their values as received.
        public var headers: [(name: String, value: String)]

        /// Describes a request.
        public init(method: String = "POST", target: String, headers: [(name: String, value: String)] = []) {
            self.method = method
            self.target = target
            self.headers = headers
        }
    }

    /// Keys that may have been used by mistake: the other side's, older ones, test keys.
    public var otherKeys: [NamedKey]

    /// Bodies of other messages, whose signature may have been sent with this one.
    public var otherBodies: [(name: String, bytes: [UInt8])]

    /// The request around the body.
    public var request: Request?

    /// Collects what is known.
    public init(
        otherKeys: [NamedKey] = [],
        otherBodies: [(name: String, bytes: [UInt8])] = [],
        request: Request? = nil
    ) {
        self.otherKeys = otherKeys
        self.otherBodies = otherBodies
        self.request = request
    }
}
