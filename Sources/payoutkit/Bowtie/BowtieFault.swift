/// A line that is no command of the harness protocol; nothing after it can be trusted.
struct BowtieFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the line on standard input, from 1.
    let line: Int
    /// What is wrong with it, without its content.
    let reason: String

    var description: String { "standard input, line \(line): \(reason)" }
}
