import Testing

@testable import payoutkit

@Suite("Command line: arguments") struct ArgumentTests {
    private static let command = CommandDefinition(
        "check",
        summary: "Check",
        operands: .init(synopsis: "FILE...", count: 1...2),
        options: [
            OptionDefinition("--as", .one("MESSAGE"), help: "message"),
            OptionDefinition("--only", .many("ID"), help: "case"),
            OptionDefinition("--quiet", help: "quiet"),
            OptionDefinition("--depth", .one("N"), help: "depth"),
        ]
    ) { _, _ in .right }

    private func parse(_ arguments: String...) throws(UsageError) -> ParsedArguments {
        try ParsedArguments(arguments, for: Self.command)
    }

    @Test func `a value follows its option after a space or an equals sign`() throws {
        #expect(try parse("--as", "token", "a.json")["--as"] == "token")
        #expect(try parse("--as=token", "a.json")["--as"] == "token")
        #expect(try parse("--as=a=b", "a.json")["--as"] == "a=b")
        #expect(try parse("--as=", "a.json")["--as"] == "")
    }

    @Test func `a value may begin with dashes`() throws {
        #expect(try parse("--as", "--quiet", "a.json")["--as"] == "--quiet")
    }

    @Test func `a repeated option keeps every value in order`() throws {
        #expect(try parse("--only", "b", "a.json", "--only=a").all("--only") == ["b", "a"])
    }

    @Test func `a single dash is an operand`() throws {
        #expect(try parse("-").operands == ["-"])
    }

    @Test func `two dashes end the options`() throws {
        #expect(try parse("--", "--as", "-x").operands == ["--as", "-x"])
    }

    @Test(arguments: [
        (["--sa", "x", "f"], "unknown option --sa (did you mean --as?)"),
        (["--qiet", "f"], "unknown option --qiet (did you mean --quiet?)"),
        (["--zzzzzzzzzz", "f"], "unknown option --zzzzzzzzzz"),
        (["-as", "x", "f"], "unknown option -as (did you mean --as?)"),
        (["f", "--as"], "--as needs a value: --as MESSAGE"),
        (["--quiet=yes", "f"], "--quiet takes no value"),
        (["--as", "a", "--as", "b", "f"], "--as is given twice"),
        ([], "check needs FILE..."),
        (["a", "b", "c"], "unexpected argument c"),
    ])
    func `a wrong call names the argument and the way out`(arguments: [String], sentence: String) {
        let error = #expect(throws: UsageError.self) { try ParsedArguments(arguments, for: Self.command) }
        #expect(error?.description == sentence)
    }

    @Test(arguments: ["0", "11", "x", "", "1.5", "99999999999999999999"])
    func `a number outside its range is refused with the range`(text: String) throws {
        let arguments = try parse("--depth", text, "f")
        let error = #expect(throws: UsageError.self) { try arguments.integer("--depth", in: 1...10) }
        #expect(error?.description == "--depth takes a whole number from 1 to 10, not \(text)")
    }

    @Test func `a long hostile name costs nothing and suggests nothing`() {
        let name = "--" + String(repeating: "a", count: 1_000_000)
        #expect(Suggestion.nearest(to: name, among: ["--as"]) == nil)
    }
}
