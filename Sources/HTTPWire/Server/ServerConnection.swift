/// One connection of the server, owned by one event loop.
final class ServerConnection {
    /// What the connection is doing.
    enum Phase {
        /// Between requests, or inside one.
        case reading
        /// The reply to the request at hand is given later.
        case awaitingReply
        /// An answer waits for its delay or its pause to pass.
        case pausing
        /// An answer waits for the socket to take more.
        case writing
        /// The answer is out and the sending side closed; what still arrives is thrown away, as a reset by unread bytes
        /// could destroy the answer on its way (RFC 9112 section 9.6).
        case lingering
    }

    /// An answer on its way.
    struct Outgoing {
        var bytes: [UInt8]
        var offset = 0
        var stepSize: Int?
        var pause = Duration.zero
        var closes: Bool
        var resets = false
        var afterSending: (@Sendable () -> Void)?
    }

    /// How the answer that is given later is to be sent.
    struct Awaited {
        var closes: Bool
        var isHead: Bool
        var statesKeepAlive: Bool
    }

    let transport: Transport
    let key: UInt64
    var peer: HTTPPeer
    var reader: MessageReader
    var phase = Phase.reading
    var outgoing: Outgoing?
    var awaited: Awaited?
    var deadline: Deadline
    var interest = Poller.Interest.input
    /// Bytes thrown away while lingering.
    var discarded = 0
    /// The end of the time for the head or the body being read; nil between requests.
    var readDeadline: Deadline?
    var isReadingBody = false

    init(transport: Transport, key: UInt64, peer: HTTPPeer, limits: HTTPLimits, deadline: Deadline) {
        self.transport = transport
        self.key = key
        self.peer = peer
        self.deadline = deadline
        reader = MessageReader(.request, limits: limits)
    }

    /// Whether nothing is lost when the connection is closed now.
    var isIdle: Bool {
        if case .reading = phase { reader.isBetweenMessages } else { false }
    }
}
