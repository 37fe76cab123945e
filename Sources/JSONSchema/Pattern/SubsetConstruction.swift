/// Builds the table of a pattern: each of its states stands for a set of the program's states.
struct SubsetConstruction {
    let program: PatternProgram
    private(set) var classes = [UInt8](repeating: 0, count: 256)
    private(set) var classCount = 1
    private(set) var table: [UInt32] = []
    private(set) var start: UInt32 = 0

    /// One byte of each class.
    private var samples: [UInt8] = []
    private var keys = PatternStateKeys()
    /// Which classes the states of the set at hand read.
    private var isRead: [Bool] = []
    private var set: PatternProgram.StateSet
    private var following: PatternProgram.StateSet
    private var work = 0

    /// The length of a row: the classes of bytes and the end of the text.
    private var rowLength: Int { classCount + 1 }

    init(_ program: PatternProgram) {
        self.program = program
        set = PatternProgram.StateSet(capacity: program.states.count)
        following = PatternProgram.StateSet(capacity: program.states.count)
    }

    /// Fills the table; false when it would be too large.
    mutating func build() -> Bool {
        findClasses()
        isRead = Array(repeating: false, count: classCount)
        // The dead state and the state that has matched lead to themselves.
        for number in 0..<2 {
            table += Array(repeating: UInt32(number * rowLength), count: rowLength)
            keys.appendEmpty()
        }
        program.close(over: program.start, isStart: true, place: nil, into: &set)
        start = number(of: set, isStart: true, isAfterWord: false)
        var next = 2
        while next < keys.count {
            guard keys.count <= PatternTable.maximumStateCount, work <= PatternTable.maximumWork else {
                return false
            }
            if program.hasWordAssertions { expandByWords(next) } else { expand(next) }
            next += 1
        }
        return true
    }

    private mutating func findClasses() {
        var isBoundary = [Bool](repeating: false, count: 257)
        for transition in program.transitions {
            isBoundary[Int(transition.low)] = true
            isBoundary[Int(transition.high) + 1] = true
        }
        if program.hasWordAssertions {
            for boundary in [0x30, 0x3A, 0x41, 0x5B, 0x5F, 0x60, 0x61, 0x7B] { isBoundary[boundary] = true }
        }
        var current = 0
        samples = [0]
        for byte in 1..<256 {
            if isBoundary[byte] {
                current += 1
                samples.append(UInt8(byte))
            }
            classes[byte] = UInt8(current)
        }
        classCount = current + 1
    }

    /// The table's state for a set, as an offset of its row.
    private mutating func number(of set: PatternProgram.StateSet, isStart: Bool, isAfterWord: Bool) -> UInt32 {
        if set.contains(0) { return UInt32(rowLength) }
        let number = keys.number(isStart: isStart, isAfterWord: program.hasWordAssertions && isAfterWord) { states in
            for state in set.members {
                // Splits have been followed, and the start of the text does not come back.
                switch program.states[state] {
                case .split, .matched, .assertion(.start, _): continue
                default: states.append(Int32(state))
                }
            }
        }
        return UInt32(number * rowLength)
    }

    /// Fills the row of one state where the next byte decides no assertion.
    ///
    /// All classes that no state of the set reads lead to the same state, so only the others are looked at one by one.
    private mutating func expand(_ index: Int) {
        let acceptsEnd = load(index, isEnd: true, nextByte: nil)
        _ = load(index, isEnd: false, nextByte: nil)
        following.removeAll()
        program.close(over: program.start, isStart: false, place: nil, into: &following)
        work += following.members.count
        let other = number(of: following, isStart: false, isAfterWord: false)
        markReadClasses()
        for (number, sample) in samples.enumerated() {
            table.append(isRead[number] ? next(over: sample, isAfterWord: false) : other)
            isRead[number] = false
        }
        table.append(acceptsEnd ? UInt32(rowLength) : 0)
    }

    private mutating func markReadClasses() {
        for state in set.members {
            guard case .bytes(let range) = program.states[state] else { continue }
            for transition in program.transitions[range] {
                for number in classes[Int(transition.low)]...classes[Int(transition.high)] {
                    isRead[Int(number)] = true
                }
            }
        }
    }

    /// Fills the row of one state where it matters whether the next byte belongs to a word.
    private mutating func expandByWords(_ index: Int) {
        let acceptsEnd = load(index, isEnd: true, nextByte: nil)
        var loaded: Bool?
        var hasMatched = false
        for sample in samples {
            let isWord = PatternProgram.isWordByte(sample)
            if loaded != isWord {
                hasMatched = load(index, isEnd: false, nextByte: sample)
                loaded = isWord
            }
            table.append(hasMatched ? UInt32(rowLength) : next(over: sample, isAfterWord: isWord))
        }
        table.append(acceptsEnd ? UInt32(rowLength) : 0)
    }

    /// The state after a byte.
    private mutating func next(over sample: UInt8, isAfterWord: Bool) -> UInt32 {
        program.step(from: set, over: sample, to: &following)
        program.close(over: program.start, isStart: false, place: nil, into: &following)
        work += set.members.count + following.members.count
        return number(of: following, isStart: false, isAfterWord: isAfterWord)
    }

    /// Loads a state's set and lets its assertions decide; true when that reaches a match.
    private mutating func load(_ index: Int, isEnd: Bool, nextByte: UInt8?) -> Bool {
        set.removeAll()
        for state in keys.states(of: index) { _ = set.insert(Int(state)) }
        let place = PatternProgram.Place(
            isStart: keys.isStart(index),
            isEnd: isEnd,
            isAfterWord: keys.isAfterWord(index),
            isBeforeWord: nextByte.map(PatternProgram.isWordByte) ?? false
        )
        program.resolve(&set, at: place)
        return set.contains(0)
    }
}
