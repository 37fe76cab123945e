import HTTPWire
import PartnerSignature
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
            OptionDefinition("--bank-signing-key", .one("FILE"), help: "the bank's private key (default: the test key)"),
            OptionDefinition("--profile", .one("strict|lenient"), help: "how strict to be (default: lenient)"),
            OptionDefinition("--seed", .one("N"), help: "seed of ids, tokens and hashes (default: 131)"),
        ] + KeyFile.passphraseOptions,
        discussion: """
            The sandbox runs until it gets SIGINT or SIGTERM. `payoutkit keys` prints the test keys. The widget's stand-in
            takes the public token and a card number and gives the number_hash:

              curl -d '{"public_token":"TOKEN","card_number":"2200240000004940"}' http://127.0.0.1:8131/widget/tokenize

            The last four digits of the card number choose how a payout ends:

            \(OutcomeTrigger.table)
            """
    ) { arguments, console in
        let stop = StopSignal()
        let configuration = try SandboxOptions(arguments, console: console).configuration
        if configuration.host != SandboxConfiguration.defaultHost {
            console.complain("warning: the sandbox listens on \(configuration.host); anybody who reaches it can use it")
        }
        let sandbox = try Sandbox(configuration: configuration)
        console.print("sandbox:  \(sandbox.url) (project \(configuration.project))")
        console.print("webhooks: \(configuration.webhookURL.map(\.description) ?? "none; give --webhook-url URL")")
        stop.wait()
        sandbox.stop(within: .seconds(2))
        return .right
    }
}
