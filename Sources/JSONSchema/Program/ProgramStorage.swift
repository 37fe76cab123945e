import StrictJSON
import Synchronization

/// The tables that evaluation reads, by address.
struct ProgramView {
    var nodes: UnsafePointer<Node>
    var instructions: UnsafePointer<Instruction>
    var children: UnsafePointer<Int32>
    var names: UnsafePointer<NameRecord>
    var nameLists: UnsafePointer<Int32>
    var bytes: UnsafePointer<UInt8>
    var plans: UnsafePointer<MemberPlan>
    var slots: UnsafePointer<Int32>
    var candidates: UnsafePointer<Candidate>
    var patternChildren: UnsafePointer<PatternChild>
    var dependentSchemas: UnsafePointer<DependentSchema>
    var dependentNames: UnsafePointer<DependentNames>
    var shortNumbers: UnsafePointer<ShortNumber>
    var patternTables: UnsafeMutablePointer<PatternTableSlot>
    var ranges: UnsafePointer<IntegerRange>
    var code: UnsafePointer<Instruction>
    var entries: UnsafePointer<UInt32>
    var branches: UnsafePointer<UInt32>
}

/// The table of a pattern once a text has met it; the pattern owns it.
typealias PatternTableSlot = Atomic<UnsafePointer<PatternTable>?>

/// A number of the schema where it fits 64 bits.
struct ShortNumber {
    var value: Int64
    var isShort: Bool
}

/// Owner of the memory behind a `ProgramView`.
///
/// Evaluation reads tables by address, so that no step of it counts references or checks bounds: every index in the
/// tables was made by the compiler.
// Nothing but the atomic slots is written after `init`, and `deinit` runs when the last user has gone, so any thread may read.
final class ProgramStorage: @unchecked Sendable {
    /// The addresses of the tables; one struct of them for all that evaluate, which would be dear to copy.
    let tables: UnsafePointer<ProgramView>
    private let allocations: [UnsafeMutableRawPointer]

    init(_ builder: ProgramBuilder) {
        var allocations: [UnsafeMutableRawPointer] = []
        func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
            let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
            elements.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
            }
            allocations.append(UnsafeMutableRawPointer(memory))
            return UnsafePointer(memory)
        }
        let patternTables = UnsafeMutablePointer<PatternTableSlot>.allocate(capacity: max(1, builder.patterns.count))
        for number in builder.patterns.indices { (patternTables + number).initialize(to: Atomic(nil)) }
        allocations.append(UnsafeMutableRawPointer(patternTables))
        let view = ProgramView(
            nodes: copy(builder.nodes),
            instructions: copy(builder.instructions),
            children: copy(builder.children),
            names: copy(builder.names),
            nameLists: copy(builder.nameLists),
            bytes: copy(builder.bytes),
            plans: copy(builder.plans),
            slots: copy(builder.slots),
            candidates: copy(builder.candidates),
            patternChildren: copy(builder.patternChildren),
            dependentSchemas: copy(builder.dependentSchemas),
            dependentNames: copy(builder.dependentNames),
            shortNumbers: copy(
                builder.numbers.map { number in
                    let value = number.int64
                    return ShortNumber(value: value ?? 0, isShort: value != nil)
                }
            ),
            patternTables: patternTables,
            ranges: copy(builder.ranges),
            code: copy(builder.code),
            entries: copy(builder.entries),
            branches: copy(builder.branches)
        )
        self.tables = copy([view])
        self.allocations = allocations
    }

    var view: ProgramView {
        @inline(__always) get { tables.pointee }
    }

    deinit {
        for memory in allocations { memory.deallocate() }
    }
}
