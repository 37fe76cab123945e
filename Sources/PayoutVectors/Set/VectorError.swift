public import StrictJSON

/// A file of the vectors that can't be read or says something wrong.
///
/// The reason names members, rules and cases, never the content of a body.
public struct VectorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as a path below the folder of the vectors.
    public var path: String
    /// Where in the file, lines and columns from 1, columns in Unicode scalars; nil when the file as a whole is wrong.
    public var position: TextPosition?
    /// What is wrong, as a clause.
    public var reason: String

    /// Creates an error.
    public init(path: String, position: TextPosition? = nil, reason: String) {
        self.path = path
        self.position = position
        self.reason = reason
    }

    /// The file, the place and the reason, as compilers print them: `rules.json:3:5: the rule A.B is there twice`.
    public var description: String {
        guard let position else { return "\(path): \(reason)" }
        return "\(path):\(position.line):\(position.column): \(reason)"
    }
}
