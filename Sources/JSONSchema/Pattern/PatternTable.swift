/// A pattern as a table in memory of its own, for matching with one look-up a byte and without reference counting.
///
/// States are stored as offsets of their rows: 0 is dead, and the first after it has matched. Both lead to themselves.
struct PatternTable {
    /// States past this make a table that is dear to build; such patterns run as a simulation.
    static let maximumStateCount = 2_000
    /// Bounds the work of building, which grows with the size of the state sets.
    static let maximumWork = 4_000_000

    /// The class of each byte; bytes of one class are never told apart.
    private let classes: UnsafeMutablePointer<UInt8>
    /// The next state, at the sum of a state and a class.
    private let next: UnsafeMutablePointer<UInt32>
    /// The state that has matched; 0 where the table would have been too large, and is missing.
    private let matched: UInt32
    private let start: UInt32
    /// The class that stands for the end of the text.
    private let endClass: UInt32

    /// Whether there is no table, so that the pattern has to run as a simulation.
    var isMissing: Bool { matched == 0 }

    /// Builds the table of a program.
    init(_ program: PatternProgram) {
        var construction = SubsetConstruction(program)
        guard construction.build() else {
            classes = .allocate(capacity: 1)
            next = .allocate(capacity: 1)
            (matched, start, endClass) = (0, 0, 0)
            return
        }
        classes = PatternTable.copy(construction.classes)
        next = PatternTable.copy(construction.table)
        matched = UInt32(construction.classCount + 1)
        start = construction.start
        endClass = UInt32(construction.classCount)
    }

    /// Gives the memory back; the table must not be used again.
    func deallocate() {
        classes.deallocate()
        next.deallocate()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        for (index, element) in elements.enumerated() { (memory + index).initialize(to: element) }
        return memory
    }

    /// Whether any part of the text matches.
    ///
    /// A text is looked at in pieces, so that the end of the search is noticed without a test at each byte.
    @inline(__always)
    func matches(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
        var state = start
        var offset = 0
        while count &- offset >= 8 {
            for _ in 0..<8 {
                state = next[Int(state &+ UInt32(classes[Int(text[offset])]))]
                offset &+= 1
            }
            if state <= matched { return state == matched }
        }
        while offset < count {
            state = next[Int(state &+ UInt32(classes[Int(text[offset])]))]
            offset &+= 1
        }
        return next[Int(state &+ endClass)] == matched
    }
}
