/// Where the kit listens for webhooks: an address of this machine and a port.
public struct WebhookAddress: Hashable, Sendable, CustomStringConvertible {
    /// A host name or address of this machine, such as "127.0.0.1" or "0.0.0.0".
    public var host: String
    /// The port; 0 takes any that is free.
    public var port: UInt16

    /// Creates an address; on loopback, at any free port, unless told otherwise.
    public init(host: String = "127.0.0.1", port: UInt16 = 0) {
        self.host = host
        self.port = port
    }

    /// Creates an address from `HOST:PORT`, or nil when `text` is none; an IPv6 address stands in brackets.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: port)
    }

    /// `HOST:PORT`.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
