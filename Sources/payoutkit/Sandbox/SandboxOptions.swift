import PayoutSandbox

/// What `payoutkit sandbox` takes.
enum SandboxOptions {
    static let all = address + project + time + webhooks + journal + tls + limits

    private static let address = [
        OptionDefinition("--port", .one("N"), help: "port to listen on (default: 8131; 0 lets the system choose)"),
        OptionDefinition("--host", .one("ADDRESS"), help: "address to listen on (default: 127.0.0.1)"),
    ]

    private static let project =
        [
            OptionDefinition("--project", .one("NAME"), help: "the known project (default: test_project)"),
            OptionDefinition("--partner-key", .one("FILE"), help: "the partner's public key (default: the test key)"),
            OptionDefinition(
                "--bank-signing-key",
                .one("FILE"),
                help: "the bank's private key (default: the test key)"
            ),
        ] + KeyFile.passphraseOptions + [
            OptionDefinition(
                "--projects",
                .one("FILE"),
                help: "several projects from a JSON file, in place of the options above"
            ),
            OptionDefinition("--profile", .one("strict|lenient"), help: "how strict to be (default: lenient)"),
            OptionDefinition("--set", .many("NAME=VALUE"), help: "a switch of every project's behaviour, see below"),
        ]

    private static let time = [
        OptionDefinition("--seed", .one("N"), help: "seed of ids, tokens and hashes (default: 1)"),
        OptionDefinition("--clock", .one("system|virtual"), help: "virtual stands still until it is moved"),
    ]

    private static let webhooks = [
        OptionDefinition("--webhook-url", .one("URL"), help: "where webhooks go (default: nowhere)"),
        OptionDefinition("--webhook-ca", .one("FILE"), help: "certificates that are trusted at https addresses"),
        OptionDefinition("--webhook-timeout", .one("SECONDS"), help: "time for an answer (default: 10)"),
        OptionDefinition("--webhook-pause", .one("SECONDS"), help: "first pause, doubled each time (default: 1)"),
        OptionDefinition("--webhook-longest-pause", .one("SECONDS"), help: "longest pause (default: 900)"),
        OptionDefinition("--webhook-lifetime", .one("SECONDS"), help: "when sending ends (default: 1800)"),
    ]

    private static let journal = [
        OptionDefinition("--journal", .one("FILE"), help: "write every call, answer and webhook there, a line each"),
        OptionDefinition("--resume", help: "go on where the journal ends"),
        OptionDefinition("--show-sensitive", help: "show and write names, numbers and tokens as they are"),
    ]

    private static let tls = [
        OptionDefinition("--tls", help: "speak https, with a certificate for localhost that is made on the spot"),
        OptionDefinition(
            "--tls-ca",
            .one("FILE"),
            help: "where its authority goes (default: \(SandboxTLS.defaultPath))"
        ),
        OptionDefinition("--tls-cert", .one("FILE"), help: "speak https with this certificate chain"),
        OptionDefinition("--tls-key", .one("FILE"), help: "its private key, without a passphrase"),
    ]

    private static let limits = [
        OptionDefinition("--max-connections", .one("N"), help: "most connections at once (default: 1024)"),
        OptionDefinition("--max-body", .one("BYTES"), help: "largest body of a request (default: 1048576)"),
        OptionDefinition("--max-head", .one("BYTES"), help: "largest head of a request (default: 32768)"),
        OptionDefinition("--read-timeout", .one("SECONDS"), help: "time for a head, and for a body (default: 10)"),
        OptionDefinition("--idle-timeout", .one("SECONDS"), help: "time between requests (default: 60)"),
        OptionDefinition("--quiet", help: "print no line for each call and webhook"),
    ]

    static let discussion = """
        The sandbox runs until it gets SIGINT or SIGTERM. `payoutkit keys` prints the test keys. In the place of the
        widget, POST /widget/tokenize takes {"public_token":"...","card_number":"..."} and answers {"number_hash":"..."}.
        The last four digits of the card, or else the kopecks of the amount, choose what becomes of a payout:

        \(OutcomeTable.lines.map { "  \($0)" }.joined(separator: "\n"))

        As tokenized_card.token and recurrent.token serve card_token_ and the last four digits, such as card_token_0002.

        switches for --set, with their defaults:
        \(switches)
        """

    private static let switches: String = {
        let behaviour = BankBehaviour()
        let width = BehaviourSwitch.all.map(\.name.count).max() ?? 0
        return BehaviourSwitch.all
            .map { entry in
                let name = entry.name + String(repeating: " ", count: width - entry.name.count)
                return "  \(name)  \(entry.values): \(entry.summary) (\(entry.text(in: behaviour)))"
            }
            .joined(separator: "\n")
    }()

    static func isEveryInterface(_ host: String) -> Bool {
        host == "0.0.0.0" || host == "::" || host.isEmpty
    }
}
