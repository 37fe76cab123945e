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

extension HTTPConnection {
    /// Waits until the peer has closed or sent something, and reads nothing.
    func waitForInput(deadline: Deadline) throws {
        guard try waitUntilReadable(deadline: deadline) else { throw HTTPError(.timeout, "nothing came") }
    }
}
