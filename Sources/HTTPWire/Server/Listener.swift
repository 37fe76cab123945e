#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The listening socket, owned by the first event loop, which deals the connections out in turn.
final class Listener {
    let descriptor: Int32
    let port: UInt16
    private let mailboxes: [Mailbox]
    private let isEncrypted: Bool
    private var count: UInt64 = 0
    private var isOpen = true

    init(host: String, port: UInt16, mailboxes: [Mailbox], isEncrypted: Bool) throws(HTTPError) {
        self.mailboxes = mailboxes
        self.isEncrypted = isEncrypted
        var failure = HTTPError(.addressNotAvailable, "the host has no address to bind")
        for address in try SocketAddress.resolve(host: host, port: port, passive: true) {
            do throws(HTTPError) {
                descriptor = try Self.bind(address)
                self.port = SocketAddress.local(of: descriptor).port
                return
            } catch {
                failure = error
            }
        }
        throw failure
    }

    deinit {
        close()
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        Descriptor.close(descriptor)
    }

    /// Numbers a connection that was taken.
    func arrival(descriptor: Int32, address: SocketAddress) -> Arrival {
        count += 1
        let peer = HTTPPeer(
            address: address.numericHost,
            port: address.port,
            connection: count,
            request: 0,
            isEncrypted: isEncrypted
        )
        return Arrival(descriptor: descriptor, peer: peer)
    }

    /// The loop whose turn it is.
    func nextMailbox() -> Mailbox? {
        mailboxes.isEmpty ? nil : mailboxes[Int(count % UInt64(mailboxes.count))]
    }

    private static func bind(_ address: SocketAddress) throws(HTTPError) -> Int32 {
        let descriptor = socket(address.family, SystemConstant.stream, 0)
        guard descriptor >= 0 else { throw .systemCall("socket", errno: errno) }
        SocketCalls.prepare(descriptor)
        // Without it a server cannot take its port again while old connections linger in TIME_WAIT.
        SocketCalls.setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        let bound = address.withBytes { pointer, length in
            #if canImport(Glibc)
            Glibc.bind(descriptor, pointer, length)
            #elseif canImport(Musl)
            Musl.bind(descriptor, pointer, length)
            #else
            Darwin.bind(descriptor, pointer, length)
            #endif
        }
        guard bound == 0, listen(descriptor, 1_024) == 0 else {
            let error = HTTPError.systemCall("bind", errno: errno)
            SocketCalls.closeWithReset(descriptor)
            throw error
        }
        return descriptor
    }
}
