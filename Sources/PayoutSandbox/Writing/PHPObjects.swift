/// Objects as PHP writes them: an array without members has no names, so it becomes `[]`.
enum PHPObjects {
    /// The JSON text with `[]` in the place of each `{}`; strings stay as they are.
    static func emptyAsArrays(_ json: [UInt8]) -> [UInt8] {
        var bytes = json
        var brace: Int?
        var isInString = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isInString {
                if byte == UInt8(ascii: "\\") { index += 1 }
                isInString = byte != UInt8(ascii: "\"")
            } else {
                switch byte {
                case UInt8(ascii: "{"):
                    brace = index
                case UInt8(ascii: "}"):
                    if let open = brace {
                        bytes[open] = UInt8(ascii: "[")
                        bytes[index] = UInt8(ascii: "]")
                    }
                    brace = nil
                case 0x20, 0x09, 0x0A, 0x0D:
                    break
                default:
                    brace = nil
                    isInString = byte == UInt8(ascii: "\"")
                }
            }
            index += 1
        }
        return bytes
    }
}
