import PartnerSignature
import PayoutContract

/// What the bank answers to a call, ready to be sent, and what follows from it.
struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
    var route: Route?
    var signature: SignatureVerdict?
    var findings: [Finding]
    var sessionID: String?
    /// The code of a refusal.
    var errorCode: String?
    /// The value of `Allow` in a 405.
    var allowedMethod: String?
    /// To be released when the answer was sent.
    var effects: [Effect] = []
}

extension Examination {
    /// Has an accepted instruction carried out, and writes the answer.
    func complete(_ perform: (Instruction, APIVersion) -> Bank.Decision) -> Answer {
        let decision: Bank.Decision
        var findings = findings
        switch instruction {
        case .success(let instruction):
            decision = perform(instruction, route?.version ?? .v1)
            if case .failure(let refusal) = decision.reply { findings += [Finding(refusal)].compactMap(\.self) }
        case .failure(let refusal):
            decision = Bank.Decision(reply: .failure(refusal))
        }
        var answer = Answer(
            status: 200,
            body: [],
            route: route,
            signature: signature,
            findings: findings,
            sessionID: decision.sessionID,
            effects: decision.effects
        )
        switch decision.reply {
        case .success(let reply):
            answer.body = BankWriter.answer(reply)
        case .failure(let refusal):
            answer.status = refusal.status
            answer.body = BankWriter.answer(refusal)
            answer.errorCode = refusal.code.rawValue
            answer.allowedMethod = refusal.allowedMethod
        }
        return answer
    }
}

extension Bank {
    /// The whole way of a call, in one step: examination, decision, answer.
    mutating func handle(_ call: Call, reception: Reception, at now: SandboxInstant) -> Answer {
        reception.examine(call).complete { perform($0, version: $1, at: now) }
    }
}
