/// The UTF-8 forms of a set of scalars as a small acyclic automaton over bytes.
///
/// Each state reads one byte; states with the same future are one. Surrogates have no UTF-8 form and fall away.
struct ByteTrie {
    struct Transition: Hashable {
        var low: UInt8
        var high: UInt8
        /// A state of this trie, or `accepted`.
        var target: Int32
    }

    static let accepted: Int32 = -1

    /// The transitions of each state, sorted by byte.
    private(set) var states: [[Transition]] = []
    /// The state to start in, or nil when the set is empty.
    private(set) var start: Int32?
    private var known: [[Transition]: Int32] = [:]
    /// The states that read any one, two and three bytes.
    private var fullStates: [Int32] = []

    init(_ set: ScalarSet) {
        var ranges: [ClosedRange<UInt32>] = []
        for range in set.ranges {
            if range.lowerBound < 0xD800 { ranges.append(range.lowerBound...min(range.upperBound, 0xD7FF)) }
            if range.upperBound > 0xDFFF { ranges.append(max(range.lowerBound, 0xE000)...range.upperBound) }
        }
        var transitions: [Transition] = []
        for range in ranges where range.lowerBound < 0x80 {
            transitions.append(
                Transition(
                    low: UInt8(range.lowerBound),
                    high: UInt8(min(range.upperBound, 0x7F)),
                    target: ByteTrie.accepted
                )
            )
        }
        if let last = ranges.last, last.upperBound > 0x7F {
            append(leads: 0xC2...0xDF, continuations: 1, leadMask: 0x1F, ranges: ranges, to: &transitions)
            append(leads: 0xE0...0xEF, continuations: 2, leadMask: 0x0F, ranges: ranges, to: &transitions)
            append(leads: 0xF0...0xF4, continuations: 3, leadMask: 0x07, ranges: ranges, to: &transitions)
        }
        if !transitions.isEmpty { start = intern(transitions) }
    }

    private mutating func intern(_ transitions: [Transition]) -> Int32 {
        if let state = known[transitions] { return state }
        let state = Int32(states.count)
        states.append(transitions)
        known[transitions] = state
        return state
    }

    private mutating func append(
        leads: ClosedRange<UInt8>,
        continuations: Int,
        leadMask: UInt8,
        ranges: [ClosedRange<UInt32>],
        to transitions: inout [Transition]
    ) {
        let smallest: UInt32 = [0x80, 0x800, 0x1_0000][continuations - 1]
        for lead in leads {
            let size = UInt32(1) << (6 * UInt32(continuations))
            let base = UInt32(lead & leadMask) * size
            let low = max(base, smallest)
            let high = min(base + size - 1, ScalarSet.last)
            guard low <= high else { continue }
            // Shorter forms of smaller scalars are overlong, so what lies below has to go.
            let possible = low == base ? ranges[...] : ByteTrie.clip(ranges, to: low...high)[...]
            let part = ByteTrie.part(of: possible, from: low, to: high)
            guard let first = part.first else { continue }
            let isFull = low == base && first.lowerBound <= low && first.upperBound >= base + size - 1
            let target =
                isFull
                ? full(continuations) : block(base: base, continuations: continuations, ranges: part)
            ByteTrie.append(byte: lead, target: target, to: &transitions)
        }
    }

    /// The state that reads `continuations` bytes of a scalar in the block that starts at `base`; `ranges` are those that
    /// meet the block.
    private mutating func block(base: UInt32, continuations: Int, ranges: ArraySlice<ClosedRange<UInt32>>) -> Int32 {
        guard continuations > 0 else { return ByteTrie.accepted }
        var transitions: [Transition] = []
        let size = UInt32(1) << (6 * UInt32(continuations - 1))
        var rest = ranges
        for byte in UInt8(0x80)...0xBF {
            let low = base + UInt32(byte & 0x3F) * size
            let high = low + size - 1
            while let first = rest.first, first.upperBound < low { rest.removeFirst() }
            guard let first = rest.first, first.lowerBound <= high else { continue }
            let target =
                first.lowerBound <= low && first.upperBound >= high
                ? full(continuations - 1)
                : block(
                    base: low,
                    continuations: continuations - 1,
                    ranges: ByteTrie.part(of: rest, from: low, to: high)
                )
            ByteTrie.append(byte: byte, target: target, to: &transitions)
        }
        return intern(transitions)
    }

    /// The ranges that meet a block.
    private static func part(
        of ranges: ArraySlice<ClosedRange<UInt32>>,
        from low: UInt32,
        to high: UInt32
    ) -> ArraySlice<ClosedRange<UInt32>> {
        guard let first = ranges.firstIndex(where: { $0.upperBound >= low }) else { return [] }
        let end = ranges[first...].firstIndex { $0.lowerBound > high } ?? ranges.endIndex
        return ranges[first..<end]
    }

    /// The state that reads any `continuations` bytes: wide sets consist of little else.
    private mutating func full(_ continuations: Int) -> Int32 {
        guard continuations > 0 else { return ByteTrie.accepted }
        if continuations <= fullStates.count { return fullStates[continuations - 1] }
        let target = full(continuations - 1)
        fullStates.append(intern([Transition(low: 0x80, high: 0xBF, target: target)]))
        return fullStates[continuations - 1]
    }

    private static func append(byte: UInt8, target: Int32, to transitions: inout [Transition]) {
        if let last = transitions.last, last.target == target, last.high &+ 1 == byte {
            transitions[transitions.count - 1].high = byte
        } else {
            transitions.append(Transition(low: byte, high: byte, target: target))
        }
    }

    private static func clip(
        _ ranges: some Collection<ClosedRange<UInt32>>,
        to bounds: ClosedRange<UInt32>
    ) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in ranges {
            if range.lowerBound > bounds.upperBound { break }
            if range.upperBound >= bounds.lowerBound { result.append(range.clamped(to: bounds)) }
        }
        return result
    }
}
