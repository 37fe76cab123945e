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
    let projects: ProjectDirectory
    let reception: Reception
    let version: APIVersion
    var bank: Bank
    var now = SandboxInstant.bankExample
    /// The webhooks in the order in which they fell due.
    private(set) var letters: [Letter] = []
    private var steps = Agenda<(Step, String)>()

    init(
        profile: Profile = .lenient,
        timing: SandboxTiming = SandboxTiming(),
        seed: UInt64 = 1,
        version: APIVersion = .v1,
        _ behave: (inout BankBehaviour) -> Void = { _ in }
    ) throws {
        partner = try TestPartner.shared.get()
        self.version = version
        var project = SandboxProject(name: TestPartner.project)
        project.behaviour.profile = profile
        project.behaviour.timing = timing
        behave(&project.behaviour)
        projects = try ProjectDirectory([project], testKeys: TestKeys())
        reception = Reception(projects: projects, contract: try Self.contract.get())
        bank = Bank(seed: seed)
    }

    /// Makes a signed call and keeps what follows for later.
    mutating func call(_ operation: String, _ body: String) throws -> Said {
        try send(partner.call(operation, body, version: version))
    }

    /// Makes a signed call whose answer departs from the contract on purpose, and is held against nothing.
    mutating func callUnchecked(_ operation: String, _ body: String) throws -> Said {
        let call = try partner.call(operation, body, version: version)
        let answer = bank.handle(call, reception: reception, at: now)
        return Said(answer: answer, document: try JSONDocument(parsing: answer.body))
    }

    mutating func send(_ call: Call) throws -> Said {
        let answer = bank.handle(call, reception: reception, at: now)
        try release(answer.effects)
        let kind: MessageType.Kind = answer.route.map { .response($0.operation) } ?? .error
        let api = answer.route?.version ?? .v1
        try Self.expectAccepted(answer.body, as: kind, api, to: answer.errorCode == nil ? call.body : nil)
        if answer.errorCode != nil { try Self.expectAccepted(answer.body, as: .error, api) }
        return Said(answer: answer, document: try JSONDocument(parsing: answer.body))
    }

    /// Lets the bank do what is due now and until `duration` has passed.
    mutating func pass(_ duration: Duration = .zero) throws {
        let end = now.advanced(by: duration)
        while let due = steps.nextDue, due <= end, let (step, session) = steps.takeFirst(dueBy: end) {
            now = max(now, due)
            let behaviour = projects.behaviour(of: TestPartner.project)
            try release(bank.take(step, sessionID: session, under: behaviour, at: now).effects)
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
        let said = try send(partner.call("token", #"{"tokenize_widget":{"access":true}}"#))
        let token = try #require(said.text("/public_token"))
        return try bank.tokenize(publicToken: token, cardNumber: cardNumber, at: now).hash
    }

    private mutating func release(_ effects: [Effect]) throws {
        for effect in effects {
            switch effect {
            case .step(let step, let session, let due):
                steps.add((step, session), due: due)
            case .webhook(let letter):
                try Self.expectAccepted(letter.body, as: .webhook(letter.type), version)
                letters.append(letter)
            }
        }
    }

    private static func expectAccepted(
        _ body: [UInt8],
        as kind: MessageType.Kind,
        _ api: APIVersion,
        to request: [UInt8]? = nil
    ) throws {
        let type = try #require(MessageType(kind, api: api))
        // The contract has no schema of some webhooks; those are held against JSON alone.
        guard try contract.get().supports(type) else {
            _ = try JSONDocument(parsing: body)
            return
        }
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

    /// The name of the list of payouts, by the version of the answer.
    private var list: String { document.root["session"]?["payout_list"] == nil ? "payments" : "payout_list" }

    /// Session status, payout status and next action, with a dash for what is absent.
    var standing: String {
        let parts = ["/session/status", "/session/\(list)/0/status", "/session/next_action"].map { text($0) ?? "-" }
        return parts.joined(separator: " ")
    }
}

extension Letter {
    func said() throws -> Said {
        Said(answer: Answer(status: 200, body: body, findings: []), document: try JSONDocument(parsing: body))
    }
}
