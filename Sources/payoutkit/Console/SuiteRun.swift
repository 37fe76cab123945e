import PayoutConformance

/// One run of a contract suite from the command line: prints each case as it ends, and writes the reports.
struct SuiteRun {
    /// The options that every suite has.
    static let options = [
        OptionDefinition("--report", .many("FILE"), help: "also write a report; .json or .xml (JUnit) chooses the form")
    ]

    private let console: Console
    private let reports: [(path: String, writer: any ReportWriter)]

    /// Reads the options, so that a wrong one ends the program before the first case.
    init(_ arguments: ParsedArguments, console: Console) throws(UsageError) {
        self.console = console
        var reports: [(path: String, writer: any ReportWriter)] = []
        for path in arguments.all("--report") {
            switch path.split(separator: ".").last {
            case "json": reports.append((path, JSONReport()))
            case "xml": reports.append((path, JUnitReport()))
            default: throw UsageError("--report \(path): the name must end with .json or .xml")
            }
        }
        self.reports = reports
    }

    /// Runs the suite.
    func run(_ runner: SuiteRunner) throws -> ExitCode {
        let terminal = TerminalReport()
        let report: SuiteReport
        do {
            report = try runner.run { result in
                console.write(Array(terminal.text(for: result).utf8))
            }
        } catch {
            throw UsageError(error.description)
        }
        console.write(Array(terminal.summary(of: report).utf8))
        for (path, writer) in reports {
            try File.replace(path, bytes: writer.write(report))
        }
        return ExitCode(rawValue: report.exitCode) ?? .wrong
    }
}
