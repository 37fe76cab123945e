import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: record") struct RecordCommandTests {
    private static let archive =
        #"{"log":{"entries":[{"request":{"method":"POST","url":"https://bank.test/api/v1/token"},"time":1.5}]}}"#

    private func record(into journal: String) throws -> (status: ExitCode, console: RecordingConsole) {
        let folder = try TemporaryFolder()
        let archive = try folder.write("archive.har", Self.archive)
        let console = RecordingConsole()
        return (console.run("record", "--import", archive, "--journal", journal), console)
    }

    @Test func `an archive is written as a journal`() throws {
        let (status, console) = try record(into: "-")
        #expect(status == .right)
        #expect(console.output.contains(#""target":"/api/v1/token""#))
    }

    #if os(Linux)
    @Test func `a journal that can't be written is no success`() throws {
        let (status, console) = try record(into: "/dev/full")
        #expect(status == .usage)
        #expect(console.error.contains("/dev/full: "))
    }
    #endif
}
