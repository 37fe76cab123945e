import BlockingWork
import HTTPWire
import Testing

@testable import PayoutConformance

@Suite("Commands that are waited for", .timeLimit(.minutes(1))) struct ChildProcessFinishTests {
    private func finish(_ script: String, within time: Duration = .seconds(30)) async throws -> (String, ProcessEnd?) {
        try await onThread {
            let child = try ChildProcess(ProcessCommand("/bin/sh", ["-c", script]))
            let (output, end) = child.finish(until: .after(time))
            return (String(decoding: output, as: UTF8.self), end)
        }
    }

    @Test func `the output and the status are told`() async throws {
        let (output, end) = try await finish("echo one; echo two; exit 4")
        #expect(output == "one\ntwo\n")
        #expect(end == .exited(4))
    }

    @Test func `much output does not hold a command up`() async throws {
        let (output, end) = try await finish(
            "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done"
        )
        #expect(output.utf8.count == 41 * 3_000)
        #expect(end == .exited(0))
    }

    @Test func `what a command leaves running holds nobody up, and lives on`() async throws {
        let (output, end) = try await finish("sleep 600 & echo $!")
        #expect(end == .exited(0))
        let pid = output.split(separator: "\n").first.map(String.init) ?? "0"
        let (_, isAlive) = try await finish("kill -0 \(pid)")
        #expect(isAlive == .exited(0))
        _ = try await finish("kill \(pid)")
    }

    @Test func `a command that hangs is ended at the deadline`() async throws {
        let (output, end) = try await finish("echo begun; sleep 600", within: .milliseconds(300))
        #expect(output == "begun\n")
        #expect(end == nil)
    }

    @Test func `a command that closes its output and goes on is waited for`() async throws {
        let (_, end) = try await finish("exec >&-; sleep 0.2; exit 5")
        #expect(end == .exited(5))
    }

    @Test func `a command that writes without pause is ended at the deadline`() async throws {
        let (output, end) = try await finish("exec yes", within: .milliseconds(300))
        #expect(output.hasPrefix("y\ny\n"))
        #expect(end == nil)
    }

    @Test func `what a command leaves writing without pause holds nobody up`() async throws {
        let (_, end) = try await finish("yes & exit 3")
        #expect(end == .exited(3))
    }
}

@Suite("Output that never pauses") struct EndlessOutputTests {
    /// Reads that always find something; whoever reads on and on comes to an end in the test, and not in a run.
    private final class Chatter {
        static let mostReads = 100_000
        private(set) var reads = 0

        func read(_: Deadline) -> [UInt8]? {
            reads += 1
            return reads < Self.mostReads ? Array(repeating: 0x79, count: 1_024) : nil
        }
    }

    @Test func `it does not hide the deadline of a command that runs`() {
        let chatter = Chatter()
        let (output, end) = ChildProcess.collect(until: .now, reading: chatter.read) { nil }
        #expect(output.count == 1_024)
        #expect(end == nil)
    }

    @Test func `it does not hide the deadline behind the end of a command`() {
        let chatter = Chatter()
        let (output, end) = ChildProcess.collect(until: .now, reading: chatter.read) { .exited(3) }
        #expect(output.count == 1_024)
        #expect(end == .exited(3))
    }

    @Test func `behind the end of a command no more is read than is kept`() {
        let chatter = Chatter()
        let (output, end) = ChildProcess.collect(until: .never, reading: chatter.read) { .exited(3) }
        #expect(chatter.reads == output.count / 1_024)
        #expect(end == .exited(3))
    }
}
