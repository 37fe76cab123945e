@testable import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A listener whose connections the kernel takes and nobody answers.
final class SilentListener {
    private let listener: Listener

    init() throws {
        listener = try Listener(host: "127.0.0.1", port: 0, mailboxes: [], isEncrypted: false)
    }

    var port: UInt16 { listener.port }
}

/// A socket that holds a port and does not listen, so that connections to it are refused.
final class UnheardSocket {
    private let descriptor: Int32
    let port: UInt16

    init() throws {
        let descriptor = socket(AF_INET, SystemConstant.stream, 0)
        let address = try SocketAddress.resolve(host: "127.0.0.1", port: 0)[0]
        let code = address.withBytes { bind(descriptor, $0, $1) }
        guard descriptor >= 0, code == 0 else { throw HTTPError.systemCall("bind", errno: errno) }
        self.descriptor = descriptor
        port = SocketAddress.local(of: descriptor).port
    }

    deinit {
        close(descriptor)
    }
}

extension HTTPConnection {
    /// Waits until the peer has closed or sent something, and reads nothing.
    func waitForInput(deadline: Deadline) throws {
        guard try waitUntilReadable(deadline: deadline) else { throw HTTPError(.timeout, "nothing came") }
    }
}
