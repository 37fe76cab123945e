/// Where a server listens, and what it bears.
public struct HTTPServerConfiguration: Sendable {
    /// Name or address to bind; `127.0.0.1` takes calls from this machine only.
    public var host: String
    /// Port to bind; 0 lets the system choose a free one.
    public var port: UInt16
    /// Bounds of one request.
    public var limits: HTTPLimits
    /// Time from the first byte of a head to its end, and from the connection to the first byte.
    public var headTimeout: Duration
    /// Time from the end of a head to the end of its body.
    public var bodyTimeout: Duration
    /// Time without a request on a connection that has had one.
    public var idleTimeout: Duration
    /// Time from the first byte of an answer to its last, without the delays that a fault asks for.
    public var writeTimeout: Duration
    /// Most connections at once.
    ///
    /// Above that the longest idle one makes room; if none is idle, the answer is 503.
    public var maximumConnections: Int
    /// Number of event-loop threads.
    public var threadCount: Int
    /// Whether answers without a Date field get one by the wall clock, as RFC 9110 section 6.6.1 asks for.
    public var addsDate: Bool
    /// The certificate and key under which it speaks TLS 1.2 or 1.3; nil for plain HTTP.
    public var tls: TLSIdentity?
    /// Uses `poll` where the platform has something faster, so that tests reach that path.
    package var usesPortablePolling = false

    /// Creates a configuration; each argument is explained at its property.
    public init(
        host: String = "127.0.0.1",
        port: UInt16 = 0,
        limits: HTTPLimits = HTTPLimits(),
        headTimeout: Duration = .seconds(10),
        bodyTimeout: Duration = .seconds(30),
        idleTimeout: Duration = .seconds(60),
        writeTimeout: Duration = .seconds(30),
        maximumConnections: Int = 1_024,
        threadCount: Int = 2,
        addsDate: Bool = true,
        tls: TLSIdentity? = nil
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        self.headTimeout = headTimeout
        self.bodyTimeout = bodyTimeout
        self.idleTimeout = idleTimeout
        self.writeTimeout = writeTimeout
        self.maximumConnections = maximumConnections
        self.threadCount = threadCount
        self.addsDate = addsDate
        self.tls = tls
    }
}
