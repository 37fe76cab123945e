/// What a client trusts, how long it waits, and how much it takes.
public struct HTTPClientConfiguration: Sendable {
    /// Whose certificates are accepted.
    public enum Trust: Hashable, Sendable {
        /// The authorities that the system trusts.
        case system
        /// The authorities or certificates in a PEM file, and no others.
        case certificateFile(String)
    }

    /// Time for one address to take the connection and, under TLS, to end the handshake.
    public var connectTimeout: Duration
    /// Time for the whole exchange, from the call to the last byte of the answer.
    public var timeout: Duration
    /// Bounds of one answer.
    public var limits: HTTPLimits
    /// Whose certificates are accepted under https; the host name is always checked as well.
    public var trust: Trust
    /// Most idle connections kept for one origin; 0 keeps none.
    public var maximumIdleConnections: Int
    /// Time after which an idle connection is not used again.
    ///
    /// It is shorter than what servers usually allow (5 s with Node), as a server that closes while a request is on its way
    /// leaves open whether it acted.
    public var idleTimeout: Duration
    /// Value of User-Agent; nil sends none.
    public var userAgent: String?

    /// Most bytes of a body that are taken, after the chunked coding was taken off.
    public var maximumBodySize: Int {
        get { limits.maximumBodySize }
        set { limits.maximumBodySize = newValue }
    }

    /// Creates a configuration; each argument is explained at its property.
    public init(
        connectTimeout: Duration = .seconds(10),
        timeout: Duration = .seconds(30),
        limits: HTTPLimits = HTTPLimits(),
        trust: Trust = .system,
        maximumIdleConnections: Int = 64,
        idleTimeout: Duration = .seconds(4),
        userAgent: String? = "payoutkit"
    ) {
        self.connectTimeout = connectTimeout
        self.timeout = timeout
        self.limits = limits
        self.trust = trust
        self.maximumIdleConnections = maximumIdleConnections
        self.idleTimeout = idleTimeout
        self.userAgent = userAgent
    }
}
