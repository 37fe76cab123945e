import StrictJSON

/// Random values, small but with everything in them that a text may hold.
enum GeneratedTree {
    static func make(using random: inout SeededGenerator, depth: Int = 0) -> JSONTree {
        switch Int.random(in: 0..<(depth < 5 ? 12 : 8), using: &random) {
        case 0: return .null
        case 1: return .boolean(.random(using: &random))
        case 2, 3: return .number(number(using: &random))
        case 4...7: return .string(string(using: &random))
        case 8, 9:
            let count = Int.random(in: 0...5, using: &random)
            return .array((0..<count).map { _ in make(using: &random, depth: depth + 1) })
        default:
            var members: [JSONTree.Member] = []
            var names: Set<[UInt8]> = []
            for _
                in 0..<Int.random(
                    in: 0...(depth == 0 && Int.random(in: 0..<20, using: &random) == 0 ? 60 : 5),
                    using: &random
                )
            {
                let name = string(using: &random)
                if names.insert(Array(name.utf8)).inserted {
                    members.append(.init(name: name, value: make(using: &random, depth: depth + 1)))
                }
            }
            return .object(members)
        }
    }

    static func number(using random: inout SeededGenerator) -> JSONNumber {
        func digits(_ range: ClosedRange<Int>) -> String {
            (0..<Int.random(in: range, using: &random)).map { _ in String(Int.random(in: 0...9, using: &random)) }
                .joined()
        }
        var text = Bool.random(using: &random) ? "-" : ""
        text +=
            Int.random(in: 0..<3, using: &random) == 0
            ? "0" : String(Int.random(in: 1...9, using: &random)) + digits(0...20)
        if Int.random(in: 0..<3, using: &random) == 0 { text += "." + digits(1...6) }
        if Int.random(in: 0..<4, using: &random) == 0 {
            text += ["e", "E", "e+", "e-", "E+", "E-"].randomElement(using: &random) ?? "e"
            text += digits(1...(Int.random(in: 0..<8, using: &random) == 0 ? 25 : 3))
        }
        return JSONNumber(checked: text)
    }

    static func string(using random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...(Int.random(in: 0..<10, using: &random) == 0 ? 40 : 10), using: &random) {
            let scalar: UInt32 =
                switch Int.random(in: 0..<12, using: &random) {
                case 0: .random(in: 0...0x1F, using: &random)
                case 1: [0x22, 0x5C, 0x2F, 0x7F].randomElement(using: &random) ?? 0x22
                case 2: .random(in: 0x80...0x7FF, using: &random)
                case 3: .random(in: 0x800...0xFFFF, using: &random)
                case 4: .random(in: 0x1_0000...0x10_FFFF, using: &random)
                default: .random(in: 0x20...0x7E, using: &random)
                }
            text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
        }
        return text
    }
}
