/// An environment variable that says nothing usable about the target.
public struct EnvironmentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the variable.
    public var variable: String
    /// What is wrong with it; no value, which may be secret.
    public var reason: String

    /// Creates an error.
    public init(variable: String, reason: String) {
        self.variable = variable
        self.reason = reason
    }

    /// One sentence.
    public var description: String { "\(variable) \(reason)." }
}
