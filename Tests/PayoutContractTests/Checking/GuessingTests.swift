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
        (#"{"type": "payment_refunded"}"#, "webhook/payment_refunded"),
        (#"{"type": "unheard_of", "session": {}}"#, "webhook/other"),
        (#"{"session_id": "ps_1", "fiscalization_details": {}}"#, "fiscalization"),
        (#"{"session_id": "ps_1", "fiscalization_details": {}, "amount_details": {}}"#, "fiscalization"),
        (#"{"payment_method": {}, "fiscalization_details": {}}"#, "session/init/payout/fiscalization"),
        (
            #"{"session_id": "ps_1", "payment_method": {}, "fiscalization_details": {}}"#,
            "session/start/payout/fiscalization"
        ),
        (
            #"{"payment_method": {}, "participant_details": {"recipient": {"beneficiary_id": "1"}}}"#,
            "session/init/payout/nominal"
        ),
        (
            #"{"session_id": "ps_1", "payment_method": {}, "participant_details": {"sender": {"account": "1"}}}"#,
            "session/start/payout/rko"
        ),
        (
            #"{"payment_method": {"bank_account": {"system_type": "faster_payment_system_verification"}}}"#,
            "fps/customer_verification"
        ),
        (#"{"request_datetime": "2019-10-14T19:53:00+03:00"}"#, "wallet/balance"),
        (#"{"elements": []}"#, "tokenize/elements"),
        (#"{"status": "ok", "banks": []}"#, "fps/banks/response"),
        (#"{"status": "ok", "wallets": []}"#, "wallet/balance/response"),
        (#"{"status": "ok", "number": {"token": "t"}}"#, "tokenize/elements/response"),
    ])
    func `a message is known by its members`(body: String, name: String) throws {
        let contract = try MessageVectorTests.contract.get()
        #expect(contract.guessMessage(of: try JSONDocument(parsing: body), api: .v1)?.name == name)
    }

    @Test(arguments: ["1", "null", "[1]", #"{"x": 1}"#, #"{"type": "unheard_of"}"#])
    func `what looks like nothing is not guessed`(body: String) throws {
        let contract = try MessageVectorTests.contract.get()
        #expect(contract.guessMessage(of: try JSONDocument(parsing: body), api: .v1) == nil)
    }

    /// Requests that only name a session, and responses that hold one, look the same.
    @Test func `golden messages are guessed, or taken for one that looks the same`() throws {
        let contract = try MessageVectorTests.contract.get()
        let sessionOnly: Set<String> = ["session/confirm", "session/cancel", "session/status"]
        let creations: Set<String> = ["session/create", "session/create/nominal", "session/create/rko", "fps/banks"]
        for vector in try VectorSet.embedded.cases(kind: .message) where vector.tags.contains("golden") {
            guard case .message(let message) = vector.content, vector.isAccepted else { continue }
            let type = try #require(MessageVectorTests.type(of: message))
            let guess = contract.guessMessage(of: try JSONDocument(parsing: message.body), api: .v1)
            let isLikeIt =
                guess == type || (sessionOnly.contains(type.name) && guess?.name == "session/confirm")
                || (type.direction == .response && guess?.direction == .response)
                || (creations.contains(type.name) && guess?.direction == .request)
                // A type that nobody knows, and no session: nothing to go by.
                || (type.name == "webhook/other" && guess == nil)
            #expect(isLikeIt, "\(vector.id): \(guess?.name ?? "nothing")")
        }
    }
}
