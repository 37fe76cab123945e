import PayoutSandbox

/// The options and operands of one call, checked against a command's definition.
struct ParsedArguments: Sendable {
    /// Values by option name; a switch that was given has an empty list.
    private var values: [String: [String]] = [:]
    /// The options in the order in which they were given; a switch has no value.
    private(set) var given: [(name: String, value: String?)] = []
    /// The arguments that are no options, in order.
    ///
    /// A lone `-` is one: it names standard input.
    private(set) var operands: [String] = []

    /// Reads `arguments` by the definition of a command.
    ///
    /// A value follows its option after a space or after `=`. `--` ends the options.
    ///
    /// - Throws: `UsageError` when an option is unknown, lacks its value, has one that it does not take or is given
    ///   twice, and when there are too few or too many operands.
    init(_ arguments: [String], for command: CommandDefinition) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                operands.append(contentsOf: rest)
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                operands.append(argument)
                continue
            }
            try take(option: argument, from: &rest, for: command)
        }
        try checkOperands(of: command)
    }

    private mutating func take(
        option argument: String,
        from rest: inout ArraySlice<String>,
        for command: CommandDefinition
    ) throws(UsageError) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let attached = parts.count == 2 ? String(parts[1]) : nil
        guard let option = command.options.first(where: { $0.name == name }) else {
            let known = command.options.map(\.name) + ["--help", "--version"]
            throw UsageError("unknown option \(name)\(Suggestion.clause(for: name, among: known))")
        }
        switch option.value {
        case .none:
            guard attached == nil else { throw UsageError("\(name) takes no value") }
            values[name] = []
            given.append((name, nil))
        case .one, .many:
            guard let value = attached ?? rest.popFirst() else {
                throw UsageError("\(name) needs a value: \(option.synopsis)")
            }
            if case .one = option.value, values[name] != nil { throw UsageError("\(name) is given twice") }
            values[name, default: []].append(value)
            given.append((name, value))
        }
    }

    private func checkOperands(of command: CommandDefinition) throws(UsageError) {
        if operands.count < command.operands.count.lowerBound {
            throw UsageError("\(command.name) needs \(command.operands.synopsis)")
        }
        if operands.count > command.operands.count.upperBound {
            throw UsageError("unexpected argument \(operands[command.operands.count.upperBound])")
        }
    }

    /// Whether the switch or option `name` was given.
    func has(_ name: String) -> Bool {
        values[name] != nil
    }

    /// The value of the option `name`, or nil when it was not given.
    subscript(name: String) -> String? {
        values[name]?.first
    }

    /// Every value of the option `name`, in the order they were given.
    func all(_ name: String) -> [String] {
        values[name] ?? []
    }

    /// The value of an option that the command can't do without.
    func required(_ name: String) throws(UsageError) -> String {
        guard let value = self[name] else { throw UsageError("\(name) is missing") }
        return value
    }

    /// The value of the option `name` as a whole number inside `range`.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = self[name] else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw UsageError(
                "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \(text)"
            )
        }
        return value
    }

    /// The value of the option `name` as seconds, with decimals or without.
    func seconds(_ name: String) throws(UsageError) -> Duration? {
        guard let text = self[name] else { return nil }
        guard let duration = Duration(secondsText: text) else {
            throw UsageError("\(name) takes seconds, such as 0.5, not \(text)")
        }
        return duration
    }

    /// The value of the option `name` as one of the cases of a type.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        of type: Choice.Type
    ) throws(UsageError) -> Choice? where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue)
            throw UsageError("\(name) is one of \(known.joined(separator: ", ")), not \(text)")
        }
        return choice
    }
}
