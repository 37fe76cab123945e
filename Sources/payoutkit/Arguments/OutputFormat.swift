/// The forms in which a command prints its result.
enum OutputFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs: one JSON object a line, or one object.
    case json

    /// The option that chooses the form.
    static func option(json: String) -> OptionDefinition {
        OptionDefinition("--format", .one("text|json"), help: "form of the output (default: text); json: \(json)")
    }
}

extension ParsedArguments {
    /// The form that `--format` names; text when it is not given.
    func outputFormat() throws(UsageError) -> OutputFormat {
        try choice("--format", of: OutputFormat.self) ?? .text
    }
}
