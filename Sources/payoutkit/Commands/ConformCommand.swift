import HTTPWire
import PartnerSignature
import PayoutConformance

extension CommandDefinition {
    /// `payoutkit conform`: the contract suites.
    static let conform = CommandDefinition(
        "conform",
        summary: "Run the contract suite",
        options: SuiteRun.options + KeyFile.passphraseOptions,
        discussion: """
            Without a target the kit tries itself: its bank, over sockets of this machine, and its partner, in process.

            Exit codes: 0 the contract holds (warnings allowed), 1 a case failed, 2 the call or the configuration is wrong,
            3 nothing failed, but something that had to be proven was not.
            """,
        subcommands: [.conformBank, .conformAdapter]
    ) { arguments, console in
        let run = try SuiteRun(arguments, console: console)
        let bank = SuiteRunner(target: EmbeddedBank(seed: run.seed ?? 1))
        let partner = SuiteRunner(
            suite: "adapter",
            cases: ContractCases.adapter,
            target: InProcessPartner(ReferencePartner.parts(named: "embedded partner"))
        )
        return try run.run([bank, partner], path: "payoutkit conform")
    }

    /// `payoutkit conform bank`: the kit plays the partner against a bank at a URL.
    private static let conformBank = CommandDefinition(
        "bank",
        summary: "Run the contract suite against a bank at a URL: the demo endpoint, a mock, a sandbox",
        options: [
            OptionDefinition("--url", .one("URL"), help: "where the bank is, such as https://demo.bank131.ru"),
            OptionDefinition("--project", .one("NAME"), help: "your project, as the bank knows it"),
            OptionDefinition("--key", .one("FILE"), help: "your private RSA key, PEM"),
            OptionDefinition("--bank-key", .one("FILE"), help: "the bank's public key, to judge webhook signatures"),
            OptionDefinition("--webhook-listen", .one("HOST:PORT"), help: "address where the bank's webhooks arrive"),
            OptionDefinition("--number-hash", .one("HASH"), help: "a hash of the widget whose payouts succeed"),
            OptionDefinition(
                "--abilities",
                .one("sandbox"),
                help: "what the bank can be made to do: sandbox, or nothing"
            ),
            OptionDefinition("--allow-payouts", help: "start payouts also where the bank is not on this machine"),
            OptionDefinition("--poll", help: "prove outcomes by session/status where webhooks can't arrive"),
        ] + KeyFile.passphraseOptions + SuiteRun.options,
        discussion: """
            Cases that start payouts run only on loopback, or with --allow-payouts. Without --webhook-listen the cases about
            webhooks can't run, and the result is incomplete unless --poll proves the outcomes.
            """
    ) { arguments, console in
        try SuiteRun(arguments, console: console)
            .run([SuiteRunner(target: BankTarget(arguments, console: console))], path: "payoutkit conform bank")
    }
}

extension CommandDefinition {
    /// `payoutkit conform adapter`: the kit asks a partner's own code, through a program that speaks JSON lines.
    private static let conformAdapter = CommandDefinition(
        "adapter",
        summary: "Run the contract suite against your own code, behind a program that speaks JSON lines",
        operands: Operands(synopsis: "-- COMMAND...", count: 1...Int.max),
        options: [
            OptionDefinition("--deadline", .one("SECONDS"), help: "how long one answer may take (default: 5)")
        ] + SuiteRun.options + KeyFile.passphraseOptions,
        discussion: """
            COMMAND is started without a shell. Each request is one line of JSON on its standard input, each answer one line
            on its standard output, with the id of the request; what it writes to standard error is passed through.
            `payoutkit adapter` is the kit's own adapter; Examples/ holds some in other languages.
            """
    ) { arguments, console in
        let target = AdapterTarget(
            command: ProcessCommand(arguments.operands[0], Array(arguments.operands.dropFirst())),
            deadline: .seconds(try arguments.integer("--deadline", in: 1...3_600) ?? 5)
        )
        let runner = SuiteRunner(suite: "adapter", cases: ContractCases.adapter, target: target, concurrency: 4)
        return try SuiteRun(arguments, console: console).run([runner], path: "payoutkit conform adapter")
    }
}

extension BankTarget {
    /// Reads the options of `conform bank`.
    fileprivate init(_ arguments: ParsedArguments, console: Console) throws {
        var abilities: BankAbilities
        switch arguments["--abilities"] {
        case nil: abilities = .none
        case "sandbox": abilities = .sandbox
        case let name?: throw UsageError("--abilities knows sandbox, not \(name)")
        }
        if let hash = arguments["--number-hash"] { abilities.success = .numberHash(hash) }
        self.init(
            url: try arguments.url("--url", from: arguments.required("--url")),
            project: try arguments.required("--project"),
            partnerKey: try KeyFile.privateKey(arguments.required("--key"), options: arguments, console: console),
            bankKey: try arguments["--bank-key"].map { try KeyFile.publicKey($0, console: console) },
            webhookAddress: try Self.webhookAddress(arguments),
            abilities: abilities,
            allowsPayouts: arguments.has("--allow-payouts") ? true : nil,
            polls: arguments.has("--poll")
        )
    }

    private static func webhookAddress(_ arguments: ParsedArguments) throws(UsageError) -> WebhookAddress? {
        guard let text = arguments["--webhook-listen"] else { return nil }
        guard let address = WebhookAddress(text) else {
            throw UsageError("--webhook-listen takes HOST:PORT, such as 0.0.0.0:8132, not \(text)")
        }
        return address
    }
}
