#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Opens a connection to the first address of a host that takes it.
enum Connector {
    static func connect(
        to url: HTTPURL,
        configuration: HTTPClientConfiguration,
        context: TLSClientContext?,
        deadline: Deadline
    ) throws(HTTPError) -> Transport {
        var failure = HTTPError(.nameNotResolved, "the host name has no address")
        for address in try SocketAddress.resolve(host: url.host, port: url.port) {
            let limit = min(deadline, .after(configuration.connectTimeout))
            do throws(HTTPError) {
                let descriptor = try connect(to: address, deadline: limit)
                guard let context else { return Transport(takingOwnershipOf: descriptor) }
                return try context.connect(descriptor, host: url.host, deadline: limit)
            } catch {
                failure = error
                // Another address of the host would show the same certificate, or give no time either.
                if deadline.hasPassed || context != nil && error.code != .connectionRefused { break }
            }
        }
        throw failure
    }

    private static func connect(to address: SocketAddress, deadline: Deadline) throws(HTTPError) -> Int32 {
        let descriptor = socket(address.family, SystemConstant.stream, 0)
        guard descriptor >= 0 else { throw .systemCall("socket", errno: errno) }
        SocketCalls.prepare(descriptor)
        do throws(HTTPError) {
            try start(descriptor, address, deadline: deadline)
            return descriptor
        } catch {
            SocketCalls.closeWithReset(descriptor)
            throw error
        }
    }

    private static func start(_ descriptor: Int32, _ address: SocketAddress, deadline: Deadline) throws(HTTPError) {
        let code = address.withBytes { pointer, length in
            #if canImport(Glibc)
            Glibc.connect(descriptor, pointer, length)
            #elseif canImport(Musl)
            Musl.connect(descriptor, pointer, length)
            #else
            Darwin.connect(descriptor, pointer, length)
            #endif
        }
        if code == 0 { return }
        guard errno == EINPROGRESS || errno == EINTR else { throw .systemCall("connect", errno: errno) }
        guard try SocketCalls.wait(descriptor, for: SocketEvent.output, until: deadline) else {
            throw HTTPError(.timeout, "the connection was not taken in time")
        }
        var status: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &status, &length) == 0 else {
            throw .systemCall("getsockopt", errno: errno)
        }
        guard status == 0 else { throw .systemCall("connect", errno: status) }
    }
}
