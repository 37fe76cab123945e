import HTTPWire
import PayoutConformance
import PayoutTesting
import Testing

@Suite("Target from the environment") struct TargetFromEnvironmentTests {
    /// The folder with the public test keys.
    private let keys = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/vectors/keys"

    private var bank: [String: String] {
        [
            "PAYOUT_BANK_URL": "http://127.0.0.1:8131",
            "PAYOUT_PROJECT": "test_project",
            "PAYOUT_PRIVATE_KEY_FILE": keys + "/public-test-key-partner.pem",
        ]
    }

    private func error(of environment: [String: String]) -> EnvironmentError? {
        #expect(throws: EnvironmentError.self) { try TargetFromEnvironment.target(in: environment) }
    }

    @Test func `without variables the sandbox is embedded`() throws {
        #expect(try TargetFromEnvironment.target(in: ["PATH": "/bin"]) is EmbeddedBank)
    }

    @Test func `three variables name a bank`() throws {
        let target = try #require(try TargetFromEnvironment.target(in: bank) as? BankTarget)
        #expect(target.url == (try HTTPURL("http://127.0.0.1:8131")))
        #expect(target.project == "test_project")
        #expect(target.bankKey == nil)
        #expect(target.webhookAddress == nil)
        #expect(target.allowsPayouts == nil)
        #expect(target.abilities == .none)
    }

    @Test func `the other variables say more about it`() throws {
        let more = [
            "PAYOUT_BANK_PUBLIC_KEY_FILE": keys + "/public-test-key-bank.pub.pem",
            "PAYOUT_WEBHOOK_LISTEN": "0.0.0.0:9000", "PAYOUT_POLL": "yes", "PAYOUT_ALLOW_PAYOUTS": "no",
            "PAYOUT_NUMBER_HASH": "abc", "PAYOUT_ABILITIES": "sandbox",
        ]
        let environment = bank.merging(more) { $1 }
        let target = try #require(try TargetFromEnvironment.target(in: environment) as? BankTarget)
        #expect(target.bankKey != nil)
        #expect(target.webhookAddress == WebhookAddress(host: "0.0.0.0", port: 9_000))
        #expect(target.polls)
        #expect(target.allowsPayouts == false)
        #expect(target.abilities.successes == [.numberHash("abc")])
        #expect(target.abilities.widget == BankAbilities.sandbox.widget)
    }

    @Test(arguments: ["PAYOUT_BANK_URL", "PAYOUT_PROJECT", "PAYOUT_PRIVATE_KEY_FILE"])
    func `half a bank is an error and not the sandbox`(missing: String) {
        #expect(error(of: bank.filter { $0.key != missing })?.variable == missing)
        #expect(error(of: bank.merging([missing: ""]) { $1 })?.variable == missing)
    }

    @Test(arguments: [
        ("PAYOUT_BANK_URL", "demo.bank131.ru"), ("PAYOUT_PRIVATE_KEY_FILE", "/nowhere/key.pem"),
        ("PAYOUT_BANK_PUBLIC_KEY_FILE", "/nowhere/key.pem"), ("PAYOUT_WEBHOOK_LISTEN", "9000"),
        ("PAYOUT_POLL", "maybe"), ("PAYOUT_ALLOW_PAYOUTS", "maybe"), ("PAYOUT_ABILITIES", "all"),
        ("PAYOUT_BANK_KEY", "a name that is not known"),
    ])
    func `a wrong value is an error that names its variable`(variable: String, value: String) {
        #expect(error(of: bank.merging([variable: value]) { $1 })?.variable == variable)
    }

    @Test func `a public key where the private one belongs is an error`() {
        let file = keys + "/public-test-key-partner.pub.pem"
        let error = error(of: bank.merging(["PAYOUT_PRIVATE_KEY_FILE": file]) { $1 })
        #expect(error?.variable == "PAYOUT_PRIVATE_KEY_FILE")
    }
}
