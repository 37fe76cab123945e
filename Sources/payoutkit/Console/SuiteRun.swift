import HTTPWire
import PayoutConformance
import PayoutContract
import StrictJSON

/// A run of contract suites from the command line: prints what is wrong as it is found, and writes the reports.
struct SuiteRun {
    /// The options that every suite has.
    static let options =
        SelectionOptions.definitions + [
            OptionDefinition("--known-failing", .one("FILE"), help: "list of failures that are known and fail no run"),
            OptionDefinition(
                "--seed",
                .one("N"),
                help: "repeat a run exactly; durations are then told as 0 (default seed: 1)"
            ),
            OptionDefinition("--report", .many("FILE"), help: "also write .json, .xml (JUnit), .html, .sarif or .md"),
            OptionDefinition("--seal", .one("KEY"), help: "sign each JSON report with this private key: FILE.sig"),
            OptionDefinition("--verbose", help: "print a line for every case, not only where something is to be said"),
        ]

    private let arguments: ParsedArguments
    private let console: Console
    private let reports: [(path: String, form: ReportForm)]
    private let seal: ReportSeal?
    /// The seed that was asked for; nil when none was.
    let seed: UInt64?

    /// Reads the options, so that a wrong one ends the program before the first case.
    init(_ arguments: ParsedArguments, console: Console) throws {
        self.arguments = arguments
        self.console = console
        seed = try arguments.integer("--seed", in: 0...Int.max).map(UInt64.init)
        seal = try ReportSeal(arguments, console: console)
        reports = try arguments.all("--report")
            .map { path throws(UsageError) in
                if let form = ReportForm(fileName: path) { return (path, form) }
                let known = ReportForm.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
                throw UsageError("--report \(path): the name must end with one of \(known)")
            }
        if seal != nil, !reports.contains(where: { $0.form == .json }) {
            throw UsageError("--seal signs JSON reports, and there is no --report FILE.json")
        }
    }

    /// Runs the suites one after the other, and reports on them as one.
    ///
    /// - Parameter path: The words of the command, such as `payoutkit conform bank`.
    func run(_ runners: [SuiteRunner], path: String) throws -> ExitCode {
        var runners = try prepared(runners)
        let stop = RunStop()
        if console.isProcess { try StopSignal().onSignal { stop.request() } }
        let total = runners.map(\.cases.count).reduce(0, +)
        var printer = ResultPrinter(
            console: console,
            terminal: TerminalReport(again: arguments.again(path: path)),
            isVerbose: arguments.has("--verbose"),
            total: total
        )
        var parts: [SuiteReport] = []
        for index in runners.indices where !stop.isRequested {
            runners[index].stop = stop
            do {
                parts.append(try runners[index].run { printer.print($0) })
            } catch {
                printer.clear()
                throw UsageError(error.description)
            }
        }
        printer.clear()
        let report = parts.count == 1 ? parts[0] : SuiteReport(suite: "embedded", merging: parts)
        let gap = printer.hasPrinted ? "\n" : ""
        console.write(Array((gap + printer.terminal.summary(of: report)).utf8))
        for (path, form) in reports {
            let bytes = form.writer.write(report)
            try File.replace(path, bytes: bytes)
            if form == .json { try seal?.seal(bytes, at: path) }
        }
        return ExitCode(rawValue: report.exitCode) ?? .wrong
    }

    /// The runners with the cases that were chosen, and with what holds for the whole run.
    private func prepared(_ runners: [SuiteRunner]) throws -> [SuiteRunner] {
        let chosen = Set(try SelectionOptions.apply(arguments, to: runners.flatMap(\.cases)).map(\.id))
        let known = try knownFailures()
        return runners.compactMap { runner in
            var runner = runner
            runner.cases = runner.cases.filter { chosen.contains($0.id) }
            runner.knownFailures = known
            runner.today = Today.text
            runner.clock = seed == nil ? .system : .still
            return runner.cases.isEmpty ? nil : runner
        }
    }

    private func knownFailures() throws -> KnownFailures {
        guard let path = arguments["--known-failing"] else { return KnownFailures() }
        let bytes = try console.read(path)
        let rules = try Contract.embedded().rules()
        do throws(KnownFailuresError) {
            return try KnownFailures(reading: bytes, cases: ContractCases.all, rules: rules)
        } catch {
            throw UsageError("\(path): \(error)")
        }
    }
}

/// Prints results as they come: lines to standard output, and on a terminal how far the run is to standard error.
private struct ResultPrinter {
    let console: Console
    let terminal: TerminalReport
    let isVerbose: Bool
    let total: Int
    /// Whether anything stands above the summary.
    private(set) var hasPrinted = false
    private var done = 0
    private var failed = 0

    init(console: Console, terminal: TerminalReport, isVerbose: Bool, total: Int) {
        self.console = console
        self.terminal = terminal
        self.isVerbose = isVerbose
        self.total = total
    }

    mutating func print(_ result: CaseResult) {
        done += 1
        if result.outcome == .failed { failed += 1 }
        if isVerbose || result.outcome != .passed {
            clear()
            hasPrinted = true
            console.write(Array(terminal.text(for: result).utf8))
        }
        console.progress("\(done) of \(total) cases, \(failed) failed")
    }

    /// Takes the line of progress away.
    func clear() {
        console.progress("")
    }
}

extension ParsedArguments {
    /// How a case is run again: the same call with another selection.
    fileprivate func again(path: String) -> (before: String, after: String) {
        let left = ["--only", "--skip", "--tag", "--rule", "--report", "--seal", "--verbose", "--known-failing"]
        let options = given.filter { !left.contains($0.name) }
            .map { option in
                option.value.map { " \(option.name) \(Self.quoted($0))" } ?? " \(option.name)"
            }
        let operands = operands.isEmpty ? "" : " -- " + operands.map(Self.quoted).joined(separator: " ")
        return ("\(path) --only ", options.joined() + operands)
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "-_./:=@,+".utf8.contains(byte)
            }
        return isPlain ? word : "'" + word.replacingText("'", with: #"'\''"#) + "'"
    }
}
