/// A command of the program: what it takes and what it does.
struct CommandDefinition: Sendable {
    /// The operands that a command takes, the arguments that are no options.
    struct Operands: Sendable {
        /// As the help prints them, such as `FILE...`.
        let synopsis: String
        /// How many are taken.
        let count: ClosedRange<Int>

        static let none = Operands(synopsis: "", count: 0...0)
    }

    let name: String
    /// One line for the list of commands.
    let summary: String
    let operands: Operands
    let options: [OptionDefinition]
    /// Paragraphs printed under the options by `--help`.
    let discussion: String
    let subcommands: [CommandDefinition]
    let run: @Sendable (ParsedArguments, Console) throws -> ExitCode

    init(
        _ name: String,
        summary: String,
        operands: Operands = .none,
        options: [OptionDefinition] = [],
        discussion: String = "",
        subcommands: [CommandDefinition] = [],
        run: @escaping @Sendable (ParsedArguments, Console) throws -> ExitCode
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        self.options = options
        self.discussion = discussion
        self.subcommands = subcommands
        self.run = run
    }

    /// A command that does nothing by itself and only holds others.
    init(_ name: String, summary: String, discussion: String = "", subcommands: [CommandDefinition]) {
        self.init(name, summary: summary, discussion: discussion, subcommands: subcommands) { _, _ in
            let names = subcommands.map(\.name).joined(separator: ", ")
            throw UsageError("\(name) needs one of its commands: \(names)")
        }
    }

    /// The text of `--help`.
    ///
    /// - Parameter path: The words that lead here, such as `payoutkit vectors`.
    func help(path: String) -> String {
        var usage = ["usage:", path]
        if !subcommands.isEmpty { usage.append("COMMAND") }
        if !options.isEmpty { usage.append("[options]") }
        if !operands.synopsis.isEmpty { usage.append(operands.synopsis) }
        var text = usage.joined(separator: " ") + "\n\n" + summary + ".\n"
        if !subcommands.isEmpty {
            text += "\ncommands:\n" + Self.table(subcommands.map { ($0.name, $0.summary) })
        }
        let common = [("--help", "print this text"), ("--version", "print the version")]
        text += "\noptions:\n" + Self.table(options.map { ($0.synopsis, $0.help) } + common)
        if !discussion.isEmpty { text += "\n" + discussion + "\n" }
        return text
    }

    private static func table(_ rows: [(String, String)]) -> String {
        let width = rows.map(\.0.count).max() ?? 0
        return
            rows.map { left, right in
                "  " + left + String(repeating: " ", count: width - left.count + 2) + right + "\n"
            }
            .joined()
    }
}
