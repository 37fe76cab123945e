import PayoutConformance

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The program `payoutkit`.
@main
struct PayoutKit {
    /// The version of the kit, as `--version` prints it.
    static let version = KitVersion.text

    static let command = CommandDefinition(
        "payoutkit",
        summary: "The conformance kit for the payout API of Bank 131",
        discussion: """
            Exit codes: 0 right, 1 something is wrong with what was checked, 2 wrong usage or configuration,
            3 incomplete: nothing failed, but something that had to be checked was not.
            """,
        subcommands: [
            .conform, .cases, .doctor, .audit, .check, .sandbox, .sign, .verify, .keygen, .keys, .explain, .vectors,
            .generate, .diff, .revisions, .replay, .record, .baseline, .adapter, .bowtie,
        ]
    )

    static func main() {
        // A reader that closes the pipe early ends a write with an error, not the process with a signal.
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst()), on: .process).rawValue)
    }

    /// Runs one call and returns what to exit with.
    static func run(_ arguments: [String], on console: Console) -> ExitCode {
        var path = command.name
        var current = command
        var rest = arguments[...]
        do {
            while let word = rest.first, !current.subcommands.isEmpty, !word.hasPrefix("-") {
                if let next = current.subcommands.first(where: { $0.name == word }) {
                    current = next
                    path += " \(word)"
                    rest.removeFirst()
                } else if current.operands.count.upperBound > 0 {
                    break
                } else {
                    let clause = Suggestion.clause(for: word, among: current.subcommands.map(\.name))
                    throw UsageError("unknown command \(word)\(clause)")
                }
            }
            let options = rest.prefix { $0 != "--" }
            if options.contains("--help") {
                console.write(Array(current.help(path: path).utf8))
                return .right
            }
            if options.contains("--version") {
                console.print("payoutkit \(version)")
                return .right
            }
            if arguments.isEmpty {
                console.complain(current.help(path: path))
                return .usage
            }
            return try current.run(ParsedArguments(Array(rest), for: current), console)
        } catch let error as UsageError {
            console.complain("payoutkit: \(error)")
            console.complain("Try: \(path) --help")
            return .usage
        } catch {
            console.complain("payoutkit: \(error)")
            return .usage
        }
    }
}
