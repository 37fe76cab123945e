import Synchronization

/// A compiled pattern of the `pattern` and `patternProperties` keywords, matched in time linear in the text.
///
/// The dialect is ECMA-262 with the `u` flag. A pattern is not anchored: it matches when any part of the text does.
package final class Pattern: Sendable {
    /// The pattern as written.
    package let text: String
    private let program: PatternProgram
    /// The table, from the first match on: most schemas have patterns that a text never meets.
    // A table is whole before its address is stored, and never written to again.
    nonisolated(unsafe) private let builtTable = Atomic<UnsafePointer<PatternTable>?>(nil)

    /// Compiles `pattern`; throws where it is wrong or has no matcher in linear time.
    package init(_ pattern: String) throws(PatternError) {
        text = pattern
        program = try PatternProgram(PatternParser.parse(pattern))
    }

    deinit {
        if let table = builtTable.load(ordering: .acquiring) { Pattern.destroy(table) }
    }

    /// Whether any part of `text`, which is valid UTF-8, matches.
    ///
    /// - Parameter spend: is asked whether more may be spent where a match takes long.
    package func matches(_ text: UnsafeBufferPointer<UInt8>, spend: (Int) -> Bool = { _ in true }) -> Bool {
        let table = table
        guard !table.pointee.isMissing, let base = text.baseAddress else { return program.matches(text, spend: spend) }
        return table.pointee.matches(base, count: text.count)
    }

    /// Whether any part of `text` matches.
    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    /// The table; it lives as long as the pattern.
    ///
    /// Two threads may both build it; they come to the same, and the second one's is dropped.
    var table: UnsafePointer<PatternTable> {
        if let table = builtTable.load(ordering: .acquiring) { return table }
        let memory = UnsafeMutablePointer<PatternTable>.allocate(capacity: 1)
        memory.initialize(to: PatternTable(program))
        let made = UnsafePointer(memory)
        let exchange = builtTable.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
        guard !exchange.exchanged, let known = exchange.original else { return made }
        Pattern.destroy(made)
        return known
    }

    private static func destroy(_ table: UnsafePointer<PatternTable>) {
        table.pointee.deallocate()
        table.deallocate()
    }
}
