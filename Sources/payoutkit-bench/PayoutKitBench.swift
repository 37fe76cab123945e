#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The program `payoutkit-bench`: measures the kit's lower floors, alone or as one peer of a side-by-side harness.
@main
struct PayoutKitBench {
    static let usage = """
        usage: payoutkit-bench [--quick] [GROUP...]
               payoutkit-bench parse NAME FILE [CASE]
               payoutkit-bench validate NAME SCHEMA PAYLOAD...
               payoutkit-bench compile NAME SCHEMA
               payoutkit-bench cold NAME SCHEMA PAYLOAD
               payoutkit-bench rsa BITS FILE

        The first form prints a table of \(BenchmarkGroup.allCases.map(\.rawValue).joined(separator: ", ")): all of it without GROUP.
        --quick takes fewer and shorter rounds.

        The other forms print the JSON lines of a side-by-side harness, NAME being the peer. They read BENCH_ROUNDS,
        BENCH_SLICE (seconds a round) and BENCH_ITERS (exactly so many calls, nothing timed or printed: for instruction
        counts), validate also BENCH_ONLY (verdict, novparse or errors). A payload below a folder valid has to be
        accepted, any other refused.
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let error as BenchError {
            Output.complain("\(error)")
            exit(error.isUsage ? 2 : 1)
        } catch {
            Output.complain("\(error)")
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        if arguments == ["--help"] { return Output.line(usage) }
        if let command = try HarnessCommand(arguments) { return try command.run() }
        let isQuick = arguments.contains("--quick")
        let groups = try arguments.filter { $0 != "--quick" }
            .map { name in
                guard let group = BenchmarkGroup(rawValue: name) else {
                    throw BenchError(usage: "unknown argument \(name)\n\(usage)")
                }
                return group
            }
        let table = ResultTable(plan: isQuick ? .quick : .standard)
        table.printHeading()
        for group in groups.isEmpty ? BenchmarkGroup.allCases : groups { try group.run(table) }
    }
}
