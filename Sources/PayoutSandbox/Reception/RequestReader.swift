import PayoutContract
import PayoutVectors
import StrictJSON

/// Takes what the bank needs out of a body that fits the contract; nulls count as absent members.
struct RequestReader {
    let route: Route

    func read(_ body: JSONValue) throws(Refusal) -> Instruction {
        switch route.operation {
        case .token:
            let access = body.member("tokenize_widget")?.member("access")?.boolean
            return .issueToken(opensCardWidget: access == true)
        case .tokenInfo:
            return try tokenInfo(body)
        case .createSession:
            return .create(try terms(body))
        case .initPayout:
            return Instruction.initPayout(try terms(body))
        case .startPayout:
            return Instruction.startPayout(sessionID: try sessionID(body), try terms(body))
        case .confirm:
            return .confirm(sessionID: try sessionID(body))
        case .cancel:
            return .cancel(sessionID: try sessionID(body))
        case .status:
            return .status(sessionID: try sessionID(body))
        default:
            throw Refusal(.invalidRequest, status: 404, rule: "PATH.KNOWN", "This bank does not serve the operation")
        }
    }

    private func sessionID(_ body: JSONValue) throws(Refusal) -> String {
        guard let id = body.member("session_id")?.string else { throw .missing("session_id") }
        return id
    }

    private func tokenInfo(_ body: JSONValue) throws(Refusal) -> Instruction {
        if let card = body.member("card") {
            if let hash = card.member("encrypted_card")?.member("number_hash")?.string {
                return .describeCard(.numberHash(hash))
            }
            if let token = card.member("tokenized_card")?.member("token")?.string {
                return .describeCard(.token(token))
            }
        }
        if let token = body.member("public_token")?.member("token")?.string { return .describeToken(token) }
        if let token = body.member("recurrent_token")?.member("token")?.string { return .describeCard(.token(token)) }
        throw Refusal(.invalidRequest, "The sandbox knows cards by hash and token, public tokens and recurrent tokens")
    }

    private func terms(_ body: JSONValue) throws(Refusal) -> PayoutTerms {
        PayoutTerms(
            instrument: try InstrumentReader.read(body, version: route.version),
            amount: try amount(body),
            participants: body.member("participant_details").flatMap(Echo.object),
            customer: body.member("customer").flatMap(Echo.object),
            fiscalization: body.member("fiscalization_details").flatMap(Echo.object),
            metadata: body.member("metadata").map(\.rawBytes)
        )
    }

    private func amount(_ body: JSONValue) throws(Refusal) -> Money? {
        guard let details = body.member("amount_details") else { return nil }
        guard let amount = details.member("amount")?.number, let currency = details.member("currency")?.string else {
            throw Refusal(.invalidRequest, "amount_details needs amount and currency")
        }
        return Money(digits: amount.literal, currency: currency)
    }
}
