public import StrictJSON

/// The first byte in which what was signed differs from what was received.
public struct ByteDifference: Hashable, Sendable {
    /// The offset of the byte, counted from 0.
    public let offset: Int

    /// Line and column of the byte in the received body, from 1; columns count Unicode scalars.
    public let position: TextPosition

    /// The byte that was received; nil where the received body ends.
    public let received: UInt8?

    /// The byte that was signed; nil where what was signed ends.
    public let signed: UInt8?

    /// Compares two byte strings; nil when they are equal.
    init?(received: [UInt8], signed: [UInt8]) {
        var offset = 0
        let common = min(received.count, signed.count)
        while offset < common, received[offset] == signed[offset] { offset += 1 }
        guard offset < max(received.count, signed.count) else { return nil }
        self.offset = offset
        position = TextLines(received).position(at: offset)
        self.received = offset < received.count ? received[offset] : nil
        self.signed = offset < signed.count ? signed[offset] : nil
    }

    /// A byte as people read it: `0A (line feed)`, `22 (")`, or where the body ends.
    public static func describe(_ byte: UInt8?) -> String {
        guard let byte else { return "the end" }
        let digits = Hexadecimal.encode([byte]).uppercased()
        let name: String? =
            switch byte {
            case 0x00: "zero byte"
            case 0x09: "tab"
            case 0x0A: "line feed"
            case 0x0D: "carriage return"
            case 0x20: "blank"
            case 0x21...0x7E: String(UnicodeScalar(byte))
            case 0x80...0xFF: "part of a character beyond ASCII"
            default: nil
            }
        return name.map { "\(digits) (\($0))" } ?? digits
    }
}
