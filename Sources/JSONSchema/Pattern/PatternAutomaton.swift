/// A pattern as a table: one look-up a byte.
///
/// The table is built whole when the pattern is compiled, so that matching writes nothing and any thread may match.
struct PatternAutomaton: Sendable {
    /// States past this make a table that is dear to build; such patterns run as a simulation.
    static let maximumStateCount = 2_000
    /// Bounds the work of building, which grows with the size of the state sets.
    static let maximumWork = 4_000_000

    /// The class of each byte; bytes of one class are never told apart.
    let classes: [UInt8]
    /// The number of classes of bytes; the class of this number is the end of the text.
    let classCount: Int
    /// The next state, at the sum of a state and a class.
    ///
    /// States are stored as multiples of the row's length: 0 is dead, and
    /// the first after it has matched.
    let table: [UInt32]
    let start: UInt32

    /// The state that has matched.
    var matched: UInt32 { UInt32(classCount + 1) }

    /// Builds the table, or returns nil when it would be too large.
    init?(_ program: PatternProgram) {
        var builder = Builder(program)
        guard builder.build() else { return nil }
        classes = builder.classes
        classCount = builder.classCount
        table = builder.table
        start = builder.start
    }

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        table.withUnsafeBufferPointer { table in
            classes.withUnsafeBufferPointer { classes in
                var state = start
                for byte in text {
                    guard state > matched else { return state == matched }
                    state = table[Int(state) + Int(classes[Int(byte)])]
                }
                return table[Int(state) + classCount] == matched
            }
        }
    }
}

extension PatternAutomaton {
    /// The subset construction.
    private struct Builder {
        struct Key: Hashable {
            var states: [Int32]
            var isStart: Bool
            var isAfterWord: Bool
        }

        let program: PatternProgram
        var classes = [UInt8](repeating: 0, count: 256)
        var classCount = 1
        /// The length of a row: the classes of bytes and the end of the text.
        var rowLength: Int { classCount + 1 }
        /// One byte of each class.
        var samples: [UInt8] = []
        var table: [UInt32] = []
        var start: UInt32 = 0
        private var keys: [Key] = []
        private var numbers: [Key: UInt32] = [:]
        private var work = 0

        init(_ program: PatternProgram) {
            self.program = program
        }

        mutating func build() -> Bool {
            findClasses()
            appendFixedStates()
            var set = PatternProgram.StateSet(capacity: program.states.count)
            var following = PatternProgram.StateSet(capacity: program.states.count)
            program.close(over: program.start, isStart: true, place: nil, into: &set)
            start = number(of: set, isStart: true, isAfterWord: false)
            var next = 2
            while next < keys.count {
                guard keys.count <= PatternAutomaton.maximumStateCount, work <= PatternAutomaton.maximumWork else {
                    return false
                }
                expand(next, set: &set, following: &following)
                next += 1
            }
            return true
        }

        /// The dead state and the state that has matched lead to themselves.
        private mutating func appendFixedStates() {
            for number in 0..<2 {
                table += Array(repeating: UInt32(number * rowLength), count: rowLength)
                keys.append(Key(states: [], isStart: false, isAfterWord: false))
            }
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

        private mutating func number(
            of set: PatternProgram.StateSet,
            isStart: Bool,
            isAfterWord: Bool
        ) -> UInt32 {
            if set.contains(0) { return UInt32(rowLength) }
            var states: [Int32] = []
            for state in set.members {
                // Splits have been followed, and the start of the text does not come back.
                switch program.states[state] {
                case .split, .matched, .assertion(.start, _): continue
                default: states.append(Int32(state))
                }
            }
            if states.isEmpty { return 0 }
            states.sort()
            let key = Key(
                states: states,
                isStart: isStart,
                isAfterWord: program.hasWordAssertions && isAfterWord
            )
            if let number = numbers[key] { return number }
            let number = UInt32(keys.count * rowLength)
            numbers[key] = number
            keys.append(key)
            return number
        }

        /// Fills the row of one state.
        private mutating func expand(
            _ index: Int,
            set: inout PatternProgram.StateSet,
            following: inout PatternProgram.StateSet
        ) {
            let key = keys[index]
            let acceptsEnd = load(key, into: &set, isEnd: true, nextByte: nil)
            var wordResolved: Bool?
            for sample in samples {
                let isWord = PatternProgram.isWordByte(sample)
                // Without word assertions the next byte's kind changes nothing, so one resolved set serves all.
                if wordResolved != (program.hasWordAssertions ? isWord : false) {
                    if load(key, into: &set, isEnd: false, nextByte: sample) {
                        table.append(UInt32(rowLength))
                        continue
                    }
                    wordResolved = program.hasWordAssertions ? isWord : false
                }
                program.step(from: set, over: sample, to: &following)
                program.close(over: program.start, isStart: false, place: nil, into: &following)
                work += set.members.count + following.members.count
                table.append(number(of: following, isStart: false, isAfterWord: isWord))
            }
            table.append(acceptsEnd ? UInt32(rowLength) : 0)
        }

        /// Loads a state's set and lets its assertions decide; true when that reaches a match.
        private func load(
            _ key: Key,
            into set: inout PatternProgram.StateSet,
            isEnd: Bool,
            nextByte: UInt8?
        ) -> Bool {
            set.removeAll()
            for state in key.states { _ = set.insert(Int(state)) }
            let place = PatternProgram.Place(
                isStart: key.isStart,
                isEnd: isEnd,
                isAfterWord: key.isAfterWord,
                isBeforeWord: nextByte.map(PatternProgram.isWordByte) ?? false
            )
            program.resolve(&set, at: place)
            return set.contains(0)
        }
    }
}
