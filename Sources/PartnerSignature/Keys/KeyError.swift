/// Why a key cannot be used.
///
/// Its texts are constant sentences: never a byte of the file, of a key or of a passphrase.
public struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let code: Code

    /// The line, from 1, where the PEM block in question begins; nil when no one block is to blame.
    public let line: Int?

    init(_ code: Code, line: Int? = nil) {
        self.code = code
        self.line = line
    }

    /// What is wrong, as a sentence.
    public var sentence: String {
        code.sentence
    }

    /// What to do about it, often a command.
    public var fix: String {
        code.fix
    }

    /// The sentence, the line when there is one, and the fix.
    public var description: String {
        let place = line.map { " (line \($0))" } ?? ""
        return "\(sentence)\(place); fix: \(fix)"
    }
}
