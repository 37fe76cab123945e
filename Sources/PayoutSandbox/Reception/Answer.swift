import PartnerSignature
import PayoutContract

/// What the bank answers to a call, ready to be sent, and what follows from it.
struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
    var route: Route?
    var project: String?
    var signature: SignatureVerdict?
    var findings: [Finding]
    var sessionID: String?
    /// The code of a refusal.
    var errorCode: String?
    /// The value of `Allow` in a 405.
    var allowedMethod: String?
    /// To be released when the answer was sent.
    var effects: [Effect] = []
    /// What was entered into the books.
    var changes: [BankChange] = []
}

extension Examination {
    /// Has an accepted instruction carried out, and writes the answer.
    func complete(_ perform: (Instruction, Caller) -> Bank.Decision) -> Answer {
        let decision: Bank.Decision
        var findings = findings
        switch instruction {
        case .success(let instruction):
            decision = perform(instruction, caller)
            if case .failure(let refusal) = decision.reply { findings += [Finding(refusal)].compactMap(\.self) }
        case .failure(let refusal):
            decision = Bank.Decision(reply: .failure(refusal))
        }
        var answer = Answer(
            status: 200,
            body: [],
            route: route,
            project: project?.name,
            signature: signature,
            findings: findings,
            sessionID: decision.sessionID,
            effects: decision.effects,
            changes: decision.changes
        )
        let writer = BankWriter(behaviour)
        switch decision.reply {
        case .success(let reply):
            answer.body = writer.answer(reply)
        case .failure(let refusal):
            answer.status = behaviour.errorStatus.status(of: refusal)
            answer.body = writer.answer(refusal)
            answer.errorCode = refusal.code.rawValue
            answer.allowedMethod = refusal.allowedMethod
        }
        return answer
    }
}

extension BankBehaviour.ErrorStatus {
    /// The HTTP status of a refusal; a path that is not served and a method that is not taken are no matter of the bank's.
    func status(of refusal: Refusal) -> Int {
        guard refusal.status != 404, refusal.status != 405 else { return refusal.status }
        return switch self {
        case .byKind: refusal.status
        case .always400: 400
        case .always200: 200
        }
    }
}

extension Bank {
    /// The whole way of a call, in one step: examination, decision, answer.
    mutating func handle(_ call: Call, reception: Reception, at now: SandboxInstant) -> Answer {
        reception.examine(call).complete { perform($0, for: $1, at: now) }
    }
}
