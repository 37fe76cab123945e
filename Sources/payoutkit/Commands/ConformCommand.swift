import HTTPWire
import PartnerSignature
import PayoutConformance

extension CommandDefinition {
    /// `payoutkit conform`: the contract suites.
    static let conform = CommandDefinition(
        "conform",
        summary: "Run the contract suite",
        options: SuiteRun.options + KeyFile.passphraseOptions + [Revision.option],
        discussion: """
            Without a target the kit tries itself: its bank and its shop, over sockets of this machine, and its partner's
            parts, in process.

            Exit codes: 0 the contract holds (warnings allowed), 1 a case failed, 2 the call or the configuration is wrong,
            3 nothing failed, but something that had to be proven was not.
            """,
        subcommands: [.conformBank, .conformPartner, .conformAdapter]
    ) { arguments, console in
        let run = try SuiteRun(arguments, console: console)
        let contract = try arguments["--as-of"].map { try Revision.contract(of: $0) }
        let versions = contract.map(SpokenVersions.init(of:)) ?? .both
        let bank = SuiteRunner(
            cases: versions.bankCases,
            target: EmbeddedBank(seed: run.seed ?? 1, contract: contract)
        )
        let shop = SuiteRunner(
            suite: "partner",
            cases: versions.partnerCases,
            target: EmbeddedPartner(seed: run.seed ?? 1, contract: contract),
            // Most of a case is silence, in which the others go on.
            concurrency: 64
        )
        let parts = SuiteRunner(
            suite: "adapter",
            cases: versions.adapterCases,
            target: InProcessPartner(ReferencePartner.parts(named: "embedded partner"), contract: contract)
        )
        return try run.run([bank, shop, parts], path: "payoutkit conform")
    }

    /// `payoutkit conform bank`: the kit plays the partner against a bank at a URL.
    private static let conformBank = CommandDefinition(
        "bank",
        summary: "Run the contract suite against a bank at a URL: the demo endpoint, a mock, a sandbox",
        options: BankOptions.connection + [
            OptionDefinition("--number-hash", .many("HASH"), help: "a hash of the widget whose payouts succeed"),
            OptionDefinition(
                "--abilities",
                .one("FILE"),
                help: "what the bank can be made to do: sandbox, demo, or a file"
            ),
            OptionDefinition("--api", .one("v1|v2|both"), help: "versions of the API to speak (default: v1)"),
            OptionDefinition(
                "--retry-wait",
                .one("SECONDS"),
                help: "how long a webhook may take to come again (default: 20)"
            ),
            OptionDefinition("--allow-payouts", help: "start payouts also where the bank is not on this machine"),
            OptionDefinition("--poll", help: "prove outcomes by session/status where webhooks can't arrive"),
            Revision.option,
        ] + KeyFile.passphraseOptions + SuiteRun.options,
        discussion: """
            Cases that start payouts run only on loopback, or with --allow-payouts. Without --webhook-listen the cases about
            webhooks can't run, and the result is incomplete unless --poll proves the outcomes. What --abilities does not list
            is not applicable; vectors/schemas/kit/bank-abilities.json describes its file.
            """
    ) { arguments, console in
        let versions = try arguments.choice("--api", of: SpokenVersions.self) ?? .v1
        let runner = SuiteRunner(
            cases: versions.bankCases,
            target: try BankTarget(suite: arguments, console: console)
        )
        return try SuiteRun(arguments, console: console).run([runner], path: "payoutkit conform bank")
    }
}

extension CommandDefinition {
    /// `payoutkit conform partner`: the kit is the bank of a partner's own implementation.
    private static let conformPartner = CommandDefinition(
        "partner",
        summary: "Run the contract suite against your whole implementation, to which the kit is the bank",
        options: PartnerOptions.definitions + [Revision.option] + KeyFile.passphraseOptions + SuiteRun.options,
        discussion: """
            The kit's bank listens on 127.0.0.1, port 8131, before anything else happens. For each case the kit runs COMMAND
            by /bin/sh, one at a time, with PAYOUT_BANK_URL, PAYOUT_PROJECT, PAYOUT_BANK_PUBLIC_KEY_FILE and
            PAYOUT_ORDER_FILE (JSON: order_id, amount in minor units, currency, recipient_full_name, number_hash, api, and
            metadata to pass on unchanged). Exit 0 means that the order is accepted for payout; the command does not wait for
            the end. A ready_to_confirm that is what was ordered has to be confirmed, any other never.

            --ledger prints {"ORDER_ID":{"state":"pending|paid|failed|cancelled","paid":MINOR_UNITS}}. Without it the books
            are not judged, and without --cancel no cancelling.
            """
    ) { arguments, console in
        let versions = try arguments.choice("--api", of: SpokenVersions.self) ?? .v1
        let run = try SuiteRun(arguments, console: console)
        var target = try PartnerTarget(arguments, seed: run.seed, console: console)
        target.contract = try arguments["--as-of"].map { try Revision.contract(of: $0) }
        let runner = SuiteRunner(
            suite: "partner",
            cases: versions.partnerCases,
            target: target
        )
        return try run.run([runner], path: "payoutkit conform partner")
    }

    /// `payoutkit conform adapter`: the kit asks a partner's own code, through a program that speaks JSON lines.
    private static let conformAdapter = CommandDefinition(
        "adapter",
        summary: "Run the contract suite against your own code, behind a program that speaks JSON lines",
        operands: Operands(synopsis: "-- COMMAND...", count: 1...Int.max),
        options: [
            OptionDefinition("--deadline", .one("SECONDS"), help: "how long one answer may take (default: 5)"),
            Revision.option,
        ] + SuiteRun.options + KeyFile.passphraseOptions,
        discussion: """
            COMMAND is started without a shell. Each request is one line of JSON on its standard input, each answer one line
            on its standard output, with the id of the request; what it writes to standard error is passed through.
            `payoutkit adapter` is the kit's own adapter; Examples/ holds some in other languages.
            """
    ) { arguments, console in
        var target = AdapterTarget(
            command: ProcessCommand(arguments.operands[0], Array(arguments.operands.dropFirst())),
            deadline: .seconds(try arguments.integer("--deadline", in: 1...3_600) ?? 5)
        )
        target.contract = try arguments["--as-of"].map { try Revision.contract(of: $0) }
        let versions = target.contract.map(SpokenVersions.init(of:)) ?? .both
        let runner = SuiteRunner(suite: "adapter", cases: versions.adapterCases, target: target, concurrency: 16)
        return try SuiteRun(arguments, console: console).run([runner], path: "payoutkit conform adapter")
    }
}
