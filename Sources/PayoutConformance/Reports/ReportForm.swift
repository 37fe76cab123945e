/// The forms of a report, chosen by the ending of the file's name.
public enum ReportForm: String, CaseIterable, Hashable, Sendable {
    /// For programs; described by `vectors/schemas/kit/conformance-report.json`.
    case json
    /// JUnit, for pipelines.
    case xml
    /// A page for people.
    case html
    /// SARIF 2.1.0, for viewers of findings.
    case sarif
    /// Markdown, for the summary of a pipeline.
    case md

    /// The form that a file's name asks for; nil when its ending is not known.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
        self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
    }

    /// What writes this form.
    public var writer: any ReportWriter {
        switch self {
        case .json: JSONReport()
        case .xml: JUnitReport()
        case .html: HTMLReport()
        case .sarif: SARIFReport()
        case .md: MarkdownReport()
        }
    }
}
