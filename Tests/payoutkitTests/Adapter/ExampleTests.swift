import BlockingWork
import HTTPWire
import PayoutConformance
import TestSupport
import Testing

@testable import payoutkit

/// The adapters under `Examples/`, each where its language is installed.
@Suite("Example adapters", .serialized, .timeLimit(.minutes(10))) struct ExampleTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Examples/Adapters"

    /// Whether a shell finds that `check` succeeds.
    private static func succeeds(_ check: String) -> Bool {
        guard let child = try? ShellCheck(check) else { return false }
        return child.isSuccess
    }

    private func run(_ script: String) async throws {
        let command = ProcessCommand("/bin/sh", ["-c", "cd \(Self.folder) && \(script)"])
        let report = try await onThread {
            try SuiteRunner(
                suite: "adapter",
                cases: ContractCases.adapter,
                target: AdapterTarget(command: command, deadline: .seconds(60)),
                concurrency: 4
            )
            .run()
        }
        let wrong = report.results.filter { $0.outcome != .passed && $0.outcome != .warned }
        #expect(wrong.map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" } == [])
        #expect(report.exitCode == 0)
    }

    @Test(.enabled(if: succeeds("php -r 'exit(extension_loaded(\"openssl\") ? 0 : 1);'"), "php is not installed"))
    func `the example in PHP passes`() async throws {
        try await run("exec php php/adapter.php")
    }

    @Test(.enabled(if: succeeds("python3 -c 'import cryptography'"), "python3 with cryptography is not installed"))
    func `the example in Python passes`() async throws {
        try await run("exec python3 python/adapter.py")
    }

    @Test(.enabled(if: succeeds("node --version"), "node is not installed"))
    func `the example in JavaScript passes`() async throws {
        try await run("exec node javascript/adapter.js")
    }

    @Test(.enabled(if: succeeds("javac -version"), "no JDK is installed"))
    func `the example in Java passes`() async throws {
        let build = try TemporaryFolder()
        let compile = "javac -d \(build.path) java/*.java"
        #expect(Self.succeeds("cd \(Self.folder) && \(compile)"))
        try await run("exec java -cp \(build.path) Adapter")
    }

    @Test(.enabled(if: succeeds("go version"), "go is not installed"))
    func `the example in Go passes`() async throws {
        let build = try TemporaryFolder()
        #expect(Self.succeeds("cd \(Self.folder)/go && go build -o \(build.file("adapter")) *.go"))
        try await run("exec \(build.file("adapter"))")
    }

    @Test func `no file of an example has 60 lines or more`() throws {
        #expect(Self.succeeds("test $(find \(Self.folder) -type f | wc -l) -ge 9"))
        #expect(
            Self.succeeds(
                "! wc -l $(find \(Self.folder) -type f) | grep -v total | grep -E '^ *([6-9][0-9]|[0-9]{3,}) '"
            )
        )
    }
}
