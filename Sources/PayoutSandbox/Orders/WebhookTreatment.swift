public import HTTPWire

/// What is done to a webhook that is not sent as usual.
///
/// The parts combine: a late copy may also be signed by the wrong key and arrive in single bytes.
public struct WebhookTreatment: Hashable, Sendable {
    /// When it leaves.
    public enum Timing: Hashable, Sendable {
        /// When the bank has written it.
        case whenDue
        /// So much later.
        case delayed(Duration)
        /// Before the answer to the call that caused it, which waits for the first attempt.
        case beforeAnswer
        /// Behind the next webhook of its session, so that the two arrive in the wrong order.
        case behindNext
        /// Never, as if it had been lost on its way.
        case dropped
    }

    /// How often it is sent besides what the schedule asks for.
    public enum Copies: Hashable, Sendable {
        /// Once.
        case single
        /// So often in all, one behind the other.
        case inTurn(Int)
        /// So often in all, at the same time on connections of their own.
        case atOnce(Int)
        /// Once, and once more when the first `payment_finished` of its session was sent.
        case againAfterEnd
    }

    /// What stands in `X-PARTNER-SIGN`.
    public enum Signature: Hashable, Sendable {
        /// The signature of the body by the bank's key.
        case right
        /// Nothing: the header is left out.
        case absent
        /// The signature of the body by a key that is nobody's.
        case otherKey
        /// The signature by the key that was in use before the last ``Sandbox/rotateBankKey(of:to:)``.
        case previousKey
        /// This text.
        case value(String)
    }

    /// What stands in the body.
    public enum Body: Hashable, Sendable {
        /// What the bank has written.
        case asWritten
        /// The amount changed behind the signature, which still covers what the bank wrote.
        case tampered
        /// The same JSON with blanks and line ends.
        case whitespace
        /// The same JSON with `\u` escapes and `\/`.
        case escapes
        /// The same JSON with the members of each object in the opposite order.
        case reversedMembers
        /// Another `type`.
        case type(String)
        /// Members that no page of the bank names.
        case unknownMembers
        /// These bytes.
        case replaced([UInt8])
    }

    /// When it leaves.
    public var timing: Timing
    /// How often it is sent.
    public var copies: Copies
    /// What stands in `X-PARTNER-SIGN`.
    public var signature: Signature
    /// What stands in the body; but for ``Body/tampered`` the signature covers it.
    public var body: Body
    /// Whether the names of header fields are written in lower case.
    public var lowerCaseHeaders: Bool
    /// An unusual way of sending: chunked, in small steps, cut in the middle.
    public var wire: WireFault?
    /// How many attempts signature, body, header case and way of sending hold for; nil for all.
    public var attempts: Int?

    /// Creates a treatment; without arguments it changes nothing.
    public init(
        timing: Timing = .whenDue,
        copies: Copies = .single,
        signature: Signature = .right,
        body: Body = .asWritten,
        lowerCaseHeaders: Bool = false,
        wire: WireFault? = nil,
        attempts: Int? = 1
    ) {
        self.timing = timing
        self.copies = copies
        self.signature = signature
        self.body = body
        self.lowerCaseHeaders = lowerCaseHeaders
        self.wire = wire
        self.attempts = attempts
    }

    /// Nothing unusual.
    public static let none = WebhookTreatment()
}
