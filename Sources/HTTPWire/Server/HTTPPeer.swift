/// Who sent a request, and on which connection.
public struct HTTPPeer: Hashable, Sendable {
    /// The address in digits, such as `127.0.0.1` or `::1`.
    public var address: String
    /// The peer's port.
    public var port: UInt16
    /// Number of the connection, from 1 in the order in which the server took them.
    public var connection: UInt64
    /// Number of the request on its connection, from 1.
    public var request: Int
    /// Whether the connection runs under TLS.
    public var isEncrypted: Bool

    /// Creates a peer, for calling a handler without a server.
    public init(
        address: String = "127.0.0.1",
        port: UInt16 = 0,
        connection: UInt64 = 1,
        request: Int = 1,
        isEncrypted: Bool = false
    ) {
        self.address = address
        self.port = port
        self.connection = connection
        self.request = request
        self.isEncrypted = isEncrypted
    }

    /// Whether the peer runs on this machine.
    public var isLoopback: Bool {
        address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }
}
