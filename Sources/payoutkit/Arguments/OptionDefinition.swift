/// One long option of a command.
struct OptionDefinition: Sendable {
    /// What follows the option's name.
    enum Value: Hashable, Sendable {
        /// The option is a switch.
        case none
        /// The option takes a value, named so in the help.
        case one(String)
        /// The option may be repeated and takes a value each time.
        case many(String)
    }

    /// The name with its two dashes, such as `--as`.
    let name: String
    let value: Value
    /// One line of help, without a full stop.
    let help: String

    init(_ name: String, _ value: Value = .none, help: String) {
        self.name = name
        self.value = value
        self.help = help
    }

    /// The option as the help prints it, such as `--as MESSAGE`.
    var synopsis: String {
        switch value {
        case .none: name
        case .one(let placeholder): "\(name) \(placeholder)"
        case .many(let placeholder): "\(name) \(placeholder)..."
        }
    }
}
