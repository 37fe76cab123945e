import HTTPWire
import PartnerSignature
import PayoutConformance
import PayoutContract
import PayoutVectors

/// The options that name a bank and the keys of both sides.
enum BankOptions {
    /// Where the bank is, and who asks.
    static let connection = [
        OptionDefinition("--url", .one("URL"), help: "where the bank is, such as https://demo.bank131.ru"),
        OptionDefinition("--project", .one("NAME"), help: "your project, as the bank knows it (default: test_project)"),
        OptionDefinition("--key", .one("FILE"), help: "your private RSA key, PEM (default: the public test key)"),
        OptionDefinition("--bank-key", .one("FILE"), help: "the bank's public key, to judge webhook signatures"),
        OptionDefinition("--webhook-listen", .one("HOST:PORT"), help: "address where the bank's webhooks arrive"),
    ]
}

extension BankTarget {
    /// Reads the options of ``BankOptions/connection``.
    ///
    /// The public test key is the default for a bank on this machine alone: no other bank knows it.
    init(_ arguments: ParsedArguments, console: Console) throws {
        let url = try arguments.url("--url", from: arguments.required("--url"))
        self.init(
            url: url,
            project: arguments["--project"] ?? "test_project",
            partnerKey: try Self.partnerKey(arguments, url: url, console: console),
            bankKey: try arguments["--bank-key"].map { try KeyFile.publicKey($0, console: console) },
            webhookAddress: try Self.webhookAddress(arguments)
        )
    }

    private static func partnerKey(
        _ arguments: ParsedArguments,
        url: HTTPURL,
        console: Console
    ) throws -> PrivateKey {
        if url.isLoopback, !arguments.has("--key") {
            return try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        }
        return try KeyFile.privateKey(arguments.required("--key"), options: arguments, console: console)
    }

    private static func webhookAddress(_ arguments: ParsedArguments) throws(UsageError) -> WebhookAddress? {
        guard let text = arguments["--webhook-listen"] else { return nil }
        guard let address = WebhookAddress(text) else {
            throw UsageError("--webhook-listen takes HOST:PORT, such as 0.0.0.0:8132, not \(text)")
        }
        return address
    }

    /// Reads the options of `conform bank`.
    init(suite arguments: ParsedArguments, console: Console) throws {
        try self.init(arguments, console: console)
        abilities = try Self.abilities(arguments, console: console)
        let hashes = arguments.all("--number-hash")
        if !hashes.isEmpty { abilities.successes = hashes.map { .numberHash($0) } }
        if let wait = try arguments.integer("--retry-wait", in: 1...3_600) { retryWait = .seconds(wait) }
        allowsPayouts = arguments.has("--allow-payouts") ? true : nil
        polls = arguments.has("--poll")
        contract = try arguments["--as-of"].map { try Revision.contract(of: $0) }
    }

    private static func abilities(_ arguments: ParsedArguments, console: Console) throws -> BankAbilities {
        switch arguments["--abilities"] {
        case nil: return .none
        case "sandbox": return .sandbox
        case "demo": return .demo
        case let path?:
            let bytes = try console.read(path)
            do throws(BankAbilitiesError) {
                return try BankAbilities(reading: bytes)
            } catch {
                throw UsageError("\(path): \(error)")
            }
        }
    }
}
