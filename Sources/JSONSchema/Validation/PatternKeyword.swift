@_spi(Tape) import StrictJSON
import Synchronization

// `pattern` (validation 6.3.3).

extension SchemaCompiler {
    mutating func compilePattern(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard let text = context.value.string else { throw invalid(context, "must be a string") }
        let number = try pattern(text, context)
        draft.add(Instruction(operation: .pattern, a: number), .assertion, context.site)
    }

    /// The number of a pattern of the schema.
    mutating func pattern(_ text: String, _ context: KeywordContext) throws(SchemaError) -> Int32 {
        do throws(PatternError) {
            return try builder.pattern(text)
        } catch {
            throw fail(
                error.isUnsupported ? .unsupportedPattern : .invalidPattern,
                context.value,
                of: context.node,
                "\(error.reason) (character \(error.offset + 1) of the pattern)"
            )
        }
    }
}

extension AssertionChecker {
    func matchesPattern(_ instruction: Instruction, _ index: Int) -> Bool {
        // Names are strings where `propertyNames` speaks of them.
        let kind = tape[index].info & 7
        return (kind != 4 && kind != 7) || matches(instruction.a, index)
    }

    /// Whether the string or name at `index` matches a pattern.
    @inline(__always)
    func matches(_ pattern: Int32, _ index: Int) -> Bool {
        let entry = tape[index]
        guard let table = view.patternTables[Int(pattern)].load(ordering: .acquiring),
            !entry.has(TapeEntry.hasEscapes)
        else { return matchesSlowly(pattern, index) }
        return table.pointee.matches(
            tape.bytes + Int(entry.start) + 1,
            count: Int(entry.end &- entry.start) &- 2
        )
    }

    /// The same where the text has to be decoded first, or the pattern has no table yet or never has one.
    @inline(never)
    private func matchesSlowly(_ pattern: Int32, _ index: Int) -> Bool {
        let compiled = program.patterns[Int(pattern)]
        let table = compiled.table
        if !table.pointee.isMissing { view.patternTables[Int(pattern)].store(table, ordering: .releasing) }
        return tape.withDecodedBytes(index) { compiled.matches($0) { budget.pointee.spend($0) } }
    }
}
