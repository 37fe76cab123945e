/// What to do about a mistake: a sentence, and the code in the languages that partners write.
public struct Remedy: Hashable, Sendable {
    /// A language in which a remedy is shown.
    public enum Language: String, Hashable, Sendable, CaseIterable {
        /// PHP with the extension openssl.
        case php = "PHP"
        /// Python with the package cryptography.
        case python = "Python"
        /// Node.js.
        case javaScript = "JavaScript"
        /// Java with java.security.
        case java = "Java"
        /// Go with crypto/rsa.
        case go = "Go"
        /// C# with System.Security.Cryptography.
        case cSharp = "C#"
    }

    /// What to do, in a sentence without its end.
    public let advice: String

    private let lines: [String]

    init(
        _ advice: String,
        php: String,
        python: String,
        javaScript: String,
        java: String,
        go: String,
        cSharp: String
    ) {
        self.advice = advice
        lines = [php, python, javaScript, java, go, cSharp]
    }

    /// The code in one language, in one line.
    public subscript(language: Language) -> String {
        // A line for each case, in the order of the cases.
        lines[Language.allCases.firstIndex(of: language) ?? 0]
    }
}
