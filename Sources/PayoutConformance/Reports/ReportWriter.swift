/// One form of a report.
public protocol ReportWriter: Sendable {
    /// The whole report in this form, UTF-8.
    func write(_ report: SuiteReport) -> [UInt8]
}
