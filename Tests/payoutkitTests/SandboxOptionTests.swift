import PayoutSandbox
import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: sandbox") struct SandboxOptionTests {
    @Test(arguments: [
        (["--port", "70000"], "--port takes a whole number from 0 to 65535, not 70000"),
        (["--profile", "lax"], "--profile is one of strict, lenient, not lax"),
        (["--clock", "lunar"], "--clock is one of system, virtual, not lunar"),
        (["--set", "fees=1"], "--set: there is no switch fees, did you mean fee?"),
        (["--set", "error_status=500"], "--set: error_status takes by_kind|400|200, not 500"),
        (["--webhook-url", "localhost"], "--webhook-url localhost: "),
        (["--webhook-timeout", "soon"], "--webhook-timeout takes seconds, such as 0.5, not soon"),
        (["--max-connections", "0"], "--max-connections takes a whole number from 1"),
        (["--resume"], "--resume needs --journal FILE"),
        (["--tls-cert", "a.pem"], "--tls-cert and --tls-key belong together"),
        (
            ["--tls-cert", "a.pem", "--tls-key", "b.pem", "--tls-ca", "c.pem"],
            "--tls-ca and --tls-cert exclude each other"
        ),
        (["--partner-key", "/nowhere/key.pem"], "/nowhere/key.pem: No such file or directory"),
        (["--projects", "/nowhere/projects.json"], "/nowhere/projects.json: No such file or directory"),
        (["--projects", "-", "--project", "a"], "--project and --projects exclude each other"),
        (["--prot", "1"], "unknown option --prot (did you mean --port?)"),
    ])
    func `a wrong option is one clear line and exit status 2`(_ arguments: [String], _ sentence: String) {
        let console = RecordingConsole()
        #expect(PayoutKit.run(["sandbox"] + arguments, on: console.console) == .usage)
        let lines = console.error.split(separator: "\n")
        #expect(lines.first?.hasPrefix("payoutkit: \(sentence)") == true, "\(console.error)")
        #expect(lines.count == 1 || lines.count == 2 && lines.last == "Try: payoutkit sandbox --help")
        #expect(console.output.isEmpty)
    }

    @Test func `a key that is none is refused with its file`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("key.pem", "no key")
        let console = RecordingConsole()
        #expect(PayoutKit.run(["sandbox", "--bank-signing-key", path], on: console.console) == .usage)
        #expect(console.error.hasPrefix("payoutkit: \(path): "))
    }

    @Test func `the help has every outcome and every switch`() {
        let console = RecordingConsole()
        #expect(console.run("sandbox", "--help") == .right)
        for line in OutcomeTable.lines { #expect(console.output.contains(line)) }
        for entry in BehaviourSwitch.all { #expect(console.output.contains("  \(entry.name) ")) }
    }
}
