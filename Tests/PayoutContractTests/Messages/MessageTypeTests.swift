import PayoutContract
import Testing

struct MessageTypeTests {
    @Test(arguments: APIVersion.allCases)
    func `the name of every message reads back as that message`(api: APIVersion) {
        for message in MessageType.all(of: api) {
            #expect(MessageType(name: message.name, api: api) == message)
        }
    }

    @Test(arguments: [
        ("session/start/payout", "urn:bank131:payout:v1:session-start-payout-request"),
        ("session/start/payout/response", "urn:bank131:payout:v1:session-start-payout-response"),
        ("token/info", "urn:bank131:payout:v1:token-info-request"),
        ("webhook/ready_to_confirm", "urn:bank131:payout:v1:webhook-ready-to-confirm"),
        ("error", "urn:bank131:payout:v1:error-response"),
    ])
    func `a message has a schema of its own`(name: String, uri: String) {
        #expect(MessageType(name: name, api: .v1)?.schemaURI == uri)
    }

    @Test(arguments: [
        "", "/", "session", "Session/create", "session/create/", "/session/create", "session/create/answer",
        "webhook/", "webhook/unknown", "webhook/ready_to_confirm/response", "error/response", "response", "/response",
        "session/cre\u{0430}te",
    ])
    func `an unknown name is no message`(name: String) {
        #expect(MessageType(name: name, api: .v1) == nil)
    }

    @Test func `widget tokens exist in v1 only`() {
        #expect(MessageType(name: "token", api: .v1) != nil)
        #expect(MessageType(name: "token", api: .v2) == nil)
        #expect(MessageType(name: "token/info/response", api: .v2) == nil)
    }

    @Test(arguments: [
        "session/create/nominal", "session/init/payout/nominal", "session/start/payout/nominal",
        "session/create/rko", "session/init/payout/rko", "session/start/payout/rko",
        "fiscalization", "tokenize/elements", "wallet/balance",
    ])
    func `a neighbour that only v1 documents exists in v1 only`(path: String) {
        #expect(Operation(path: path)?.versions == [.v1])
    }

    @Test(arguments: [
        "session/init/payout/fiscalization", "session/start/payout/fiscalization", "fps/banks",
        "fps/customer_verification",
    ])
    func `a neighbour of both versions exists in both`(path: String) {
        #expect(Operation(path: path)?.versions == [.v1, .v2])
    }

    @Test func `sessions with several payouts exist in v2 only`() {
        #expect(MessageType(name: "session/multi/init", api: .v1) == nil)
        #expect(MessageType(name: "session/multi/init/response", api: .v2) != nil)
    }

    @Test func `the list of banks is the one GET`() {
        #expect(Operation.all.filter { $0.method == .get } == [.fpsBanks])
    }

    @Test func `the payout flow has eight calls, and every operation is named once`() {
        #expect(Operation.core.count == 8)
        #expect(Operation.all.filter(\.isCore) == Operation.core)
        #expect(Operation.neighbours.allSatisfy { !$0.isCore })
        #expect(Set(Operation.all.map(\.path)).count == Operation.core.count + Operation.neighbours.count)
    }

    @Test(arguments: WebhookType.all)
    func `a body's type is read as itself`(type: WebhookType) {
        #expect(WebhookType.of(type.name) == type)
    }

    @Test(arguments: ["", "account_topped_up", "READY_TO_CONFIRM", "Other"])
    func `a type that is not known here is other`(name: String) {
        #expect(WebhookType.of(name) == .other)
        #expect(WebhookType(name: name) == nil)
    }

    @Test func `a message says its version`() throws {
        let message = try #require(MessageType(name: "session/start/payout", api: .v2))
        #expect(message.displayName == "session/start/payout (v2)")
    }

    @Test func `an error is an answer of the bank`() throws {
        #expect(try #require(MessageType(.error, api: .v1)).direction == .response)
    }
}
