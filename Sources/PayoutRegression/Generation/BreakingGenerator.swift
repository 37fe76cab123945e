import StrictJSON

/// Makes messages that break exactly one rule, and lets the judge confirm it.
package struct BreakingGenerator {
    /// How many edits of one demand are tried on how many messages.
    private static let maximumTrialCount = 120

    private var generator: MessageGenerator
    private var hosts: [HostKey: [JSONTree]] = [:]

    private struct HostKey: Hashable {
        let pointer: JSONPointer
        let host: SchemaModel.NodeID?
    }

    package init(_ subject: MessageSubject, seed: UInt64) {
        generator = MessageGenerator(subject, seed: seed)
    }

    /// Makes messages, one for each demand that can be broken alone.
    ///
    /// - Parameters:
    ///   - rule: only messages that break this rule; nil for any.
    ///   - body: gets each message, and says whether it wants more.
    package mutating func forEach(rule: String? = nil, _ body: (BrokenMessage) -> Bool) {
        if let base = generator.base() {
            let right = JSONWriter.compact.write(base)
            for message in TextBreaks.all(of: right, judge: generator.subject.judge)
            where rule == nil || message.rule == rule {
                if !body(message) { return }
            }
        }
        for broken in BreakList(model: generator.model, random: generator.builder.random).all {
            guard let message = message(breaking: broken, rule: rule) else { continue }
            if !body(message) { return }
        }
    }

    /// Messages in a list.
    package mutating func all(rule: String? = nil, count: Int = .max) -> [BrokenMessage] {
        var found: [BrokenMessage] = []
        guard count > 0 else { return [] }
        forEach(rule: rule) { message in
            found.append(message)
            return found.count < count
        }
        return found
    }

    private mutating func message(breaking broken: Break, rule: String?) -> BrokenMessage? {
        var trials = 0
        for host in hosts(of: broken) {
            for edit in broken.edits {
                guard trials < Self.maximumTrialCount else { return nil }
                trials += 1
                guard let edited = broken.apply(edit, to: host), edited != host else { continue }
                let bytes = JSONWriter.compact.write(edited)
                if let message = judged(bytes, broken, rule: rule) { return message }
            }
        }
        return nil
    }

    private func judged(_ bytes: [UInt8], _ broken: Break, rule: String?) -> BrokenMessage? {
        let faults = generator.subject.judge.faults(bytes)
        let errors = faults.filter(\.isError)
        let counted = errors.isEmpty ? faults : errors
        guard let first = counted.first, rule == nil || first.rule == rule,
            counted.allSatisfy({ $0.rule == first.rule })
        else { return nil }
        return BrokenMessage(
            bytes: bytes,
            rule: first.rule,
            pointer: first.pointer,
            breaks: "\(broken.label) at \(broken.pointer.tokens.isEmpty ? "the root" : broken.pointer.description)",
            isRefused: !errors.isEmpty
        )
    }

    /// Right messages in which the place of a demand is there.
    private mutating func hosts(of broken: Break) -> [JSONTree] {
        let key = HostKey(pointer: broken.pointer, host: broken.host)
        if let known = hosts[key] { return known }
        var found: [JSONTree] = []
        if broken.host == nil, let base = generator.base(), base[broken.pointer] != nil { found.append(base) }
        let model = generator.model
        for fullness in [ValueBuilder.Fullness.typical, .full, .minimal, .random, .random, .random]
        where found.count < 3 {
            generator.builder.fullness = fullness
            let node = broken.host ?? model.node(at: broken.pointer)
            guard let value = generator.builder.value(of: node),
                let message = generator.message(with: value, at: broken.pointer, attempts: 6)
            else { continue }
            found.append(message)
        }
        // A host without advice of its own shows what advice the edit breaks.
        let judge = generator.subject.judge
        let clean = found.filter { judge.faults(JSONWriter.compact.write($0)).isEmpty }
        found = clean + found.filter { !clean.contains($0) }
        hosts[key] = found
        return found
    }
}

/// Messages that break a rule about JSON text.
enum TextBreaks {
    /// The broken forms of a right text of an object; none where the judge does not tell the rules of texts apart.
    static func all(of right: [UInt8], judge: MessageJudge) -> [BrokenMessage] {
        candidates(of: right)
            .compactMap { label, bytes in
                let faults = judge.faults(bytes)
                guard let first = faults.first, first.rule.hasPrefix("TEXT."),
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
        guard right.first == 0x7B, right.count > 2 else { return [] }
        let rest = Array(right.dropFirst())
        func with(_ member: [UInt8]) -> [UInt8] { [0x7B] + member + [0x2C] + rest }
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
