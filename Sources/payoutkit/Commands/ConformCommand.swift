import HTTPWire
import PartnerSignature
import PayoutConformance

extension CommandDefinition {
    /// `payoutkit conform`: the contract suites.
    static let conform = CommandDefinition(
        "conform",
        summary: "Run the contract suite",
        options: [
            OptionDefinition("--seed", .one("N"), help: "seed of the sandbox's ids, tokens and hashes (default: 1)"),
            Revision.option,
        ] + SuiteRun.options,
        discussion: """
            Without a target the kit's own partner runs against the kit's own sandbox, over sockets of this machine.

            Exit codes: 0 the contract holds (warnings allowed), 1 a case failed, 2 the call or the configuration is wrong,
            3 nothing failed, but something that had to be proven was not.
            """,
        subcommands: [.conformBank]
    ) { arguments, console in
        let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 1
        let contract = try arguments["--as-of"].map { try Revision.contract(of: $0) }
        return try SuiteRun(arguments, console: console).run(EmbeddedBank(seed: UInt64(seed), contract: contract))
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
            Revision.option,
        ] + KeyFile.passphraseOptions + SuiteRun.options,
        discussion: """
            Cases that start payouts run only on loopback, or with --allow-payouts. Without --webhook-listen the cases about
            webhooks can't run, and the result is incomplete unless --poll proves the outcomes.
            """
    ) { arguments, console in
        try SuiteRun(arguments, console: console).run(BankTarget(arguments, console: console))
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
        contract = try arguments["--as-of"].map { try Revision.contract(of: $0) }
    }

    private static func webhookAddress(_ arguments: ParsedArguments) throws(UsageError) -> WebhookAddress? {
        guard let text = arguments["--webhook-listen"] else { return nil }
        guard let address = WebhookAddress(text) else {
            throw UsageError("--webhook-listen takes HOST:PORT, such as 0.0.0.0:8132, not \(text)")
        }
        return address
    }
}
