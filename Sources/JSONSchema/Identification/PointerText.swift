@_spi(Tape) import StrictJSON

/// Writes the text of JSON Pointers (RFC 6901 section 3) without making their tokens first.
enum PointerText {
    /// Appends a token without its leading slash.
    static func append(_ token: some Sequence<UInt8>, to text: inout [UInt8]) {
        for byte in token {
            switch byte {
            case 0x7E: text += [0x7E, 0x30]
            case 0x2F: text += [0x7E, 0x31]
            default: text.append(byte)
            }
        }
    }

    /// Appends the name at an index of a tape.
    static func append(name: Int, of tape: JSONTape, to text: inout [UInt8]) {
        text.append(0x2F)
        tape.withDecodedBytes(name) { append($0, to: &text) }
    }

    /// Appends the way from the value at `root` to the value at `target` inside it.
    static func append(from root: Int, to target: Int, of tape: JSONTape, to text: inout [UInt8]) {
        var current = root
        while current < target {
            let isObject = tape.kind(current) == .object
            guard isObject || tape.kind(current) == .array else { return }
            let end = tape.next(current)
            var child = current + 1
            var position = 0
            while child < end {
                let value = isObject ? child + 1 : child
                let following = tape.next(value)
                if target < following {
                    if isObject {
                        append(name: child, of: tape, to: &text)
                    } else {
                        text.append(0x2F)
                        append(String(position).utf8, to: &text)
                    }
                    current = value
                    break
                }
                child = following
                position += 1
            }
            if child >= end { return }
        }
    }
}
