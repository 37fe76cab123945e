#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Calls on a descriptor of the system, which is passed in and never owned here.
package enum Descriptor {
    /// Closes the descriptor; what the system says to that changes nothing any more.
    package static func close(_ descriptor: Int32) {
        systemClose(descriptor)
    }

    /// Writes all of `bytes` to a descriptor that blocks, and tells whether that succeeded.
    @discardableResult
    package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}

/// Inside a type with a `close` of its own the system's has no name that all platforms share.
private func systemClose(_ descriptor: Int32) {
    _ = close(descriptor)
}
