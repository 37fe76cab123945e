/// The answer to OpenSSL's question for a passphrase.
///
/// Without a callback OpenSSL would ask on the terminal and wait there for ever.
struct Passphrase {
    /// The callback of OpenSSL: a buffer, its size, whether the key is written, and the argument.
    typealias Callback =
        @convention(c) @Sendable (
            UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?
        ) -> Int32

    /// OpenSSL's own limit, the size of the buffer that it offers.
    static let maximumByteCount = 1024

    private let bytes: [UInt8]?

    /// Whether OpenSSL asked: it does so only when the key is encrypted.
    private(set) var wasAsked = false

    init(_ bytes: [UInt8]?) {
        self.bytes = bytes
    }

    /// Calls `body` with the callback and its argument, as the functions of PEM_read_bio take them.
    mutating func answering<Result>(
        _ body: (@escaping Callback, UnsafeMutableRawPointer) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &self) { pointer in
            body(Self.callback, UnsafeMutableRawPointer(pointer))
        }
    }

    private static let callback: Callback = { buffer, size, _, argument in
        guard let argument, let buffer else { return -1 }
        let passphrase = argument.assumingMemoryBound(to: Passphrase.self)
        passphrase.pointee.wasAsked = true
        guard let bytes = passphrase.pointee.bytes, bytes.count <= Int(size) else { return -1 }
        bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(start: buffer, count: Int(size)).copyMemory(from: source)
        }
        return Int32(bytes.count)
    }
}
