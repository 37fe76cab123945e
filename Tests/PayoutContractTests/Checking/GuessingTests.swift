import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

struct GuessingTests {
    @Test(arguments: [
        (#"{"tokenize_widget": {"access": true}}"#, "token"),
        (#"{"type": "card", "card": {"type": "encrypted_card"}}"#, "token/info"),
        (#"{"metadata": "good"}"#, "session/create"),
        ("{}", "session/create"),
        ("[]", "session/create"),
        (#"{"session_id": "ps_1", "payment_method": {}}"#, "session/start/payout"),
        (#"{"session_id": "ps_1", "AmountDetails": {}}"#, "session/start/payout"),
        (#"{"payment_method": {}, "amount_details": {}}"#, "session/init/payout"),
        (#"{"session_id": "ps_1"}"#, "session/confirm"),
        (#"{"status": "ok", "public_token": "e0"}"#, "token/response"),
        (#"{"status": "ok", "info": {}}"#, "token/info/response"),
        (#"{"status": "ok", "session": {}}"#, "session/status/response"),
        (#"{"status": "error", "error": {}}"#, "error"),
        (#"{"error": {"code": "x"}}"#, "error"),
        (#"{"type": "ready_to_confirm", "session": {}}"#, "webhook/ready_to_confirm"),
        (#"{"type": "payment_finished", "session": {}}"#, "webhook/payment_finished"),
    ])
    func `a message is known by its members`(body: String, name: String) throws {
        let contract = try MessageVectorTests.contract.get()
        #expect(contract.guessMessage(of: try JSONDocument(parsing: body), api: .v1)?.name == name)
    }

    @Test(arguments: ["1", "null", "[1]", #"{"x": 1}"#, #"{"type": "unheard_of", "session": {}}"#])
    func `what looks like nothing is not guessed`(body: String) throws {
        let contract = try MessageVectorTests.contract.get()
        #expect(contract.guessMessage(of: try JSONDocument(parsing: body), api: .v1) == nil)
    }

    /// Requests that only name a session, and responses that hold one, look the same.
    @Test func `golden messages are guessed, or taken for one that looks the same`() throws {
        let contract = try MessageVectorTests.contract.get()
        let sessionOnly: Set<String> = ["session/confirm", "session/cancel", "session/status"]
        for vector in try VectorSet.embedded.cases(kind: .message) where vector.tags.contains("golden") {
            guard case .message(let message) = vector.content, vector.isAccepted else { continue }
            let type = try #require(MessageType(of: message))
            let guess = contract.guessMessage(of: try JSONDocument(parsing: message.body), api: .v1)
            let isLikeIt =
                guess == type || (sessionOnly.contains(type.name) && guess?.name == "session/confirm")
                || (type.direction == .response && guess?.direction == .response)
                || (type.name == "session/create" && guess?.direction == .request)
            #expect(isLikeIt, "\(vector.id): \(guess?.name ?? "nothing")")
        }
    }
}
