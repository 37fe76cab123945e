import HTTPWire
import PayoutContract
import PayoutSandbox

extension CommandDefinition {
    /// `payoutkit sandbox`: the bank on localhost.
    static let sandbox = CommandDefinition(
        "sandbox",
        summary: "Run the bank on localhost",
        options: [
            OptionDefinition("--port", .one("N"), help: "port to listen on (default: 8131; 0 lets the system choose)"),
            OptionDefinition("--host", .one("ADDRESS"), help: "address to listen on (default: 127.0.0.1)"),
            OptionDefinition("--webhook-url", .one("URL"), help: "where webhooks go (default: nowhere)"),
            OptionDefinition("--project", .one("NAME"), help: "the known project (default: test_project)"),
            OptionDefinition("--partner-key", .one("FILE"), help: "the partner's public key (default: the test key)"),
            OptionDefinition(
                "--bank-signing-key",
                .one("FILE"),
                help: "the bank's private key (default: the test key)"
            ),
            OptionDefinition("--profile", .one("strict|lenient"), help: "how strict to be (default: lenient)"),
            OptionDefinition("--seed", .one("N"), help: "seed of ids, tokens and hashes (default: 1)"),
        ] + KeyFile.passphraseOptions,
        discussion: """
            The sandbox runs until it gets SIGINT or SIGTERM. `payoutkit keys` prints the test keys. In the place of the
            widget, POST /widget/tokenize takes {"public_token":"...","card_number":"..."} and answers {"number_hash":"..."}.
            The last four digits of the card number choose what becomes of a payout:

            \(OutcomeTrigger.all.map { "  \($0.cardNumber)  \($0.summary)" }.joined(separator: "\n"))
            """
    ) { arguments, console in
        // Before any thread is started: they inherit the mask.
        let stop = StopSignal()
        let configuration = try SandboxConfiguration(arguments, console: console)
        let sandbox = try Sandbox(configuration: configuration)
        if !sandbox.url.isLoopback {
            console.complain("warning: listening on \(configuration.host): whoever reaches it can use the sandbox")
        }
        console.print(
            "bank:     \(sandbox.url) (project \(configuration.project), profile \(configuration.profile.rawValue))"
        )
        console.print(
            "webhooks: \(configuration.webhookURL?.description ?? "not sent; --webhook-url names an address")"
        )
        stop.wait()
        sandbox.stop(within: .seconds(2))
        return .right
    }
}

extension SandboxConfiguration {
    /// Reads the options of `sandbox`.
    fileprivate init(_ arguments: ParsedArguments, console: Console) throws {
        self.init()
        port = UInt16(try arguments.integer("--port", in: 0...65_535) ?? 8131)
        if let host = arguments["--host"] { self.host = host }
        if let project = arguments["--project"] { self.project = project }
        if let text = arguments["--webhook-url"] { webhookURL = try arguments.url("--webhook-url", from: text) }
        if let path = arguments["--partner-key"] { partnerKey = try KeyFile.publicKey(path, console: console) }
        if let path = arguments["--bank-signing-key"] {
            bankKey = try KeyFile.privateKey(path, options: arguments, console: console)
        }
        if let profile = try arguments.choice("--profile", of: Profile.self) { self.profile = profile }
        if let seed = try arguments.integer("--seed", in: 0...Int.max) { self.seed = UInt64(seed) }
        onExchange = { console.complain($0.summary) }
        onDelivery = { console.complain($0.summary) }
    }
}
