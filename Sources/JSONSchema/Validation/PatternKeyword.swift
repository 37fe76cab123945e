@_spi(Tape) import StrictJSON

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
        let table = view.patternTables[Int(pattern)]
        if table.matched != 0, !entry.has(TapeEntry.hasEscapes) {
            return table.matches(
                tape.bytes + Int(entry.start) + 1,
                count: Int(entry.end &- entry.start) &- 2
            )
        }
        return tape.withDecodedBytes(index) { program.patterns[Int(pattern)].matches($0) }
    }
}
