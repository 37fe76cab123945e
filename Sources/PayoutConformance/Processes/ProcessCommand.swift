/// A program and its arguments, as the system gets them: no shell reads them.
public struct ProcessCommand: Hashable, Sendable, CustomStringConvertible {
    /// The program: a path, or a name that is looked up in `PATH`.
    public var program: String
    /// The arguments after the program's name.
    public var arguments: [String]

    /// Creates a command.
    public init(_ program: String, _ arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// The words of the command, with a space between them; for people, not for a shell.
    public var description: String { ([program] + arguments).joined(separator: " ") }
}
