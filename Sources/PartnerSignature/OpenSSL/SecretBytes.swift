import COpenSSL

/// Bytes of a secret that are in Swift's memory for a moment: a key file on its way to OpenSSL, a passphrase.
package enum SecretBytes {
    /// Overwrites `bytes` with zeros, in a way that the compiler does not leave out, and empties it.
    ///
    /// It reaches the one buffer of this array: a copy that was made before by writing to a shared array is another.
    package static func erase(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
        bytes = []
    }
}
