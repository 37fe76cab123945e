import BlockingWork
import HTTPWire
import JSONSchema
import PayoutConformance
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@Suite("Abilities of a bank under test", .timeLimit(.minutes(10))) struct BankAbilitiesTests {
    private func abilities(_ text: String) throws -> BankAbilities { try BankAbilities(reading: Array(text.utf8)) }

    private static let whole = #"""
        {"format":1,"versions":["v1"],"widget":{"path":"/w","card_number":"4242424242424242"},
        "success":[{"number_hash":"ab"},{"card_number":"4242424242424242"}],
        "failure":{"amount":13100,"error_code":"x"},"retries":true,"idempotency":true}
        """#

    @Test func `a description is read`() throws {
        let found = try abilities(Self.whole)
        #expect(found.versions == [.v1])
        #expect(found.widget == .init(path: "/w", cardNumber: "4242424242424242"))
        #expect(found.successes == [.numberHash("ab"), .cardNumber("4242424242424242")])
        #expect(found.failure == .init(trigger: .amount(13_100), errorCode: "x"))
        #expect(found.retriesWebhooks && found.heedsIdempotencyKeys)
    }

    @Test func `what is not listed is no ability`() throws {
        #expect(try abilities(#"{"format":1}"#) == .none)
    }

    @Test(arguments: [
        ("{", "no JSON"), ("{}", "format must be 1"), (#"{"format":1,"retry":true}"#, "the member retry"),
        (#"{"format":1,"versions":["v3"]}"#, "versions"), (#"{"format":1,"success":{}}"#, "success"),
        (#"{"format":1,"success":[{}]}"#, "number_hash or card_number"), (#"{"format":1,"retries":1}"#, "retries"),
        (#"{"format":1,"failure":{"amount":1}}"#, "error_code"),
        (#"{"format":1,"failure":{"error_code":"x"}}"#, "amount"),
        (#"{"format":1,"widget":{"path":"/w"}}"#, "card_number"),
    ])
    func `a wrong description is an error that names the member`(text: String, reason: String) {
        let error = #expect(throws: BankAbilitiesError.self) { try abilities(text) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test func `what is read keeps the published schema, and its examples are read`() throws {
        let file = try VectorSet.embedded.document(at: "schemas/kit/bank-abilities.json")
        let schema = try Schema(compiling: file)
        #expect(schema.accepts(try JSONDocument(parsing: Array(Self.whole.utf8))))
        for example in try #require(file.root["examples"]).elements {
            #expect(schema.accepts(example))
            #expect(throws: Never.self) { try BankAbilities(reading: JSONWriter().write(example)) }
        }
    }

    /// A run of cases against the embedded sandbox with other abilities than its own.
    private func outcomes(_ ids: [String], _ abilities: BankAbilities) async throws -> [Outcome] {
        let cases = ids.compactMap(ContractCases.named)
        #expect(cases.count == ids.count)
        return try await onThread {
            try SuiteRunner(cases: cases, target: EmbeddedBank(abilities: abilities)).run().results.map(\.outcome)
        }
    }

    @Test func `a version that the bank does not have is not applicable`() async throws {
        var abilities = BankAbilities.sandbox
        abilities.versions = [.v1]
        let found = try await outcomes(["bank.create.accepted", "bank.v2.create.accepted"], abilities)
        #expect(found == [.passed, .notApplicable("the bank does not have API v2")])
    }

    @Test func `without the ability, retries and idempotency keys are not applicable`() async throws {
        var abilities = BankAbilities.sandbox
        abilities.retriesWebhooks = false
        abilities.heedsIdempotencyKeys = false
        let found = try await outcomes(["bank.webhook.sent-again", "bank.init.key-twice"], abilities)
        #expect(found.allSatisfy { $0.name == "not applicable" })
    }

    @Test func `cases take turns with the cards`() async throws {
        var abilities = BankAbilities.sandbox
        abilities.successes += [.cardNumber("4242424242424242")]
        let found = try await outcomes(ContractCases.bank.filter { $0.tags.contains("status") }.map(\.id), abilities)
        #expect(found.allSatisfy { $0 == .passed })
    }

    @Test func `every case of v2 has its v1, and only tokens have no v2`() {
        let v1 = Set(ContractCases.bank.map(\.id))
        #expect(ContractCases.bankV2.allSatisfy { v1.contains($0.id.replacing("bank.v2.", with: "bank.")) })
        #expect(ContractCases.bankV2.allSatisfy { $0.api == .v2 })
        #expect(ContractCases.bank.count - ContractCases.bankV2.count < 20)
    }
}
