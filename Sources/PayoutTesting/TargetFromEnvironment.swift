import HTTPWire
import PartnerSignature
public import PayoutConformance

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The target that the environment of the tests names: the embedded sandbox, unless it names a bank.
///
/// | Variable | Meaning |
/// |---|---|
/// | `PAYOUT_BANK_URL` | the bank, such as `https://demo.bank131.ru` |
/// | `PAYOUT_PROJECT` | the project's name |
/// | `PAYOUT_PRIVATE_KEY_FILE` | the partner's private key, PEM |
/// | `PAYOUT_BANK_PUBLIC_KEY_FILE` | optional: the bank's public key, PEM; without it signatures of webhooks are not judged |
/// | `PAYOUT_WEBHOOK_LISTEN` | optional: `HOST:PORT` of this machine that the bank sends its webhooks to |
/// | `PAYOUT_POLL` | optional: `yes` proves outcomes by `session/status` where webhooks can't come |
/// | `PAYOUT_NUMBER_HASH` | optional: the hash of a card that payouts reach |
/// | `PAYOUT_ABILITIES` | optional: `sandbox` when the bank is the kit's own sandbox, `demo` for the demo endpoint |
/// | `PAYOUT_ALLOW_PAYOUTS` | optional: `yes` allows payouts on a bank that is not on this machine |
public enum TargetFromEnvironment {
    private static let names = [
        "PAYOUT_BANK_URL", "PAYOUT_PROJECT", "PAYOUT_PRIVATE_KEY_FILE", "PAYOUT_BANK_PUBLIC_KEY_FILE",
        "PAYOUT_WEBHOOK_LISTEN", "PAYOUT_POLL", "PAYOUT_NUMBER_HASH", "PAYOUT_ABILITIES", "PAYOUT_ALLOW_PAYOUTS",
    ]

    /// Reads the environment of the process.
    ///
    /// - Throws: ``EnvironmentError`` when a variable is missing or wrong: half a configuration must not quietly test the
    ///   embedded sandbox instead.
    public static func target() throws(EnvironmentError) -> any SuiteTarget {
        try target(in: ProcessInfo.processInfo.environment)
    }

    /// Reads the variables given.
    ///
    /// - Throws: ``EnvironmentError`` as above.
    public static func target(in environment: [String: String]) throws(EnvironmentError) -> any SuiteTarget {
        let values = environment.filter { names.contains($0.key) }
        if let empty = values.keys.sorted().first(where: { values[$0]?.isEmpty == true }) {
            throw EnvironmentError(variable: empty, reason: "is empty")
        }
        if let unknown = environment.keys.sorted().first(where: { $0.hasPrefix("PAYOUT_") && !names.contains($0) }) {
            throw EnvironmentError(
                variable: unknown,
                reason: "is not known; known are \(names.joined(separator: ", "))"
            )
        }
        guard !values.isEmpty else { return EmbeddedBank() }
        func required(_ name: String) throws(EnvironmentError) -> String {
            guard let value = values[name] else {
                throw EnvironmentError(variable: name, reason: "is missing, and others of the bank under test are set")
            }
            return value
        }
        var target = BankTarget(
            url: try url(required("PAYOUT_BANK_URL")),
            project: try required("PAYOUT_PROJECT"),
            partnerKey: try privateKey(file: required("PAYOUT_PRIVATE_KEY_FILE"))
        )
        target.bankKey = try values["PAYOUT_BANK_PUBLIC_KEY_FILE"].map(publicKey)
        target.webhookAddress = try values["PAYOUT_WEBHOOK_LISTEN"].map(webhookAddress)
        target.polls = try flag("PAYOUT_POLL", in: values) ?? false
        target.allowsPayouts = try flag("PAYOUT_ALLOW_PAYOUTS", in: values)
        target.abilities = try abilities(in: values)
        return target
    }

    private static func url(_ text: String) throws(EnvironmentError) -> HTTPURL {
        do throws(HTTPError) {
            return try HTTPURL(text)
        } catch {
            throw EnvironmentError(variable: "PAYOUT_BANK_URL", reason: "is no URL: \(error.sentence)")
        }
    }

    private static func abilities(in values: [String: String]) throws(EnvironmentError) -> BankAbilities {
        var abilities: BankAbilities
        switch values["PAYOUT_ABILITIES"] {
        case nil: abilities = .none
        case "sandbox": abilities = .sandbox
        case "demo": abilities = .demo
        case .some: throw EnvironmentError(variable: "PAYOUT_ABILITIES", reason: "is none of absent, sandbox and demo")
        }
        if let hash = values["PAYOUT_NUMBER_HASH"] { abilities.successes = [.numberHash(hash)] }
        return abilities
    }

    private static func privateKey(file: String) throws(EnvironmentError) -> PrivateKey {
        let variable = "PAYOUT_PRIVATE_KEY_FILE"
        let pem = try contents(of: file, variable)
        do throws(KeyError) {
            return try PrivateKey(pem: pem)
        } catch {
            throw EnvironmentError(variable: variable, reason: "names a file that is no usable private key: \(error)")
        }
    }

    private static func publicKey(file: String) throws(EnvironmentError) -> PublicKey {
        let variable = "PAYOUT_BANK_PUBLIC_KEY_FILE"
        let pem = try contents(of: file, variable)
        do throws(KeyError) {
            return try PublicKey(pem: pem)
        } catch {
            throw EnvironmentError(variable: variable, reason: "names a file that is no usable public key: \(error)")
        }
    }

    private static func webhookAddress(_ text: String) throws(EnvironmentError) -> WebhookAddress {
        guard let address = WebhookAddress(text) else {
            throw EnvironmentError(variable: "PAYOUT_WEBHOOK_LISTEN", reason: "is not HOST:PORT")
        }
        return address
    }

    private static func flag(_ name: String, in values: [String: String]) throws(EnvironmentError) -> Bool? {
        switch values[name] {
        case nil: nil
        case "yes", "true", "1": true
        case "no", "false", "0": false
        case .some: throw EnvironmentError(variable: name, reason: "is neither yes nor no")
        }
    }

    private static func contents(of file: String, _ variable: String) throws(EnvironmentError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw EnvironmentError(variable: variable, reason: "names a file that can't be read")
        }
    }
}
