import HTTPWire
import PartnerSignature
import PayoutContract

/// An answer of the sandbox before it is put into HTTP, with everything that is noted about it.
struct DeskAnswer: Sendable {
    var status: Int
    var contentType = "application/json"
    var body: [UInt8]
    /// Fields besides those of every answer.
    var headers: HTTPHeaders = [:]
    var allowedMethod: String?
    var message: MessageType?
    var project: String?
    var signature: SignatureVerdict?
    var findings: [Finding] = []
    var sessionID: String?
    var errorCode: String?
    /// The body of the request as it may be kept, nil when it may be kept as it is.
    var maskedBody: [UInt8]?
    var effects: [Effect] = []
    /// What was entered into the books.
    var changes: [BankChange] = []
    /// How the answer travels when it is to go wrong.
    var fault: WireFault?

    init(status: Int, contentType: String = "application/json", body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// What the bank answered.
    init(_ answer: Answer) {
        self.init(status: answer.status, body: answer.body)
        allowedMethod = answer.allowedMethod
        message = answer.route?.request
        project = answer.project
        signature = answer.signature
        findings = answer.findings
        sessionID = answer.sessionID
        errorCode = answer.errorCode
        effects = answer.effects
        changes = answer.changes
    }

    /// A refusal outside of the API.
    init(_ refusal: Refusal) {
        self.init(status: refusal.status, body: BankWriter(BankBehaviour()).answer(refusal))
        findings = [Finding(refusal)].compactMap(\.self)
        errorCode = refusal.code.rawValue
    }

    /// What is answered when the journal can't be written: an answer that is not in it must not go out.
    static let journalFailure = DeskAnswer(
        Refusal(.internalError, status: 500, "The journal of the sandbox cannot be written")
    )

    /// A page, or anything else that is in HTTP already.
    init(_ response: HTTPResponse) {
        self.init(status: response.status, contentType: "", body: response.body)
        headers = response.headers
    }

    var response: HTTPResponse {
        var headers = headers
        if !contentType.isEmpty { headers.add("Content-Type", contentType) }
        headers.add("X-Payoutkit-Findings", String(findings.count))
        if let allowedMethod { headers.add("Allow", allowedMethod) }
        return HTTPResponse(status: status, headers: headers, body: body)
    }
}

extension Exchange {
    /// Notes an answer; it gets its number when it is kept.
    init(
        _ request: HTTPRequest,
        from peer: HTTPPeer,
        at receivedAt: SandboxInstant,
        _ answer: DeskAnswer,
        _ response: HTTPResponse
    ) {
        var kept = request
        if let maskedBody = answer.maskedBody { kept.body = maskedBody }
        self.init(
            id: 0,
            receivedAt: receivedAt,
            peer: peer,
            request: kept,
            message: answer.message,
            project: answer.project,
            signature: answer.signature,
            findings: answer.findings,
            sessionID: answer.sessionID,
            errorCode: answer.errorCode,
            response: response,
            fault: answer.fault
        )
    }
}
