/// Why vectors could not be made.
public struct VectorGenerationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The rule that failed.
    public struct Code: Hashable, Sendable {
        private enum Rule {
            case key
            case digest
            case unsuitableSignature
            case unreadableFile
            case unsuitableBody
        }

        private let rule: Rule

        /// A test key cannot be read or cannot sign.
        public static let key = Code(rule: .key)
        /// OpenSSL does not offer a digest algorithm that a refused signature needs, as in its FIPS mode.
        public static let digest = Code(rule: .digest)
        /// A signature lacks the characters that a spoilt form of it changes.
        public static let unsuitableSignature = Code(rule: .unsuitableSignature)
        /// A file that others are made from is missing or wrong; the subject says which, and why.
        public static let unreadableFile = Code(rule: .unreadableFile)
        /// A body lacks the place for the change that is to be made to it.
        public static let unsuitableBody = Code(rule: .unsuitableBody)

        /// The rule as a sentence without its end.
        public var sentence: String {
            switch rule {
            case .key: "a test key cannot be used"
            case .digest: "OpenSSL does not offer a digest algorithm"
            case .unsuitableSignature: "a signature has no place for the change that spoils it; choose another body"
            case .unreadableFile: "a file that others are made from can't be read"
            case .unsuitableBody: "a body has no place for the change that is made to it"
            }
        }
    }

    /// The rule that failed.
    public let code: Code

    /// The id of the case, or the name of the key, that could not be made.
    public let subject: String

    init(_ code: Code, subject: String) {
        self.code = code
        self.subject = subject
    }

    /// The subject and the sentence.
    public var description: String {
        "\(subject): \(code.sentence)"
    }

    /// Does work on the vectors; what is wrong with them becomes an error of this type.
    static func wrapping<Result, Cause: Error & CustomStringConvertible>(
        _ work: () throws(Cause) -> Result
    ) throws(VectorGenerationError) -> Result {
        do throws(Cause) {
            return try work()
        } catch {
            throw VectorGenerationError(.unreadableFile, subject: error.description)
        }
    }
}
