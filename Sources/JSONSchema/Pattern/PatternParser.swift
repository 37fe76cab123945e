/// Reads a pattern of ECMA-262 section 22.2.1 with the `u` flag, the dialect that JSON Schema core 6.4 recommends.
///
/// Lookaround and backreferences are refused as unsupported: no matcher in linear time is known for them in general.
struct PatternParser {
    /// Deeper groups are refused, since the parser and the compiler descend into them.
    static let maximumDepth = 200
    /// Larger counts are refused: the automaton holds a copy for each repetition.
    static let maximumCount = 10_000

    let scalars: [Unicode.Scalar]
    var offset = 0
    private var depth = 0
    private var groupNames: Set<String> = []
    private var groupCount = 0
    /// The groups that backreferences name, with the places of those.
    var referencedNames: [(name: String, offset: Int)] = []
    var highestReference: (number: Int, offset: Int) = (0, 0)
    /// Whether only the grammar counts, so that lookaround and backreferences are let through.
    let checksGrammarAlone: Bool

    init(_ pattern: String, checksGrammarAlone: Bool = false) {
        scalars = Array(pattern.unicodeScalars)
        self.checksGrammarAlone = checksGrammarAlone
    }

    /// Whether a text is a pattern by the grammar, with a matcher here or without one.
    static func isPattern(_ pattern: String) -> Bool {
        var parser = PatternParser(pattern, checksGrammarAlone: true)
        do throws(PatternError) {
            _ = try parser.disjunction()
        } catch {
            return error.isUnsupported
        }
        return parser.offset == parser.scalars.count && parser.highestReference.number <= parser.groupCount
            && parser.referencedNames.allSatisfy { parser.groupNames.contains($0.name) }
    }

    /// Parses the whole pattern.
    static func parse(_ pattern: String) throws(PatternError) -> PatternSyntax {
        var parser = PatternParser(pattern)
        let syntax = try parser.disjunction()
        if parser.offset < parser.scalars.count {
            throw PatternError("a closing bracket has no opening one", at: parser.offset)
        }
        return syntax
    }

    var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        offset += 1
        return true
    }

    func fail(_ reason: String, at place: Int? = nil) -> PatternError {
        PatternError(reason, at: place ?? offset)
    }

    func unsupported(_ reason: String, at place: Int) -> PatternError {
        PatternError(reason, at: place, isUnsupported: true)
    }

    private mutating func disjunction() throws(PatternError) -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.maximumDepth else {
            throw unsupported("groups nest deeper than \(PatternParser.maximumDepth)", at: offset)
        }
        var branches = [try alternative()]
        while take("|") { branches.append(try alternative()) }
        if branches.allSatisfy({ $0 == .empty }) { return .empty }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func alternative() throws(PatternError) -> PatternSyntax {
        var terms: [PatternSyntax] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let term = try quantified(try term())
            if term != .empty { terms.append(term) }
        }
        switch terms.count {
        case 0: return .empty
        case 1: return terms[0]
        default: return .sequence(terms)
        }
    }

    /// A term and whether a quantifier may follow: none may follow an assertion under the `u` flag.
    private mutating func term() throws(PatternError) -> (PatternSyntax, isQuantifiable: Bool) {
        let start = offset
        guard let scalar = next else { return (.empty, true) }
        offset += 1
        switch scalar {
        case "^": return (.assertion(.start), false)
        case "$": return (.assertion(.end), false)
        case ".": return (.scalars(.anyButLineTerminators), true)
        case "(": return (try group(openedAt: start), true)
        case "[": return (.scalars(try characterClass(openedAt: start)), true)
        case "\\": return try escape(openedAt: start)
        case "*", "+", "?": throw fail("a quantifier has nothing to repeat", at: start)
        case "{", "}", "]": throw fail("a bare bracket must be escaped", at: start)
        default: return (.scalars(ScalarSet(scalar.value)), true)
        }
    }

    private mutating func group(openedAt start: Int) throws(PatternError) -> PatternSyntax {
        if take("?") {
            switch next {
            case ":":
                offset += 1
            case "=", "!":
                guard checksGrammarAlone else { throw unsupported("lookahead is not supported", at: start) }
                offset += 1
            case "<":
                offset += 1
                if next == "=" || next == "!" {
                    guard checksGrammarAlone else { throw unsupported("lookbehind is not supported", at: start) }
                    offset += 1
                } else {
                    let name = try groupName()
                    guard groupNames.insert(name).inserted else { throw fail("a group name is used twice", at: start) }
                    groupCount += 1
                }
            default:
                throw fail("an unknown kind of group", at: start)
            }
        } else {
            groupCount += 1
        }
        let content = try disjunction()
        guard take(")") else { throw fail("a group is not closed", at: start) }
        return content
    }

    mutating func groupName() throws(PatternError) -> String {
        let start = offset
        var name = String.UnicodeScalarView()
        while let scalar = next, scalar != ">" {
            let isFirst = name.isEmpty
            let isAllowed =
                scalar == "$" || scalar == "_"
                || (isFirst ? scalar.properties.isIDStart : scalar.properties.isIDContinue)
            guard isAllowed else { throw fail("a group name must be an identifier") }
            name.append(scalar)
            offset += 1
        }
        guard !name.isEmpty, take(">") else { throw fail("a group name is not closed", at: start) }
        return String(name)
    }

    private mutating func quantified(
        _ term: (syntax: PatternSyntax, isQuantifiable: Bool)
    ) throws(PatternError) -> PatternSyntax {
        let start = offset
        guard let (minimum, maximum) = try quantifier() else { return term.syntax }
        guard term.isQuantifiable else { throw fail("an assertion can't be repeated", at: start) }
        _ = take("?")
        if term.syntax == .empty || maximum == 0 { return .empty }
        return .repetition(term.syntax, minimum: minimum, maximum: maximum)
    }

    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        switch next {
        case "*":
            offset += 1
            return (0, nil)
        case "+":
            offset += 1
            return (1, nil)
        case "?":
            offset += 1
            return (0, 1)
        case "{":
            return try counts()
        default:
            return nil
        }
    }

    private mutating func counts() throws(PatternError) -> (Int, Int?) {
        let start = offset
        offset += 1
        let minimum = try count(openedAt: start)
        var maximum: Int? = minimum
        if take(",") { maximum = next == "}" ? nil : try count(openedAt: start) }
        guard take("}") else { throw fail("a counted repetition is not closed", at: start) }
        if let maximum, maximum < minimum { throw fail("a counted repetition runs backwards", at: start) }
        guard max(minimum, maximum ?? 0) <= PatternParser.maximumCount else {
            throw unsupported("a count is above \(PatternParser.maximumCount)", at: start)
        }
        return (minimum, maximum)
    }

    private mutating func count(openedAt start: Int) throws(PatternError) -> Int {
        var value = 0
        let first = offset
        while let scalar = next, ("0"..."9").contains(scalar) {
            // Any count past the limit is refused later, so growth may stop here without overflow.
            value = min(value * 10 + Int(scalar.value - 0x30), 1_000_000)
            offset += 1
        }
        guard offset > first else { throw fail("a bare bracket must be escaped", at: start) }
        return value
    }
}
