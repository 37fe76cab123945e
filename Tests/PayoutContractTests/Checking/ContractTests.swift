import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

struct ContractTests {
    static func check(
        _ body: String,
        as name: String,
        profile: Profile = .strict,
        request: String? = nil
    ) throws -> CheckResult {
        let message = try #require(MessageType(name: name, api: .v1))
        let request = try request.map { try JSONDocument(parsing: $0) }
        return try MessageVectorTests.contract.get()
            .check(Array(body.utf8), as: message, profile: profile, request: request)
    }

    @Test func `a set without rules is no contract`() {
        let error = #expect(throws: ContractError.self) { try Contract(vectors: VectorSet(files: [:])) }
        #expect(error?.code == .unreadableVectors)
    }

    @Test func `a message without a schema is an error, never a pass`() throws {
        let rules = try #require(VectorSet.embedded.bytes(at: "rules.json"))
        let contract = try Contract(vectors: VectorSet(files: ["rules.json": rules]))
        let message = try #require(MessageType(.request(.token), api: .v1))
        #expect(!contract.supports(message))
        let error = #expect(throws: ContractError.self) { try contract.check([], as: message) }
        #expect(error?.code == .unknownMessage)
    }

    @Test(arguments: [
        (#""x-luhm": "CARD.LUHN""#, ContractError.Code.unusableSchema),
        (#""$ref": "urn:bank131:payout:v1:nothing""#, .unreadableVectors),
        (##""$ref": "#/$defs/nothing""##, .unusableSchema),
        (#""type": "money""#, .unusableSchema),
    ])
    func `a wrong schema is an error, never a pass`(wrong: String, code: ContractError.Code) throws {
        let rules = try #require(VectorSet.embedded.bytes(at: "rules.json"))
        let schema = #"{"$id": "urn:bank131:payout:v1:token-request", \#(wrong)}"#
        let files = ["rules.json": rules, "schemas/v1/token-request.json": Array(schema.utf8)]
        let contract = try Contract(vectors: VectorSet(files: files))
        let message = try #require(MessageType(.request(.token), api: .v1))
        let error = #expect(throws: ContractError.self) { try contract.check(Array("{}".utf8), as: message) }
        #expect(error?.code == code)
    }

    @Test(arguments: [
        ("amout_details", "amount_details"), ("Amount-Details", "amount_details"), ("sessionid", "session_id"),
        ("metdata", "metadata"), ("participants_details", "participant_details"),
    ])
    func `an unknown member is advised against, and the name that was meant is guessed`(
        wrong: String,
        right: String
    ) throws {
        let body = "{\"session_id\": \"ps_1\", \"\(wrong)\": {}}"
        let finding = try #require(
            try Self.check(body, as: "session/start/payout").findings.first { $0.memberName == wrong }
        )
        #expect(finding.rule == "MEMBER.UNKNOWN")
        #expect(finding.severity == .warning)
        #expect(finding.pointer.description == "/\(wrong)")
        #expect(finding.message == "\(wrong) is not known in this place, did you mean \(right)?")
        #expect(finding.fix == "write \(right)")
    }

    @Test func `an unknown member like nothing else is not guessed`() throws {
        let result = try Self.check(#"{"session_id": "ps_1", "zzz": 1}"#, as: "session/confirm")
        #expect(result.isAccepted)
        #expect(result.findings.map(\.message) == ["zzz is not known in this place"])
    }

    @Test(arguments: [
        (
            #"{"amount": 10000.0, "currency": "rub"}"#, "AMOUNT.MINOR_UNITS",
            "amount must be an integer in minor units, found 10000.0"
        ),
        (
            #"{"amount": "10000", "currency": "rub"}"#, "AMOUNT.MINOR_UNITS",
            "amount must be an integer in minor units, found a string"
        ),
        (#"{"amount": 0, "currency": "rub"}"#, "AMOUNT.POSITIVE", "amount must be greater than zero, found 0"),
        (#"{"amount": 1}"#, "MEMBER.REQUIRED", "amount_details must have the member currency"),
    ])
    func `a message names the member and what was found`(amount: String, rule: RuleID, message: String) throws {
        let body = FindingFormatterTests.body.replacing(
            "{\n    \"amount\": 10000,\n    \"currency\": \"rub\"\n  }",
            with: amount
        )
        let result = try Self.check(body, as: "session/start/payout")
        let errors = result.findings.filter { $0.severity == .error }
        #expect(errors.contains { $0.rule == rule && $0.message == message }, "\(result.summary)")
    }

    @Test(arguments: [
        (
            "session/status/response", #"{"session": {}}"#, "ENVELOPE.STATUS",
            "the body must have the member status or error"
        ),
        ("session/status/response", #"{"status": "OK"}"#, "ENVELOPE.STATUS", "status must be ok or error"),
        ("session/init/payout", #"{"payment_method": null}"#, "INSTRUMENT.REQUIRED", "payment_method must not be null"),
        ("session/init/payout", "{}", "INSTRUMENT.REQUIRED", "the body must have the member payment_method"),
        (
            "token", #"{"tokenize_widget": {"access": 1}}"#, "TOKEN.ACCESS",
            "access should be true, or the token opens nothing, found 1"
        ),
        (
            "token/info", #"{"type": "unheard_of"}"#, "TOKEN.INFO_KIND",
            "type should be one of card, public_token, recurrent_token"
        ),
    ])
    func `a message reads as a sentence about the member`(name: String, body: String, rule: RuleID, text: String) throws
    {
        let result = try Self.check(body, as: name)
        #expect(result.findings.contains { $0.rule == rule && $0.message == text }, "\(result.summary)")
    }

    @Test func `a fix is a clause`() throws {
        let result = try Self.check(#"{"session_id": ""}"#, as: "session/confirm")
        #expect(result.findings.map(\.fix).first == "send the id that the bank gave")
    }

    @Test(arguments: [#"{"phone": 79680000000}"#, #"{"full_name": 4242424242424242}"#])
    func `a number that is personal data is not told`(recipient: String) throws {
        let body = FindingFormatterTests.body.replacing("{\"full_name\": \"Иванов Иван Иванович\"}", with: recipient)
        for finding in try Self.check(body, as: "session/start/payout").findings {
            #expect(!finding.message.contains("79680000000") && !finding.message.contains("4242"))
        }
    }

    @Test(arguments: [Profile.strict, .lenient])
    func `the lenient profile turns what the bank's own SDK sends into a warning`(profile: Profile) throws {
        let body = FindingFormatterTests.body.replacing("payment_method", with: "payout_details")
        let result = try Self.check(body, as: "session/start/payout", profile: profile)
        #expect(result.isAccepted == (profile == .lenient))
        #expect(result.findings.map(\.rule) == ["MEMBER.OTHER_VERSION"])
    }

    static let request = #"{"amount_details": {"amount": 10000, "currency": "rub"}, "metadata": {"order": "A-1"}}"#

    @Test(arguments: [
        (#""amount": 10000, "currency": "RUB""#, #"{"order": "A-1"}"#, true),
        (#""amount": 10001, "currency": "rub""#, #"{"order": "A-1"}"#, false),
        (#""amount": 10000, "currency": "eur""#, #"{"order": "A-1"}"#, false),
        (#""amount": 10000, "currency": "rub""#, #"{"order": "A-1", "more": 1}"#, false),
        (#""amount": 10000, "currency": "rub""#, #""A-1""#, false),
    ])
    func `what the bank sends back is compared with the request`(amount: String, metadata: String, isRight: Bool) throws
    {
        let body = """
            {"status": "ok", "session": {"id": "ps_1", "status": "in_progress",
            "created_at": "2025-05-27T02:03:00.000000Z", "updated_at": "2025-05-27T02:03:00.000000Z", "payments": [
            {"id": "po_1", "status": "in_progress", "created_at": "2025-05-27T02:03:00.000000Z",
            "payment_method": {"type": "card", "card": {"last4": "4940", "brand": "mir"}},
            "amount_details": {\(amount)}, "metadata": \(metadata)}]}}
            """
        let name = "session/start/payout/response"
        let alone = try Self.check(body, as: name)
        #expect(alone.isAccepted, "\(alone.summary)")
        let result = try Self.check(body, as: name, request: Self.request)
        #expect(
            result.findings.contains { $0.rule == "SESSION.ECHO" && $0.severity == .error } == !isRight,
            "\(result.summary)"
        )
    }

    @Test(arguments: ["Иванов Иван Иванович", "иванов ИВАН", "Иван Иванов"])
    func `names that agree are not warned about`(full: String) throws {
        #expect(try Self.nameWarnings(full: full, first: "Иван", last: "Иванов").isEmpty)
    }

    @Test(arguments: ["Петров Иван", "Иван", "Иванова Иван"])
    func `names that disagree are warned about`(full: String) throws {
        #expect(try Self.nameWarnings(full: full, first: "Иван", last: "Иванов").map(\.severity) == [.warning])
    }

    private static func nameWarnings(full: String, first: String, last: String) throws -> [Finding] {
        let recipient = #"{"full_name": "\#(full)", "first_name": "\#(first)", "last_name": "\#(last)"}"#
        let body = FindingFormatterTests.body.replacing("{\"full_name\": \"Иванов Иван Иванович\"}", with: recipient)
        return try check(body, as: "session/start/payout").findings.filter { $0.rule == "RECIPIENT.NAMES_AGREE" }
    }
}
