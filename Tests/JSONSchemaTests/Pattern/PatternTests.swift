import Testing

@testable import JSONSchema

@Suite("Patterns")
struct PatternTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var pattern: String
        var matching: [String]
        var others: [String]
        var testDescription: String { pattern }

        init(_ pattern: String, matches matching: [String], not others: [String]) {
            self.pattern = pattern
            self.matching = matching
            self.others = others
        }
    }

    static let cases: [Case] = [
        Case("", matches: ["", "a"], not: []),
        Case("b", matches: ["abc", "b"], not: ["", "ac"]),
        Case("^ps_[0-9]+$", matches: ["ps_3230"], not: ["ps_", "ps_1a", "xps_1", "ps_1\n"]),
        Case("^(pm|po)_[0-9]{1,3}$", matches: ["pm_1", "po_123"], not: ["pn_1", "po_1234", "po_"]),
        Case("^[0-9]{10}([0-9]{2})?$", matches: ["7707083893", "770708389301"], not: ["77070838930"]),
        Case("^[^@\\s]+@[^@\\s]+$", matches: ["ё@ж"], not: ["a b@c", "a@@b", "@b", "a\u{2003}@b"]),
        Case("^.$", matches: ["a", "ё", "€", "💩"], not: ["", "ab", "\n", "\u{2028}"]),
        Case("^[а-яё]+$", matches: ["привет", "ёж"], not: ["Привет", "a"]),
        Case("^\\p{L}+$", matches: ["Ёлка", "straße", "你好"], not: ["a1", ""]),
        Case("^\\p{Script=Cyrillic}+$", matches: ["Иванов"], not: ["Ivanov"]),
        Case("^\\P{L}+$", matches: ["12 3"], not: ["a"]),
        Case("^[\\p{Lu}\\d]$", matches: ["Ж", "7"], not: ["ж"]),
        Case("^\\w+$", matches: ["aZ_9"], not: ["é"]),
        Case("^\\W$", matches: ["é", "-"], not: ["a"]),
        Case("^\\S+\\s\\S+$", matches: ["a\u{FEFF}b"], not: ["ab"]),
        Case("\\bcat\\b", matches: ["a cat!", "cat"], not: ["scatter", "cats"]),
        Case("a\\B", matches: ["ab"], not: ["a", "a b"]),
        Case("^\\b", matches: ["a"], not: ["", " a"]),
        Case("^(a|ab)(c|bcd)$", matches: ["abcd", "ac", "abc"], not: ["ab", "abcdd"]),
        Case("^(a*)*$", matches: ["", "aaa"], not: ["b"]),
        Case("^a{0}b$", matches: ["b"], not: ["ab"]),
        Case("^a{2,}?$", matches: ["aa", "aaaa"], not: ["a"]),
        Case("^(?:a|)b$", matches: ["b", "ab"], not: ["a"]),
        Case("^(?<year>\\d{4})$", matches: ["2025"], not: ["202"]),
        Case("^\\u0041\\x42\\u{43}\\cJ$", matches: ["ABC\n"], not: ["ABC"]),
        Case("^\\uD83D\\uDCA9$", matches: ["💩"], not: ["?"]),
        Case("^[\\]\\-a]$", matches: ["]", "-", "a"], not: ["\\"]),
        Case("^[+-]$", matches: ["+", "-"], not: [","]),
        Case("[]", matches: [], not: ["", "a"]),
        Case("^[^]$", matches: ["a", "\n"], not: [""]),
        Case("^\\/\\.$", matches: ["/."], not: ["/a"]),
        Case("$^", matches: [""], not: ["a"]),
        Case("a$|^b", matches: ["xa", "bx"], not: ["ax", "xb"]),
    ]

    @Test(arguments: cases)
    func `matches what it says and nothing else`(_ test: Case) throws {
        let pattern = try Pattern(test.pattern)
        for text in test.matching { #expect(pattern.matches(text), "\(text.debugDescription) must match") }
        for text in test.others { #expect(!pattern.matches(text), "\(text.debugDescription) must not match") }
    }

    @Test(arguments: cases)
    func `the simulation agrees with the table`(_ test: Case) throws {
        let program = try PatternProgram(PatternParser.parse(test.pattern))
        for (texts, expected) in [(test.matching, true), (test.others, false)] {
            for text in texts {
                var text = text
                let found = text.withUTF8 { program.matches($0) }
                #expect(found == expected, "\(text.debugDescription)")
            }
        }
    }

    @Test(arguments: [
        ("(a", 0), ("a)", 1), ("[a", 0), ("a**", 2), ("*a", 0), ("a{2,1}", 1), ("{", 0), ("}", 0), ("\\a", 0),
        ("\\", 0), ("[b-a]", 1), ("[\\d-z]", 1), ("\\u{110000}", 0), ("\\x4", 0), ("(?i)a", 0), ("^*", 1), ("\\01", 0),
        ("(?<n>a)(?<n>b)", 7), ("\\p{", 0),
    ])
    func `a malformed pattern is refused where it is wrong`(_ text: String, offset: Int) {
        let error = #expect(throws: PatternError.self) { try Pattern(text) }
        #expect(error?.offset == offset)
        #expect(error?.isUnsupported == false)
    }

    @Test(arguments: [("a(?=b)", 1), ("(?!a)", 0), ("(?<=a)b", 0), ("(?<!a)b", 0), ("(a)\\1", 3), ("(?<n>a)\\k<n>", 7)])
    func `what has no linear matcher is refused as unsupported`(_ text: String, offset: Int) {
        let error = #expect(throws: PatternError.self) { try Pattern(text) }
        #expect(error?.offset == offset)
        #expect(error?.isUnsupported == true)
    }

    @Test(arguments: [
        "((a{1000}){1000}){1000}", "(a|b){9999}(c|d){9999}", "a{10001}", String(repeating: "(", count: 5_000),
    ])
    func `a pattern that would grow without measure is refused`(_ text: String) {
        #expect(throws: PatternError.self) { try Pattern(text) }
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["^(a+)+$", "(a|a)*b", "(a*)*c", "(a|b)*a(a|b){14}$", "^(\\w+\\s?)*$"])
    func `hostile text takes time in proportion to its length`(_ text: String) throws {
        let pattern = try Pattern(text)
        #expect(!pattern.matches(String(repeating: "a", count: 20_000) + "!"))
    }

    @Test func `a table that would be too large becomes a simulation`() throws {
        let pattern = try Pattern("(a|b)*a(a|b){14}$")
        #expect(pattern.table.pointee.isMissing)
        #expect(pattern.matches("a" + String(repeating: "b", count: 14)))
        #expect(!pattern.matches("b" + String(repeating: "b", count: 14)))
    }

    @Test func `threads that meet a pattern first at the same time agree`() async throws {
        for round in 0..<20 {
            let pattern = try Pattern("^(a|b)*c{\(round)}$")
            let text = "abba" + String(repeating: "c", count: round)
            let verdicts = await withTaskGroup(of: (Bool, Bool).self) { group in
                for _ in 0..<8 { group.addTask { (pattern.matches(text), pattern.matches(text + "d")) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(verdicts.count == 8)
            #expect(verdicts.allSatisfy { $0.0 && !$0.1 })
        }
    }

    @Test(arguments: 0..<40)
    func `a text of any length is read to its end`(_ count: Int) throws {
        let pattern = try Pattern("^x*y$")
        let text = String(repeating: "x", count: count)
        #expect(pattern.matches(text + "y"))
        #expect(!pattern.matches(text))
        #expect(!pattern.matches(text + "yx"))
        #expect(!pattern.matches("z" + text + "y"))
    }
}
