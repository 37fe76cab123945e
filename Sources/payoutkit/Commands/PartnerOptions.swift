import HTTPWire
import PartnerSignature
import PayoutConformance

/// The options that name a partner's implementation and how it is asked.
enum PartnerOptions {
    static let definitions = [
        OptionDefinition("--webhook-url", .one("URL"), help: "where your implementation takes webhooks"),
        OptionDefinition("--start", .one("COMMAND"), help: "shell command that pays the order in PAYOUT_ORDER_FILE"),
        OptionDefinition("--start-url", .one("URL"), help: "URL that takes the order by POST instead"),
        OptionDefinition(
            "--cancel",
            .one("COMMAND"),
            help: "shell command that cancels the order in PAYOUT_ORDER_FILE"
        ),
        OptionDefinition("--ledger", .one("COMMAND"), help: "shell command that prints your books as JSON"),
        OptionDefinition("--partner-key", .one("FILE"), help: "your public key, PEM"),
        OptionDefinition("--project", .one("NAME"), help: "the project that you name (default: test_project)"),
        OptionDefinition("--bank-port", .one("PORT"), help: "port of the kit's bank on 127.0.0.1 (default: 8131)"),
        OptionDefinition(
            "--bank-signing-key",
            .one("FILE"),
            help: "the bank's private key, PEM (default: the public test key, see payoutkit keys --bank)"
        ),
        OptionDefinition("--api", .one("v1|v2|both"), help: "versions of the API of the orders (default: v1)"),
        OptionDefinition("--start-timeout", .one("SECONDS"), help: "how long a command may take (default: 30)"),
        OptionDefinition(
            "--confirm-within",
            .one("SECONDS"),
            help: "how long a confirmation or an answer may take (default: 5); one is lost after twice that"
        ),
        OptionDefinition(
            "--quiet-for",
            .one("SECONDS"),
            help: "how long nothing may follow where nothing may (default: 0.5)"
        ),
    ]
}

extension PartnerTarget {
    /// Reads the options of `conform partner`.
    init(_ arguments: ParsedArguments, seed: UInt64?, console: Console) throws {
        self.init(
            webhookURL: try arguments.url("--webhook-url", from: arguments.required("--webhook-url")),
            commands: PartnerCommands(
                start: try Self.start(arguments),
                cancel: arguments["--cancel"],
                ledger: arguments["--ledger"]
            ),
            partnerKey: try KeyFile.publicKey(arguments.required("--partner-key"), console: console),
            project: arguments["--project"] ?? "test_project",
            seed: seed
        )
        if let port = try arguments.integer("--bank-port", in: 0...65_535) { bankPort = UInt16(port) }
        if let path = arguments["--bank-signing-key"] {
            bankSigningKey = try KeyFile.privateKey(path, options: arguments, console: console)
        }
        pace.start = try arguments.seconds("--start-timeout") ?? pace.start
        pace.confirm = try arguments.seconds("--confirm-within") ?? pace.confirm
        pace.quiet = try arguments.seconds("--quiet-for") ?? pace.quiet
        guard bankSigningKey?.publicKey != partnerKey else {
            throw UsageError("--partner-key and --bank-signing-key are of one pair; each side has its own")
        }
    }

    private static func start(_ arguments: ParsedArguments) throws(UsageError) -> PartnerCommands.Start {
        switch (arguments["--start"], arguments["--start-url"]) {
        case (let command?, nil): return .command(command)
        case (nil, let url?): return .url(try arguments.url("--start-url", from: url))
        case (nil, nil): throw UsageError("one of --start and --start-url is missing")
        case (.some, .some): throw UsageError("--start and --start-url say the same twice; give one of them")
        }
    }
}
