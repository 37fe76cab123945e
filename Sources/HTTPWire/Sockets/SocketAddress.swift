#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An IPv4 or IPv6 address with its port.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// An empty address, to be filled by a system call.
    init() {}

    private init(_ info: addrinfo) {
        length = info.ai_addrlen
        guard let source = info.ai_addr else { return }
        let count = min(Int(length), MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
        }
    }

    var family: Int32 { Int32(storage.ss_family) }

    /// The addresses of a host in the order the resolver prefers.
    ///
    /// `getaddrinfo` blocks and takes no deadline; a numeric address never asks the network.
    static func resolve(host: String, port: UInt16, passive: Bool = false) throws(HTTPError) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = SystemConstant.stream
        hints.ai_flags = AI_NUMERICSERV | (passive ? AI_PASSIVE : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else {
            throw HTTPError(.nameNotResolved, "the host name has no address: \(String(cString: gai_strerror(code)))")
        }
        defer { freeaddrinfo(list) }
        var addresses: [SocketAddress] = []
        var next = list
        while let info = next?.pointee {
            addresses.append(SocketAddress(info))
            next = info.ai_next
        }
        guard !addresses.isEmpty else { throw HTTPError(.nameNotResolved, "the host name has no address") }
        return addresses
    }

    /// The address that a socket is bound to.
    static func local(of descriptor: Int32) -> SocketAddress {
        var address = SocketAddress()
        _ = address.withMutableBytes { getsockname(descriptor, $0, $1) }
        return address
    }

    /// The port in host order.
    var port: UInt16 {
        switch family {
        case AF_INET:
            withBytes { pointer, _ in
                pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
            }
        case AF_INET6:
            withBytes { pointer, _ in
                pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                    UInt16(bigEndian: $0.pointee.sin6_port)
                }
            }
        default: 0
        }
    }

    /// The address in digits, such as `127.0.0.1` or `::1`.
    var numericHost: String {
        withBytes { pointer, length in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST)) { buffer in
                guard let base = buffer.baseAddress,
                    getnameinfo(pointer, length, base, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST) == 0
                else { return "" }
                return String(cString: base)
            }
        }
    }

    func withBytes<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    mutating func withMutableBytes(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32 {
        length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                withUnsafeMutablePointer(to: &length) { body(address, $0) }
            }
        }
    }
}
