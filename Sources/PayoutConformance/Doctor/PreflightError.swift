/// A configuration that makes every verdict worthless; found before the first case runs.
public struct PreflightError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of configuration is wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the code, such as "unreachable".
        public let description: String

        /// Nothing answers at the address.
        public static let unreachable = Code(description: "unreachable")
        /// The connection can't be made secure: the certificate, or the handshake.
        public static let tls = Code(description: "tls")
        /// The clocks of both sides are too far apart.
        public static let clock = Code(description: "clock")
        /// One key stands where another belongs.
        public static let keysMixedUp = Code(description: "keys_mixed_up")
        /// Something answers that is no payout API.
        public static let notThePayoutAPI = Code(description: "not_the_payout_api")
        /// The bank refuses the signature of a right request: the keys don't belong together.
        public static let keyRefused = Code(description: "key_refused")
        /// The bank doesn't know the project.
        public static let projectUnknown = Code(description: "project_unknown")
        /// The project has no right to call the payout API.
        public static let notAuthorized = Code(description: "not_authorized")
        /// The address for webhooks can't be listened on.
        public static let webhookListener = Code(description: "webhook_listener")
        /// The embedded sandbox doesn't start.
        public static let sandbox = Code(description: "sandbox")
        /// The adapter's program does not start, or does not speak the protocol.
        public static let adapter = Code(description: "adapter")
        /// The contract's own data can't be read.
        public static let contract = Code(description: "contract")
    }

    /// What is wrong.
    public var code: Code
    /// One sentence with the place; no key material.
    public var sentence: String
    /// What to do about it.
    public var fix: String

    /// Creates an error.
    public init(code: Code, sentence: String, fix: String) {
        self.code = code
        self.sentence = sentence
        self.fix = fix
    }

    /// The sentence and the fix.
    public var description: String { "\(sentence) \(fix)" }
}
