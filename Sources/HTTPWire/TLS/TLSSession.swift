/// The TLS state of one connection.
final class TLSSession {
    var hasBufferedInput: Bool { false }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> TransportResult { .endOfStream }

    func send(_ bytes: UnsafeRawBufferPointer) -> TransportResult { .endOfStream }

    func sendCloseNotify() {}
}
