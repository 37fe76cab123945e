/// The bytes of a JSON text, written member by member.
///
/// It trusts its caller to open and close in the right order; a test parses everything that the bank writes.
struct JSONOutput {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(capacity: Int = 1_024) {
        bytes.reserveCapacity(capacity)
    }

    mutating func open(_ name: StaticString? = nil, _ bracket: Unicode.Scalar = "{") {
        begin(name)
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    mutating func close(_ bracket: Unicode.Scalar = "}") {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    mutating func string(_ name: StaticString?, _ value: String) {
        begin(name)
        append(value)
        needsComma = true
    }

    /// A value that is JSON already.
    mutating func raw(_ name: StaticString?, _ value: some Sequence<UInt8>) {
        begin(name)
        bytes.append(contentsOf: value)
        needsComma = true
    }

    /// A name that is known only at run time; ``value(_:)`` follows.
    mutating func name(_ name: String) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        append(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A value that is JSON already, behind its name.
    mutating func value(_ value: some Sequence<UInt8>) {
        bytes.append(contentsOf: value)
        needsComma = true
    }

    mutating func number(_ name: StaticString?, _ value: some FixedWidthInteger) {
        raw(name, String(value).utf8)
    }

    mutating func boolean(_ name: StaticString?, _ value: Bool) {
        raw(name, (value ? "true" : "false").utf8)
    }

    mutating func moment(_ name: StaticString?, _ value: SandboxInstant) {
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: value.text)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func begin(_ name: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        guard let name else { return }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// RFC 8259 section 7: quotation mark, reverse solidus and control characters are escaped, and nothing else is.
    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                let digits: [UInt8] = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: Array("\\u00".utf8))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 0xF)])
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
