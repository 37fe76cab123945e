import BlockingWork
import HTTPWire
import PayoutConformance
import Testing

@testable import payoutkit

/// What adapters do to the kit: the kit's own adapter behind a filter that spoils its answers.
@Suite("Adapters that misbehave", .serialized, .timeLimit(.minutes(10))) struct AdapterProcessTests {
    /// The program under the same folder as the tests.
    private static let kit =
        CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
        .dropLast().joined(separator: "/") + "/payoutkit"

    /// The first cases whose ids begin so; for signatures the short ones are enough.
    private static func cases(_ prefix: String) -> [ContractCase] {
        let cases = ContractCases.adapter.filter { $0.id.hasPrefix(prefix) }
        return prefix == "adapter.sign." ? Array(cases.prefix(15)) : cases
    }

    private func report(
        _ script: String,
        only prefix: String = "adapter.sign.",
        deadline: Duration = .seconds(2),
        concurrency: Int = 1
    ) async throws -> SuiteReport {
        let command = ProcessCommand("/bin/sh", ["-c", script, Self.kit])
        let cases = Self.cases(prefix)
        return try await onThread {
            try SuiteRunner(
                suite: "adapter",
                cases: cases,
                target: AdapterTarget(command: command, deadline: deadline),
                concurrency: concurrency
            )
            .run()
        }
    }

    /// A program that answers so many requests and ends at the next one.
    private static func answering(_ count: Int, then status: Int) -> String {
        #"n=0; while IFS= read -r l && [ $n -lt \#(count) ]; do printf '%s\n' "$l"; n=$((n+1)); done | "$0" adapter; "#
            + "exit \(status)"
    }

    private func failures(_ report: SuiteReport) -> [CaseResult] { report.results.filter { $0.outcome == .failed } }

    @Test func `the kit's own adapter passes everything in one process`() async throws {
        let report = try await report(
            #"echo started >&2; exec "$0" adapter"#,
            only: "adapter.",
            deadline: .seconds(30),
            concurrency: 4
        )
        #expect(failures(report).map { "\($0.id) \($0.findings.map(\.message))" } == [])
        #expect(report.summary.passed == ContractCases.adapter.count)
    }

    @Test func `answers may come in any order`() async throws {
        // An answer is held back until the next one has come, or a moment has passed.
        let swapping = #"""
            "$0" adapter | { IFS= read -r hello; printf '%s\n' "$hello"; while IFS= read -r a; do b=; \
            if IFS= read -t 0.05 -r b; then printf '%s\n%s\n' "$b" "$a"; else printf '%s\n' "$a"; \
            if [ -n "$b" ]; then IFS= read -r rest; printf '%s%s\n' "$b" "$rest"; fi; fi; done; }
            """#
        let command = ProcessCommand("bash", ["-c", swapping, Self.kit])
        let cases = Self.cases("adapter.sign.")
        let report = try await onThread {
            try SuiteRunner(suite: "adapter", cases: cases, target: AdapterTarget(command: command), concurrency: 4)
                .run()
        }
        #expect(failures(report).map { "\($0.id) \($0.findings.map(\.message))" } == [])
    }

    @Test func `a crash fails one case, and the rest goes on`() async throws {
        // Each program answers hello and four requests.
        let report = try await report(Self.answering(5, then: 0))
        let failed = failures(report)
        #expect(failed.count == report.results.count / 5)
        #expect(failed.allSatisfy { $0.findings.contains { $0.message.contains("ended before it had answered") } })
        #expect(report.summary.passed == report.results.count - failed.count)
    }

    @Test func `the exit status of a crash is told`() async throws {
        let report = try await report(Self.answering(2, then: 7))
        #expect(failures(report).first?.findings.first?.message.contains("status 7") == true)
    }

    @Test func `a line that is no JSON fails one case`() async throws {
        let report = try await report(#""$0" adapter | sed -u '3s/.*/Traceback/'"#)
        #expect(failures(report).count >= 1)
        #expect(failures(report).first?.findings.first?.message.contains("no JSON object: Traceback") == true)
        #expect(report.summary.passed > 0)
    }

    @Test func `an unknown id fails one case`() async throws {
        let report = try await report(#""$0" adapter | sed -u '3s/"id":/"id":1000/'"#)
        #expect(failures(report).first?.findings.first?.message.contains("no id of an open request") == true)
        #expect(report.summary.passed > 0)
    }

    @Test func `an answer given twice is noticed`() async throws {
        let report = try await report(#""$0" adapter | sed -u '3p'"#)
        #expect(failures(report).count >= 1)
    }

    @Test func `a line of more than 4 MiB fails one case`() async throws {
        let long = #"""
            "$0" adapter | { IFS= read -r a; printf '%s\n' "$a"; IFS= read -r a; head -c 5000000 /dev/zero | tr '\0' x; echo; cat; }
            """#
        let report = try await report(long)
        #expect(failures(report).first?.findings.first?.message.contains("more than 4 MiB") == true)
    }

    @Test func `a missed deadline fails one case, and others are not held up`() async throws {
        let start = ContinuousClock.now
        let report = try await report(#""$0" adapter | sed -u '3d'"#, deadline: .seconds(1))
        #expect(failures(report).first?.findings.first?.message.contains("no answer within 1.000 s") == true)
        #expect(report.summary.passed >= report.results.count / 2)
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test func `a crash with several requests under way is told of the one that brings it about`() async throws {
        let script = #"""
            while IFS= read -r line; do case "$line" in *'"op":"hello"'*) echo '{"id":0,"name":"x","ops":["sign"]}';; \
            *'"body_base64":"eyJzZXNzaW9uX2lkIjoicHNfMzIzMCJ9"'*) sleep 0.1; exit 3;; *) printf '%s\n' "$line" | sed 's/.*"id":\([0-9]*\).*/{"id":\1,"unsupported":true}/';; esac; done
            """#
        let report = try await report(script, concurrency: 6)
        #expect(failures(report).map(\.id) == ["adapter.sign.confirm"])
        #expect(report.summary.notApplicable == report.results.count - 1)
    }

    @Test func `an error in an answer fails the case with its text`() async throws {
        let report = try await report(#""$0" adapter | sed -u '3s/"signature":"[^"]*"/"error":"no such key"/'"#)
        #expect(failures(report).count == 1)
        #expect(failures(report).first?.findings.first?.message.contains("no such key") == true)
    }

    @Test func `what hello does not list does not apply`() async throws {
        let script = #""$0" adapter | sed -u '1s/"ops":\[.*\]/"ops":["sign"]/'"#
        let report = try await report(script, only: "adapter.verify.confirm")
        #expect(report.results.first?.outcome.name == "not applicable")
        #expect(report.exitCode == 3)
    }

    @Test(arguments: [
        ("exit 3", "status 3"), ("cat", "gave an answer without name"), ("echo hello", "no JSON object"),
        ("/nonexistent/program", "status 127"),
    ])
    func `a program that does not say hello is a wrong configuration`(script: String, reason: String) async throws {
        let error = await #expect(throws: PreflightError.self) { _ = try await report(script) }
        #expect(error?.code == .adapter)
        #expect(error?.sentence.contains(reason) == true, "\(error?.sentence ?? "")")
    }

    @Test func `a program that can't be started is a wrong configuration`() async throws {
        let target = AdapterTarget(command: ProcessCommand("/nonexistent/program"))
        let error = #expect(throws: PreflightError.self) { _ = try target.connect() }
        #expect(error?.sentence.contains("No such file") == true)
    }

    @Test func `arguments reach the program as they are`() async throws {
        let command = ProcessCommand(
            "/bin/sh",
            ["-c", #"test "$2" = "a b;c" && exec "$0" adapter"#, Self.kit, "", "a b;c"]
        )
        #expect(throws: Never.self) { try AdapterTarget(command: command).connect().close() }
    }
}
