/// The sets of a subset construction, each with its number: one array of all their members and a table of hashes.
struct PatternStateKeys {
    private struct Key {
        var range: Range<Int>
        var hash: Int
        var isStart: Bool
        var isAfterWord: Bool
    }

    private var members: [Int32] = []
    private var keys: [Key] = []
    /// Numbers by hash, -1 where there is none; twice as long as there are keys, at least.
    private var slots = [Int32](repeating: -1, count: 64)

    var count: Int { keys.count }

    func states(of number: Int) -> ArraySlice<Int32> { members[keys[number].range] }

    func isStart(_ number: Int) -> Bool { keys[number].isStart }

    func isAfterWord(_ number: Int) -> Bool { keys[number].isAfterWord }

    /// Adds a set that is never looked for.
    mutating func appendEmpty() {
        keys.append(Key(range: members.count..<members.count, hash: 0, isStart: false, isAfterWord: false))
    }

    /// The number of the set that `fill` appends; 0 for the empty one.
    mutating func number(isStart: Bool, isAfterWord: Bool, fill: (inout [Int32]) -> Void) -> Int {
        let first = members.count
        fill(&members)
        if members.count == first { return 0 }
        members[first...].sort()
        let hash = PatternStateKeys.hash(members[first...], isStart: isStart, isAfterWord: isAfterWord)
        let key = Key(range: first..<members.count, hash: hash, isStart: isStart, isAfterWord: isAfterWord)
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            if isSame(keys[Int(slots[slot])], key) {
                members.removeSubrange(first...)
                return Int(slots[slot])
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(keys.count)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private func isSame(_ first: Key, _ second: Key) -> Bool {
        first.hash == second.hash && first.isStart == second.isStart && first.isAfterWord == second.isAfterWord
            && members[first.range].elementsEqual(members[second.range])
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, key) in keys.enumerated() where !key.range.isEmpty {
            var slot = key.hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// The number of sets is bounded, so sets made to collide cost a bounded time, too.
    private static func hash(_ states: ArraySlice<Int32>, isStart: Bool, isAfterWord: Bool) -> Int {
        var hash: UInt64 = (isStart ? 1 : 0) | (isAfterWord ? 2 : 0)
        for state in states { hash = (hash ^ UInt64(UInt32(bitPattern: state))) &* 0x9E37_79B9_7F4A_7C15 }
        return Int(truncatingIfNeeded: hash >> 32)
    }
}
