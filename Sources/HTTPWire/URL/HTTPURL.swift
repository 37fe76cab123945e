/// An http or https URL, parsed once; path and query stay as they were written.
public struct HTTPURL: Hashable, Sendable, CustomStringConvertible {
    /// The two schemes that can be called.
    public enum Scheme: String, Hashable, Sendable {
        /// Plain HTTP, port 80.
        case http
        /// HTTP over TLS, port 443.
        case https

        /// The port that a URL without one means.
        public var defaultPort: UInt16 {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    /// Scheme, host and port: what a connection can be shared for.
    struct Origin: Hashable, Sendable {
        var scheme: Scheme
        var host: String
        var port: UInt16
    }

    /// The scheme.
    public let scheme: Scheme
    /// The host name or address in lower case, without the brackets of IPv6.
    public let host: String
    /// The port, that of the scheme when the text names none.
    public let port: UInt16
    /// Path and query as written, for the request line; at least `/`.
    public let target: String

    /// Parses an absolute URL.
    ///
    /// User information is refused, as it would put a password into logs; a fragment is refused, as it is never sent.
    ///
    /// - Throws: ``HTTPError/Code/invalidURL`` with the offset of the fault in the text.
    public init(_ text: String) throws(HTTPError) {
        let bytes = Array(text.utf8)
        let (scheme, authorityStart) = try Self.parseScheme(bytes)
        let authorityEnd = bytes[authorityStart...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
        let (host, port) = try Self.parseAuthority(bytes, authorityStart..<authorityEnd)
        for offset in authorityEnd..<bytes.count {
            if bytes[offset] == 0x23 { throw Self.invalid("a fragment is never sent; leave it out", offset) }
            guard ASCII.isTargetByte(bytes[offset]) else {
                throw Self.invalid("other than visible ASCII stands percent-encoded in a URL", offset)
            }
        }
        let rest = String(decoding: bytes[authorityEnd...], as: UTF8.self)
        self.init(
            scheme: scheme,
            host: host,
            port: port ?? scheme.defaultPort,
            target: rest.hasPrefix("/") ? rest : "/" + rest
        )
    }

    private init(scheme: Scheme, host: String, port: UInt16, target: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = target
    }

    /// The URL with `path` behind this one's path; exactly one slash stands between them, and a query is dropped.
    ///
    /// `https://bank/base` with `api/v1/token` gives `https://bank/base/api/v1/token`. The path is taken as written.
    public func appending(path: String) -> HTTPURL {
        var base = String(target.prefix { $0 != "?" })
        while base.hasSuffix("/") { base.removeLast() }
        let rest = path.drop { $0 == "/" }
        return HTTPURL(scheme: scheme, host: host, port: port, target: base + "/" + rest)
    }

    /// Host, and port unless it is that of the scheme: the value of the Host field (RFC 9110 section 7.2).
    public var authority: String {
        let name = host.utf8.contains(ASCII.colon) ? "[\(host)]" : host
        return port == scheme.defaultPort ? name : "\(name):\(port)"
    }

    /// The URL as text.
    public var description: String { "\(scheme.rawValue)://\(authority)\(target)" }

    /// Whether the host is this machine by name or address.
    public var isLoopback: Bool {
        // A name such as 127.evil.test is no address.
        host == "localhost" || host == "::1"
            || host.hasPrefix("127.") && host.utf8.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.dot }
    }

    var origin: Origin { Origin(scheme: scheme, host: host, port: port) }

    private static func parseScheme(_ bytes: [UInt8]) throws(HTTPError) -> (Scheme, Int) {
        for scheme in [Scheme.http, .https] {
            let prefix = Array("\(scheme.rawValue)://".utf8)
            if bytes.count >= prefix.count, zip(bytes, prefix).allSatisfy({ ASCII.lowercased($0) == $1 }) {
                return (scheme, prefix.count)
            }
        }
        throw invalid("a URL begins with http:// or https://", 0)
    }

    private static func parseAuthority(
        _ bytes: [UInt8],
        _ range: Range<Int>
    ) throws(HTTPError) -> (host: String, port: UInt16?) {
        if let at = bytes[range].firstIndex(of: 0x40) {
            throw invalid("user information does not belong into a URL", at)
        }
        guard let first = bytes[range].first else { throw invalid("the host is missing", range.lowerBound) }
        let hostEnd: Int
        let host: String
        if first == 0x5B {
            guard let bracket = bytes[range].firstIndex(of: 0x5D) else {
                throw invalid("the address has no closing bracket", range.lowerBound)
            }
            let address = bytes[range.lowerBound + 1..<bracket]
            guard address.contains(ASCII.colon), address.allSatisfy(isAddressByte) else {
                throw invalid("an IPv6 address stands between the brackets", range.lowerBound + 1)
            }
            host = lowercased(address)
            hostEnd = bracket + 1
        } else {
            hostEnd = bytes[range].firstIndex(of: ASCII.colon) ?? range.upperBound
            let name = bytes[range.lowerBound..<hostEnd]
            guard !name.isEmpty else { throw invalid("the host is missing", range.lowerBound) }
            if let bad = name.firstIndex(where: { !isNameByte($0) }) {
                throw invalid("a host name has letters, digits, dots and hyphens", bad)
            }
            host = lowercased(name)
        }
        guard hostEnd < range.upperBound else { return (host, nil) }
        guard bytes[hostEnd] == ASCII.colon else { throw invalid("behind the host stands a port or a path", hostEnd) }
        return (host, try parsePort(bytes, hostEnd + 1..<range.upperBound))
    }

    private static func parsePort(_ bytes: [UInt8], _ range: Range<Int>) throws(HTTPError) -> UInt16? {
        // An empty port is allowed and means that of the scheme (RFC 3986 section 3.2.3).
        guard !range.isEmpty else { return nil }
        guard range.count <= 5, bytes[range].allSatisfy(ASCII.isDigit) else {
            throw invalid("a port is a number from 1 to 65535", range.lowerBound)
        }
        let number = bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard let port = UInt16(exactly: number), port > 0 else {
            throw invalid("a port is a number from 1 to 65535", range.lowerBound)
        }
        return port
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map(ASCII.lowercased), as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    /// Hexadecimal digits, colons, and the dots of an embedded IPv4 address; no zone, which is for one machine only.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        ASCII.hexadecimalValue(byte) != nil || byte == ASCII.colon || byte == ASCII.dot
    }

    private static func invalid(_ sentence: String, _ offset: Int) -> HTTPError {
        HTTPError(.invalidURL, sentence, offset: offset)
    }
}
