import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

/// A bank that is walked through by calls and by time, without sockets or threads.
///
/// Everything that the bank writes is held against the contract in the strict profile.
struct BankWalk {
    private static let contract = Result { try Contract() }

    let partner: TestPartner
    let reception: Reception
    var bank: Bank
    var now = SandboxInstant.bankExample
    /// The webhooks in the order in which they fell due.
    private(set) var letters: [Letter] = []
    private var steps = Agenda<(Step, String)>()

    init(profile: Profile = .lenient, timing: SandboxTiming = SandboxTiming(), seed: UInt64 = 1) throws {
        partner = try TestPartner.shared.get()
        reception = Reception(
            projects: [Project(name: TestPartner.project, partnerKey: partner.publicKey)],
            contract: try Self.contract.get(),
            profile: profile
        )
        bank = Bank(seed: seed, timing: timing)
    }

    /// Makes a signed call and keeps what follows for later.
    mutating func call(_ operation: String, _ body: String) throws -> Said {
        try send(partner.call(operation, body))
    }

    mutating func send(_ call: Call) throws -> Said {
        let answer = bank.handle(call, reception: reception, at: now)
        try release(answer.effects)
        let kind: MessageType.Kind = answer.route.map { .response($0.operation) } ?? .error
        try Self.expectAccepted(answer.body, as: kind, to: answer.status == 200 ? call.body : nil)
        if answer.status != 200 { try Self.expectAccepted(answer.body, as: .error) }
        return Said(answer: answer, document: try JSONDocument(parsing: answer.body))
    }

    /// Lets the bank do what is due now and until `duration` has passed.
    mutating func pass(_ duration: Duration = .zero) throws {
        let end = now.advanced(by: duration)
        while let due = steps.nextDue, due <= end, let (step, session) = steps.takeFirst(dueBy: end) {
            now = max(now, due)
            try release(bank.take(step, sessionID: session, at: now))
        }
        now = end
    }

    /// Creates a session, starts a payout to the card behind the hash and returns the session's id.
    mutating func started(hash: String = Bodies.bankHash) throws -> String {
        let id = try #require(try call("session/create", #"{"metadata":"good"}"#).text("/session/id"))
        #expect(try call("session/start/payout", Bodies.start(id, hash: hash)).answer.status == 200)
        return id
    }

    /// Does what the widget does, from the token to the hash.
    mutating func hash(of cardNumber: String) throws -> String {
        let said = try call("token", #"{"tokenize_widget":{"access":true}}"#)
        let token = try #require(said.text("/public_token"))
        return try bank.tokenize(publicToken: token, cardNumber: cardNumber, at: now)
    }

    private mutating func release(_ effects: [Effect]) throws {
        for effect in effects {
            switch effect {
            case .step(let step, let session, let due):
                steps.add((step, session), due: due)
            case .webhook(let letter):
                try Self.expectAccepted(letter.body, as: .webhook(letter.type))
                letters.append(letter)
            }
        }
    }

    private static func expectAccepted(_ body: [UInt8], as kind: MessageType.Kind, to request: [UInt8]? = nil) throws {
        let type = try #require(MessageType(kind, api: .v1))
        let result = try contract.get()
            .check(body, as: type, profile: .strict, request: request.map { try JSONDocument(parsing: $0) })
        #expect(result.findings.isEmpty, "\(String(decoding: body, as: UTF8.self))")
        #expect(result.isAccepted)
    }
}

/// An answer, read.
struct Said {
    let answer: Answer
    let document: JSONDocument

    func text(_ pointer: String) -> String? {
        JSONPointer(pointer).flatMap { document.root.value(at: $0)?.string }
    }

    func raw(_ pointer: String) -> String? {
        JSONPointer(pointer).flatMap { document.root.value(at: $0)?.rawBytes }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    var errorCode: String? { text("/error/code") }

    /// Session status, payout status and next action, with a dash for what is absent.
    var standing: String {
        let parts = ["/session/status", "/session/payments/0/status", "/session/next_action"].map { text($0) ?? "-" }
        return parts.joined(separator: " ")
    }
}

extension Letter {
    func said() throws -> Said {
        Said(answer: Answer(status: 200, body: body, findings: []), document: try JSONDocument(parsing: body))
    }
}
