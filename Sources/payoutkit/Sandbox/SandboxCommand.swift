import HTTPWire
import PayoutContract
import PayoutSandbox

extension CommandDefinition {
    /// `payoutkit sandbox`: the bank on localhost.
    static let sandbox = CommandDefinition(
        "sandbox",
        summary: "Run the bank on localhost",
        options: SandboxOptions.all,
        discussion: SandboxOptions.discussion
    ) { arguments, console in
        let tls = try SandboxTLS(arguments, console: console)
        let configuration = try SandboxConfiguration(arguments, tls: tls?.identity, console: console)
        // Before any thread is started: they inherit the mask.
        let stop = StopSignal()
        let sandbox = try Sandbox(configuration: configuration)
        if !sandbox.url.isLoopback || SandboxOptions.isEveryInterface(configuration.host) {
            console.complain("warning: listening on \(configuration.host): whoever reaches it can use the sandbox")
        }
        for project in configuration.projects {
            let name = "project \(project.name), profile \(project.behaviour.profile.rawValue)"
            console.print("bank:     \(sandbox.url) (\(name))")
            console.print("webhooks: \(project.webhookURL?.description ?? "not sent; --webhook-url names an address")")
        }
        if let path = arguments["--journal"], let found = sandbox.resumption {
            console.print("journal:  \(path)\(found.clause)")
        }
        if let tls { console.print(tls.summary) }
        stop.wait()
        sandbox.stop(within: .seconds(2))
        return .right
    }
}

extension Resumption {
    /// What was found, for the end of a line; empty when there is nothing to say.
    fileprivate var clause: String {
        var parts: [String] = []
        if repairedByteCount > 0 { parts.append("cut off a half-written line of \(repairedByteCount) bytes") }
        if sessionCount > 0 { parts.append("resumed \(sessionCount) sessions, \(webhookCount) webhooks to send") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }
}
