import PayoutContract
package import PayoutVectors
import StrictJSON

/// Runs the text cases through parsers that pass over one mistake, or refuse one thing that is right.
package struct TextAudit: Sendable {
    /// A parser: the error that it stops with, or nil when it takes the text.
    private typealias Parser = (_ bytes: [UInt8]) -> JSONTextError?

    /// A text case and the rules that it names.
    private struct Trial {
        let id: String
        let rules: Set<RuleID>
        let text: TextCase

        init?(_ vector: VectorCase) {
            guard case .text(let text) = vector.content else { return nil }
            id = vector.id
            rules = Set(vector.mentionedRules)
            self.text = text
        }

        /// Whether a parser judges the text as the case expects; what the lenient profile makes of it is not asked.
        func holds(in parser: Parser) -> Bool {
            let error = parser(text.body)
            guard let expected = text.expectation.findings.first, !text.expectation.isAccept else {
                return error == nil
            }
            guard let error else { return false }
            return error.offset == expected.offset && Contract.rule(forText: error.code) == expected.rule
        }
    }

    /// A change of the parser.
    private struct Change {
        let mutant: Mutant
        let parser: Parser

        init(_ subject: String, _ alteration: String, _ rule: RuleID, _ parser: @escaping Parser) {
            mutant = Mutant(subject: subject, alteration: alteration, rules: [rule])
            self.parser = parser
        }
    }

    private let cases: [VectorCase]

    /// Takes the cases of a set; those of other kinds are passed over.
    package init(_ cases: [VectorCase]) {
        self.cases = cases
    }

    /// The cases that do not hold for the parser as it stands.
    package func failures() -> [String] {
        cases.compactMap(Trial.init).filter { !$0.holds(in: Self.parse) }.map(\.id)
    }

    /// The mutants, and what became of each.
    package func outcomes() -> [MutantOutcome] {
        let trials = cases.compactMap(Trial.init)
        return (Self.leniencies + Self.depths + Self.refusals)
            .map { change in
                let killer = trials.first { trial in
                    !trial.rules.isDisjoint(with: change.mutant.rules) && !trial.holds(in: change.parser)
                }
                return MutantOutcome(change.mutant, killer.map { .killed(by: $0.id) } ?? .survived)
            } + [Self.unreachable]
    }

    private static func parse(_ bytes: [UInt8]) -> JSONTextError? { error(bytes, .strict) }

    private static func error(_ bytes: [UInt8], _ policy: JSONTextPolicy) -> JSONTextError? {
        do throws(JSONTextError) {
            _ = try JSONDocument(parsing: bytes, policy: policy)
            return nil
        } catch {
            return error
        }
    }

    /// For each mistake a parser that takes a text with it.
    private static var leniencies: [Change] {
        JSONTextError.Code.all.filter { $0 != .tooLong }
            .map { code in
                Change("JSON parser", "takes a text with \(code.identifier)", Contract.rule(forText: code)) { bytes in
                    parse(bytes).flatMap { $0.code == code ? nil : $0 }
                }
            }
    }

    /// No case is so long: it would be the better part of every release.
    private static var unreachable: MutantOutcome {
        let code = JSONTextError.Code.tooLong
        let mutant = Mutant(
            subject: "JSON parser",
            alteration: "takes a text with \(code.identifier)",
            rules: [Contract.rule(forText: code)]
        )
        return MutantOutcome(mutant, .equivalent("a limit of this kit's own: a case would be longer than 16 MiB"))
    }

    private static var depths: [Change] {
        let depth = JSONTextPolicy.strict.maximumDepth
        return [depth - 1, depth + 1]
            .map { other in
                Change("JSON parser", "allows \(other) levels", "TEXT.DEPTH") { bytes in
                    error(bytes, JSONTextPolicy(maximumDepth: other))
                }
            }
    }

    /// For each thing that is right a parser that refuses it.
    private static var refusals: [Change] {
        let features: [(name: String, rule: RuleID, isIn: ([UInt8]) -> Bool)] = [
            ("an escaped solidus", "TEXT.RFC8259", { $0.containsText("\\/") }),
            ("an escape of four digits", "TEXT.RFC8259", { $0.containsText("\\u") }),
            ("an escaped quotation mark", "TEXT.RFC8259", { $0.containsText("\\\"") }),
            ("a number with an exponent", "TEXT.RFC8259", { ["1e", "1E", "0e"].contains(where: $0.containsText) }),
            ("a number with a fraction", "TEXT.RFC8259", { ["0.", "1.", "2."].contains(where: $0.containsText) }),
            ("a negative zero", "TEXT.RFC8259", { $0.containsText("-0") }),
            ("a tab between tokens", "TEXT.RFC8259", { $0.contains(0x09) }),
            ("a carriage return between tokens", "TEXT.RFC8259", { $0.contains(0x0D) }),
            ("a value that is no object", "TEXT.RFC8259", { $0.first { $0 > 0x20 } != 0x7B }),
            ("an empty name", "TEXT.RFC8259", { $0.containsText("\"\":") }),
            ("a character beyond ASCII", "TEXT.UTF8", { $0.contains { $0 >= 0x80 } }),
            ("a character beyond the basic plane", "TEXT.UTF8", { $0.contains { $0 >= 0xF0 } }),
            ("a surrogate pair", "TEXT.SURROGATES", { $0.containsText("\\ud8") || $0.containsText("\\uD8") }),
            ("whitespace behind the value", "TEXT.TRAILING", { $0.last.map { $0 <= 0x20 } ?? false }),
        ]
        return features.map { feature in
            Change("JSON parser", "refuses \(feature.name)", feature.rule) { bytes in
                parse(bytes) ?? (feature.isIn(bytes) ? JSONTextError(code: .expectedValue, offset: -1) : nil)
            }
        }
    }
}
