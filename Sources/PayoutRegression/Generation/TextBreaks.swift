/// Messages that break a rule about JSON text.
enum TextBreaks {
    /// How the ids of rules about texts begin.
    static let family = "TEXT."

    /// The broken forms of a right text of an object; none where the judge does not tell the rules of texts apart.
    static func all(of right: [UInt8], judge: MessageJudge) -> [BrokenMessage] {
        candidates(of: right)
            .compactMap { label, bytes in
                let faults = judge.faults(bytes)
                guard let first = faults.first, first.rule.hasPrefix(family),
                    faults.allSatisfy({ $0.rule == first.rule })
                else { return nil }
                return BrokenMessage(
                    bytes: bytes,
                    rule: first.rule,
                    pointer: first.pointer,
                    breaks: label,
                    isRefused: first.isError
                )
            }
    }

    private static func candidates(of right: [UInt8]) -> [(String, [UInt8])] {
        guard right.first == 0x7B else { return [] }
        let rest = Array(right.dropFirst())
        func with(_ member: [UInt8]) -> [UInt8] { [0x7B] + member + (rest.count > 1 ? [0x2C] : []) + rest }
        let deep = [UInt8](repeating: 0x5B, count: 200) + [UInt8](repeating: 0x5D, count: 200)
        return [
            ("a byte order mark", [0xEF, 0xBB, 0xBF] + right),
            ("a comma before the end", Array(right.dropLast()) + Array(",}".utf8)),
            ("an end too early", Array(right.dropLast())),
            ("more after the end", right + Array("}".utf8)),
            ("single quotes", right.map { $0 == 0x22 ? 0x27 : $0 }),
            ("a name twice", with(Array(#""unknown_member":1,"unknown_member":2"#.utf8))),
            ("bytes that are no UTF-8", with(Array(#""unknown_member":""#.utf8) + [0xC8, 0xE2] + Array("\"".utf8))),
            ("half a surrogate pair", with(Array(#""unknown_member":"\ud83d""#.utf8))),
            ("nesting 200 levels deep", with(Array(#""metadata":"#.utf8) + deep)),
        ]
    }
}
