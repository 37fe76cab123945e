/// Compares what two patterns match, exactly.
package enum PatternComparison: Hashable, Sendable {
    /// The first pattern matches this text, one of the shortest, and the second does not.
    case differs(String)
    /// Every text that the first pattern matches is matched by the second.
    case included
    /// The patterns are too large to be compared.
    case undecided

    /// How many pairs of states are visited at most.
    private static let maximumPairCount = 200_000

    /// Looks for a text that `first` matches and `second` does not.
    ///
    /// Both automatons are walked side by side, together with one for UTF-8, so that a text is well formed. The walk is
    /// breadth first: the text is one of the shortest.
    package init(matchedBy first: String, notBy second: String) {
        guard let one = Self.automaton(of: first), let other = Self.automaton(of: second) else {
            self = .undecided
            return
        }
        self = Self.search(one, other)
    }

    /// The automaton of a pattern; nil where the pattern is wrong, or needs too many states.
    private static func automaton(of pattern: String) -> SubsetConstruction? {
        guard let program = try? PatternProgram(PatternParser.parse(pattern)) else { return nil }
        var construction = SubsetConstruction(program)
        return construction.build() ? construction : nil
    }

    private struct Pair: Hashable {
        var first: UInt32
        var second: UInt32
        var utf8: UTF8State
    }

    private struct Step {
        var pair: Pair
        var parent: Int
        var byte: UInt8
    }

    private static func search(_ one: SubsetConstruction, _ other: SubsetConstruction) -> PatternComparison {
        let start = Pair(first: one.start, second: other.start, utf8: .start)
        var steps = [Step(pair: start, parent: -1, byte: 0)]
        var seen: Set<Pair> = [start]
        let alphabet = sampleBytes(one, other)
        var next = 0
        while next < steps.count {
            let pair = steps[next].pair
            if pair.utf8 == .start, one.acceptsEnd(pair.first), !other.acceptsEnd(pair.second) {
                return .differs(text(of: next, in: steps))
            }
            for byte in alphabet {
                guard let utf8 = pair.utf8.next(byte) else { continue }
                let following = Pair(
                    first: one.next(pair.first, byte),
                    second: other.next(pair.second, byte),
                    utf8: utf8
                )
                // Nothing that the first refuses for good, or the second takes for good, can tell them apart.
                if following.first == 0 || following.second == other.matched { continue }
                if seen.insert(following).inserted { steps.append(Step(pair: following, parent: next, byte: byte)) }
            }
            if steps.count > maximumPairCount { return .undecided }
            next += 1
        }
        return .included
    }

    private static func text(of last: Int, in steps: [Step]) -> String {
        var bytes: [UInt8] = []
        var index = last
        while index > 0 {
            bytes.append(steps[index].byte)
            index = steps[index].parent
        }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }

    /// One byte for each way in which the automatons and UTF-8 tell bytes apart; readable ones where there are any.
    private static func sampleBytes(_ one: SubsetConstruction, _ other: SubsetConstruction) -> [UInt8] {
        struct Class: Hashable {
            var first: UInt8
            var second: UInt8
            var utf8: Int
        }
        var seen: Set<Class> = []
        let order = Array(0x61...0x7A as ClosedRange<UInt8>) + Array(0x20...0x60 as ClosedRange<UInt8>)
        let all = order + (0...255).map { UInt8($0) }.filter { !order.contains($0) }
        return all.filter { byte in
            let position = Class(
                first: one.classes[Int(byte)],
                second: other.classes[Int(byte)],
                utf8: UTF8State.byteClass(byte)
            )
            return seen.insert(position).inserted
        }
    }
}

extension SubsetConstruction {
    /// The state in which the text matches whatever follows.
    fileprivate var matched: UInt32 { UInt32(classCount + 1) }

    /// The state after a byte.
    fileprivate func next(_ state: UInt32, _ byte: UInt8) -> UInt32 {
        table[Int(state) + Int(classes[Int(byte)])]
    }

    /// Whether a text that ends in this state matches.
    fileprivate func acceptsEnd(_ state: UInt32) -> Bool {
        state == matched || table[Int(state) + classCount] == matched
    }
}

/// How much of a UTF-8 sequence is still to come (RFC 3629, section 4).
private enum UTF8State: UInt8, Hashable {
    case start
    case oneMore
    case twoMore
    case threeMore
    case afterE0
    case afterED
    case afterF0
    case afterF4

    private static let classEnds: [UInt8] = [
        0x7F, 0x8F, 0x9F, 0xBF, 0xC1, 0xDF, 0xE0, 0xEC, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xFF,
    ]

    /// Bytes of one class are never told apart by UTF-8.
    static func byteClass(_ byte: UInt8) -> Int {
        classEnds.firstIndex { byte <= $0 } ?? classEnds.count
    }

    /// The state after a byte, nil where the byte is not allowed.
    func next(_ byte: UInt8) -> UTF8State? {
        switch (self, byte) {
        case (.start, ...0x7F): .start
        case (.start, 0xC2...0xDF): .oneMore
        case (.start, 0xE0): .afterE0
        case (.start, 0xED): .afterED
        case (.start, 0xE1...0xEF): .twoMore
        case (.start, 0xF0): .afterF0
        case (.start, 0xF1...0xF3): .threeMore
        case (.start, 0xF4): .afterF4
        case (.oneMore, 0x80...0xBF): .start
        case (.twoMore, 0x80...0xBF), (.afterE0, 0xA0...0xBF), (.afterED, 0x80...0x9F): .oneMore
        case (.threeMore, 0x80...0xBF), (.afterF0, 0x90...0xBF), (.afterF4, 0x80...0x8F): .twoMore
        default: nil
        }
    }
}
