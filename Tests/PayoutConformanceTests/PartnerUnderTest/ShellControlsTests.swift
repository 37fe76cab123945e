import BlockingWork
import Testing

@testable import PayoutConformance

@Suite("Partners that are asked by shell commands", .timeLimit(.minutes(1))) struct ShellControlsTests {
    @Test(arguments: [false, true])
    func `closing ends the command that runs, and one that was being started`(_ isClosedFirst: Bool) async throws {
        try await onThread {
            let controls = ShellControls(
                commands: PartnerCommands(start: .command("true")),
                environment: [:],
                folder: try ScratchFolder()
            )
            let child = try ChildProcess(ProcessCommand("/bin/sh", ["-c", "exec sleep 600"]))
            if isClosedFirst { controls.close() }
            controls.hold(child)
            if !isClosedFirst { controls.close() }
            #expect(child.waitForEnd() == .killed(signal: 9))
        }
    }
}
