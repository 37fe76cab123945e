import Testing

@testable import payoutkit

@Suite("Command line: usage") struct UsageTests {
    private static func paths(of command: CommandDefinition, under path: [String]) -> [[String]] {
        [path] + command.subcommands.flatMap { paths(of: $0, under: path + [$0.name]) }
    }

    static let everyCommand = paths(of: PayoutKit.command, under: [])

    @Test(arguments: everyCommand)
    func `every command has help and the version`(path: [String]) {
        let help = RecordingConsole()
        #expect(PayoutKit.run(path + ["--help"], on: help.console) == .right)
        #expect(help.output.hasPrefix("usage: " + (["payoutkit"] + path).joined(separator: " ")))
        #expect(help.error.isEmpty)
        let version = RecordingConsole()
        #expect(PayoutKit.run(path + ["--version"], on: version.console) == .right)
        #expect(version.output == "payoutkit \(PayoutKit.version)\n")
    }

    @Test(arguments: everyCommand)
    func `an unknown option is wrong usage in every command`(path: [String]) {
        let console = RecordingConsole()
        #expect(PayoutKit.run(path + ["--hlep"], on: console.console) == .usage)
        #expect(console.output.isEmpty)
        #expect(console.error.contains("--hlep"))
    }

    @Test(arguments: everyCommand)
    func `help lines fit a terminal`(path: [String]) {
        let console = RecordingConsole()
        _ = PayoutKit.run(path + ["--help"], on: console.console)
        for line in console.output.split(separator: "\n") {
            #expect(line.count <= 120)
        }
    }

    @Test func `an unknown command suggests the nearest`() {
        let console = RecordingConsole()
        #expect(console.run("chekc") == .usage)
        #expect(console.error.contains("unknown command chekc (did you mean check?)"))
    }

    @Test func `no command prints the help as a complaint`() {
        let console = RecordingConsole()
        #expect(console.run() == .usage)
        #expect(console.output.isEmpty)
        #expect(console.error.contains("commands:"))
    }

    @Test func `no two commands or options of one command share a name`() {
        func check(_ command: CommandDefinition) {
            #expect(Set(command.subcommands.map(\.name)).count == command.subcommands.count)
            #expect(Set(command.options.map(\.name)).count == command.options.count)
            command.subcommands.forEach(check)
        }
        check(PayoutKit.command)
    }
}
