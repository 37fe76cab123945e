/// How a program ended.
public enum ProcessEnd: Hashable, Sendable, CustomStringConvertible {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal.
    case killed(signal: Int32)

    /// Reads what `waitpid` says (POSIX: WIFEXITED, WEXITSTATUS, WTERMSIG).
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .killed(signal: signal)
    }

    /// A clause, such as "it exited with status 1".
    public var description: String {
        switch self {
        case .exited(let status): "it exited with status \(status)"
        case .killed(let signal): "signal \(signal) ended it"
        }
    }
}

/// A program that can't be started.
public struct ProcessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as a clause with the program's name.
    public let description: String
}
