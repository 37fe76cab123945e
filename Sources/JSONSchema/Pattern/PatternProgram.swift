/// A pattern as a nondeterministic automaton over UTF-8 bytes.
struct PatternProgram {
    enum State {
        /// Reads one byte; the transitions lie in `transitions`.
        case bytes(Range<Int>)
        /// Goes on in each of the states of `targets`.
        case split(Range<Int>)
        case assertion(PatternAssertion, next: Int)
        case matched
    }

    struct Transition {
        var low: UInt8
        var high: UInt8
        var target: Int
    }

    /// Enough for the patterns of a contract; a nest of counted repetitions can't grow past it.
    static let maximumStateCount = 20_000
    static let maximumTransitionCount = 100_000

    private(set) var states: [State] = [.matched]
    private(set) var transitions: [Transition] = []
    private(set) var targets: [Int] = []
    private(set) var start = 0
    private(set) var hasWordAssertions = false
    private var tries: [ScalarSet: ByteTrie] = [:]
    /// The latest trie: repetitions ask for the same one again and again.
    private var latest: (set: ScalarSet, trie: ByteTrie)?

    init(_ syntax: PatternSyntax) throws(PatternError) {
        start = try compile(syntax, to: 0)
        tries = [:]
        latest = nil
    }

    /// Appends the states of `syntax` that go on to `next`, and returns where to enter them.
    private mutating func compile(_ syntax: PatternSyntax, to next: Int) throws(PatternError) -> Int {
        switch syntax {
        case .empty:
            return next
        case .scalars(let set):
            return try compile(set, to: next)
        case .assertion(let assertion):
            if assertion == .wordBoundary || assertion == .noWordBoundary { hasWordAssertions = true }
            return try append(.assertion(assertion, next: next))
        case .sequence(let terms):
            var entry = next
            for term in terms.reversed() { entry = try compile(term, to: entry) }
            return entry
        case .alternatives(let branches):
            var entries: [Int] = []
            for branch in branches { entries.append(try compile(branch, to: next)) }
            return try appendSplit(entries)
        case .repetition(let content, let minimum, let maximum):
            return try compileRepetition(of: content, minimum: minimum, maximum: maximum, to: next)
        }
    }

    private mutating func compileRepetition(
        of content: PatternSyntax,
        minimum: Int,
        maximum: Int?,
        to next: Int
    ) throws(PatternError) -> Int {
        var entry = next
        var copies = minimum
        if let maximum {
            for _ in 0..<(maximum - minimum) {
                let body = try compile(content, to: entry)
                entry = try appendSplit([body, next])
            }
        } else {
            let loop = try appendSplit([next, next])
            let body = try compile(content, to: loop)
            if case .split(let range) = states[loop] { targets[range.lowerBound] = body }
            entry = minimum == 0 ? loop : body
            copies = max(0, minimum - 1)
        }
        for _ in 0..<copies { entry = try compile(content, to: entry) }
        return entry
    }

    private mutating func compile(_ set: ScalarSet, to next: Int) throws(PatternError) -> Int {
        if let last = set.ranges.last, last.upperBound < 0x80 { return try compileASCII(set, to: next) }
        let trie = trie(of: set)
        // States of the trie refer to smaller ones only, so their places here are known when they are needed.
        var places: [Int] = []
        for state in trie.states {
            let first = transitions.count
            for transition in state {
                let target = transition.target == ByteTrie.accepted ? next : places[Int(transition.target)]
                transitions.append(Transition(low: transition.low, high: transition.high, target: target))
            }
            guard transitions.count <= PatternProgram.maximumTransitionCount else { throw PatternProgram.tooLarge }
            places.append(try append(.bytes(first..<transitions.count)))
        }
        guard let start = trie.start else { return try append(.bytes(0..<0)) }
        return places[Int(start)]
    }

    /// ASCII characters are single bytes, so one state reads them.
    private mutating func compileASCII(_ set: ScalarSet, to next: Int) throws(PatternError) -> Int {
        let first = transitions.count
        for range in set.ranges {
            transitions.append(
                Transition(low: UInt8(range.lowerBound), high: UInt8(range.upperBound), target: next)
            )
        }
        guard transitions.count <= PatternProgram.maximumTransitionCount else { throw PatternProgram.tooLarge }
        return try append(.bytes(first..<transitions.count))
    }

    private mutating func trie(of set: ScalarSet) -> ByteTrie {
        if let latest, latest.set == set { return latest.trie }
        let trie = tries[set] ?? ByteTrie(set)
        tries[set] = trie
        latest = (set, trie)
        return trie
    }

    private mutating func append(_ state: State) throws(PatternError) -> Int {
        guard states.count < PatternProgram.maximumStateCount else { throw PatternProgram.tooLarge }
        states.append(state)
        return states.count - 1
    }

    private mutating func appendSplit(_ entries: [Int]) throws(PatternError) -> Int {
        let first = targets.count
        targets += entries
        return try append(.split(first..<targets.count))
    }

    private static var tooLarge: PatternError {
        PatternError("the pattern needs more than \(maximumStateCount) states", at: 0, isUnsupported: true)
    }
}

extension PatternProgram {
    /// What is known about a place between two bytes.
    struct Place {
        var isStart: Bool
        var isEnd: Bool
        var isAfterWord: Bool
        var isBeforeWord: Bool
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }

    /// Adds `state` and all it reaches without reading a byte.
    ///
    /// With no `place` an assertion that needs the next byte waits in the set. The walk keeps its own stack: a long
    /// row of alternatives would exhaust the machine's.
    func close(over state: Int, isStart: Bool, place: Place?, into set: inout StateSet) {
        switch states[state] {
        case .bytes, .matched:
            // Most steps end here, and need no stack.
            _ = set.insert(state)
            return
        default: break
        }
        set.pending.append(state)
        while let state = set.pending.popLast() {
            guard set.insert(state) else { continue }
            switch states[state] {
            case .bytes, .matched:
                break
            case .split(let range):
                for target in targets[range].reversed() { set.pending.append(target) }
            case .assertion(let assertion, let next):
                let holds =
                    switch assertion {
                    case .start: isStart
                    case .end: place.map(\.isEnd) ?? false
                    case .wordBoundary: place.map { $0.isAfterWord != $0.isBeforeWord } ?? false
                    case .noWordBoundary: place.map { $0.isAfterWord == $0.isBeforeWord } ?? false
                    }
                if holds { set.pending.append(next) }
            }
        }
    }

    /// A set of states with constant-time insertion and clearing, iterated in order of insertion.
    struct StateSet {
        private(set) var members: [Int] = []
        private var places: [Int32]
        /// The stack of a walk that fills the set; empty between walks.
        fileprivate var pending: [Int] = []

        init(capacity: Int) {
            places = Array(repeating: 0, count: capacity)
        }

        func contains(_ state: Int) -> Bool {
            let place = Int(places[state])
            return place < members.count && members[place] == state
        }

        mutating func insert(_ state: Int) -> Bool {
            guard !contains(state) else { return false }
            places[state] = Int32(members.count)
            members.append(state)
            return true
        }

        mutating func removeAll() {
            members.removeAll(keepingCapacity: true)
        }
    }
}
