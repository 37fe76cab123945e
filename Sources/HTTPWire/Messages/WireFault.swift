/// An unusual or broken way of sending a message, on purpose.
///
/// The parts combine: a delayed answer may also be cut, sent in small steps, and end by a reset. The message is built
/// as usual first; a fault changes how it travels.
public struct WireFault: Hashable, Sendable {
    /// How the connection goes on behind the message.
    public enum Ending: Hashable, Sendable {
        /// As the protocol says: kept alive or closed.
        case orderly
        /// Closed at once.
        case close
        /// Closed by a TCP reset, so that the peer may lose even what was sent.
        case reset
    }

    /// Time to wait before the first byte.
    public var delay: Duration?
    /// What is sent in place of the message; empty sends nothing.
    public var replacement: [UInt8]?
    /// The Content-Length that the head states, whatever the body has.
    public var declaredLength: Int?
    /// The number of body bytes that are sent before the ending; the head still states the whole length.
    public var keptBodySize: Int?
    /// Size of the chunks, when the body is sent in the chunked coding without need.
    public var chunkSize: Int?
    /// Size of the steps in which the bytes are sent.
    public var stepSize: Int?
    /// Time between two steps.
    public var pause: Duration
    /// What happens behind the last byte.
    public var ending: Ending

    /// Creates a fault of any combination; without arguments it changes nothing.
    public init(
        delay: Duration? = nil,
        replacement: [UInt8]? = nil,
        declaredLength: Int? = nil,
        keptBodySize: Int? = nil,
        chunkSize: Int? = nil,
        stepSize: Int? = nil,
        pause: Duration = .zero,
        ending: Ending = .orderly
    ) {
        self.delay = delay
        self.replacement = replacement
        self.declaredLength = declaredLength
        self.keptBodySize = keptBodySize
        self.chunkSize = chunkSize
        self.stepSize = stepSize
        self.pause = pause
        self.ending = ending
    }

    /// Waits before the first byte.
    public static func delay(_ duration: Duration) -> WireFault {
        WireFault(delay: duration)
    }

    /// Closes the connection in place of sending the message.
    public static let dropConnection = WireFault(replacement: [], ending: .close)

    /// Resets the connection in place of sending the message.
    public static let resetConnection = WireFault(replacement: [], ending: .reset)

    /// Sends the whole head and the first bytes of the body, then closes.
    public static func truncateBody(keep count: Int) -> WireFault {
        WireFault(keptBodySize: max(0, count), ending: .close)
    }

    /// States another Content-Length than the body has, and closes behind the body.
    public static func wrongContentLength(_ length: Int) -> WireFault {
        WireFault(declaredLength: length, ending: .close)
    }

    /// Sends the bytes in place of the message, then closes.
    public static func garbage(_ bytes: [UInt8]) -> WireFault {
        WireFault(replacement: bytes, ending: .close)
    }

    /// Sends the message whole, in small steps with pauses.
    public static func drip(_ stepSize: Int, every pause: Duration) -> WireFault {
        WireFault(stepSize: max(1, stepSize), pause: pause)
    }

    /// Sends the body in chunks of this size.
    public static func chunked(_ size: Int) -> WireFault {
        WireFault(chunkSize: max(1, size))
    }

    /// The same fault behind a delay.
    public func delayed(by duration: Duration) -> WireFault {
        var fault = self
        fault.delay = duration
        return fault
    }
}
