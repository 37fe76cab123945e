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
        #expect(contract.guessMessage(of: try JSONDocument(parsing: body), api: .v1)?.message.name == name)
    }

    @Test(arguments: ["1", "null", "[1]", #"{"x": 1}"#, #"{"type": "unheard_of"}"#])
    func `what looks like nothing is not guessed`(body: String) throws {
        let contract = try MessageVectorTests.contract.get()
        #expect(contract.guessMessage(of: try JSONDocument(parsing: body), api: .v1) == nil)
    }

    @Test(arguments: [
        (#"{"session_id": "ps_1", "payment_method": {}}"#, APIVersion.v1, "payment_method"),
        (#"{"session_id": "ps_1", "payout_details": {}}"#, .v2, "payout_details"),
        (#"{"session_id": "ps_1", "payoutDetails": {}}"#, .v2, "payoutDetails"),
        (#"{"status": "ok", "session": {"payments": []}}"#, .v1, "payments"),
        (#"{"status": "ok", "session": {"payout_list": []}}"#, .v2, "payout_list"),
        (#"{"status": "ok", "session": {"acquiring_payments": []}}"#, .v1, "acquiring_payments"),
        (#"{"type": "payment_finished", "session": {"payment_list": []}}"#, .v2, "payment_list"),
        (
            #"{"session_id": "ps_1", "confirm_information": {"transfer_details": {"payout_details": {}}}}"#, .v2,
            "payout_details"
        ),
    ])
    func `the names that versions call differently show the version`(body: String, api: APIVersion, name: String) throws
    {
        let contract = try MessageVectorTests.contract.get()
        let guess = try #require(contract.guessMessage(of: try JSONDocument(parsing: body)))
        // Where the vectors have no schema of that version, the other one is all that is left.
        let isSupported = MessageType(guess.message.kind, api: api).map(contract.supports) ?? false
        #expect(guess.message.api == (isSupported ? api : .v1))
        #expect(guess.versionMember == (isSupported ? name : nil))
    }

    @Test(arguments: [
        #"{"session_id": "ps_1"}"#, #"{"session_id": "ps_1", "payment_method": {}, "payout_details": {}}"#,
        #"{"status": "ok", "session": {"id": "ps_1"}}"#, #"{"metadata": {"payout_list": 1}}"#, "[]",
    ])
    func `a body that shows no version, or both, is taken for v1`(body: String) throws {
        let contract = try MessageVectorTests.contract.get()
        let guess = try #require(contract.guessMessage(of: try JSONDocument(parsing: body)))
        #expect(guess.message.api == .v1)
        #expect(guess.versionMember == nil)
    }

    @Test func `a version that is named is not guessed`() throws {
        let contract = try MessageVectorTests.contract.get()
        let document = try JSONDocument(parsing: #"{"session_id": "ps_1", "payout_details": {}}"#)
        let guess = try #require(contract.guessMessage(of: document, api: .v1))
        #expect(guess.message.displayName == "session/start/payout (v1)")
        #expect(guess.versionMember == nil)
    }

    /// Requests that only name a session, and responses that hold one, look the same.
    @Test func `golden messages are guessed, or taken for one that looks the same`() throws {
        let contract = try MessageVectorTests.contract.get()
        let sessionOnly: Set<String> = ["session/confirm", "session/cancel", "session/status"]
        let creations: Set<String> = ["session/create", "session/create/nominal", "session/create/rko", "fps/banks"]
        for vector in try VectorSet.embedded.cases(kind: .message) where vector.tags.contains("golden") {
            guard case .message(let message) = vector.content, vector.isAccepted else { continue }
            let type = try #require(MessageType(message))
            let guess = contract.guessMessage(of: try JSONDocument(parsing: message.body), api: type.api)?.message
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
