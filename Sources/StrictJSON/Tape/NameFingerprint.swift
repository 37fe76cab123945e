/// A 32-bit digest of a name's decoded bytes that tells most different names apart in one comparison.
///
/// It is no hash for tables: it skips the middle of names longer than 16 bytes and has no seed, so anybody can make
/// names that share it. Equal fingerprints are followed by a comparison of the bytes.
@_spi(Tape)
public enum NameFingerprint {
    /// The fingerprint of `count` bytes at `bytes`; reads no byte beyond them.
    @inlinable
    public static func of(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        var head: UInt64
        var tail: UInt64
        let raw = UnsafeRawPointer(bytes)
        if count >= 8 {
            head = raw.loadUnaligned(as: UInt64.self)
            tail = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        } else if count >= 4 {
            head = UInt64(raw.loadUnaligned(as: UInt32.self))
            tail = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        } else if count > 0 {
            head = UInt64(bytes[0])
            tail = UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count &- 1])
        } else {
            head = 0
            tail = 0
        }
        head = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        tail = (tail ^ 0xD6E8_FEB8_6659_FD93) &* 0xA076_1D64_78BD_642F
        let mixed = (head ^ (tail >> 29) ^ (tail << 17)) &* 0xE703_7ED1_A0B4_28DB
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    /// The fingerprint of the bytes of a buffer.
    public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let base = bytes.baseAddress else { return withUnsafePointer(to: 0) { of($0, count: 0) } }
        return of(base, count: bytes.count)
    }

    /// The fingerprint of the bytes of an array.
    public static func of(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBufferPointer { of($0) } }
}
