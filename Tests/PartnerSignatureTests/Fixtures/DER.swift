/// Just enough DER to write keys that no sound program makes.
enum DER {
    static let rsaEncryption: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
    /// GOST R 34.10-2012 with 256 bits, 1.2.643.7.1.1.1.1: what Russian offices give out as electronic signatures.
    static let gost2012: [UInt8] = [0x2A, 0x85, 0x03, 0x07, 0x01, 0x01, 0x01, 0x01]

    static func sequence(_ parts: [UInt8]...) -> [UInt8] {
        element(0x30, parts.flatMap { $0 })
    }

    /// A number that is not negative, most significant byte first.
    static func integer(_ bytes: [UInt8]) -> [UInt8] {
        element(0x02, (bytes.first ?? 0) < 0x80 ? bytes : [0] + bytes)
    }

    static func objectIdentifier(_ bytes: [UInt8]) -> [UInt8] {
        element(0x06, bytes)
    }

    static func octetString(_ bytes: [UInt8]) -> [UInt8] {
        element(0x04, bytes)
    }

    static func bitString(_ bytes: [UInt8]) -> [UInt8] {
        element(0x03, [0] + bytes)
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        if count < 128 { return [tag, UInt8(count)] + content }
        if count < 256 { return [tag, 0x81, UInt8(count)] + content }
        return [tag, 0x82, UInt8(count >> 8), UInt8(count & 0xFF)] + content
    }
}
