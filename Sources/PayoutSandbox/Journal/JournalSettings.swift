/// Where and how a sandbox keeps its journal.
public struct JournalSettings: Hashable, Sendable {
    /// The path of the file; it is created readable by its owner alone, and appended to when it exists.
    public var path: String
    /// Whether the books are taken up where the file left them.
    public var resumes: Bool
    /// Whether names, numbers, hashes and tokens are written as they are.
    ///
    /// Otherwise they are masked, and what was masked stays masked when the sandbox resumes. A card number that was typed
    /// into the widget is masked in any case.
    public var showsSensitive: Bool

    /// Creates settings; each argument is explained at its property.
    public init(path: String, resumes: Bool = false, showsSensitive: Bool = false) {
        self.path = path
        self.resumes = resumes
        self.showsSensitive = showsSensitive
    }
}
