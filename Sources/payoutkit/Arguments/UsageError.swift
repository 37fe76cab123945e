/// A call that the program can't carry out as it was written: exit status 2.
struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line that names the argument and, where there is one, the way out.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
