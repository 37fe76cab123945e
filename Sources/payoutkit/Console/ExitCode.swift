/// What the program's exit code says.
enum ExitCode: Int32, Sendable {
    /// Everything that was checked is right.
    case right = 0
    /// Something is wrong with what was checked.
    case wrong = 1
    /// The call or the configuration is wrong; nothing was checked.
    case usage = 2
    /// Nothing failed, but something that had to be checked was not.
    case incomplete = 3
}
