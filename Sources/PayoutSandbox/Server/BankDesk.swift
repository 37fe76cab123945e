import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// Answers HTTP requests out of the bank: the only place that knows both.
final class BankDesk: Sendable {
    private struct ScheduledStep: Sendable {
        let step: Step
        let sessionID: String
    }

    private let reception: Reception
    private let bank: Mutex<Bank>
    private let steps: DueQueue<ScheduledStep>
    let courier: Courier
    let journal: Journal
    private let clock: any SandboxClock
    private let overview: [UInt8]

    init(configuration: SandboxConfiguration, reception: Reception, courier: Courier) {
        self.reception = reception
        self.courier = courier
        clock = configuration.clock
        bank = Mutex(Bank(seed: configuration.seed, timing: configuration.timing))
        steps = DueQueue(name: "sandbox-steps", clock: configuration.clock)
        journal = Journal(limit: configuration.exchangeLimit, onExchange: configuration.onExchange)
        overview = Array(Overview.text(project: configuration.project, profile: configuration.profile).utf8)
    }

    func startSteps() throws(HTTPError) -> WorkerThread {
        try steps.start { [weak self] scheduled in self?.take(scheduled) }
    }

    func stopSteps(until deadline: Deadline) -> Bool {
        steps.stop()
        return steps.waitUntilIdle(until: deadline)
    }

    func session(id: String) -> PayoutSession? {
        bank.withLock { $0.sessions[id] }
    }

    // MARK: Requests

    /// Answers one request; called on the server's loop threads.
    func answer(_ request: HTTPRequest, from peer: HTTPPeer) -> HTTPReply {
        let now = clock.now
        let path = request.path
        let exchange: Exchange
        var effects: [Effect] = []
        if path.hasPrefix("/api/") {
            (exchange, effects) = answerCall(request, path, peer, now)
        } else if path == "/widget/tokenize" {
            exchange = answerWidget(request, peer, now)
        } else if path == "/", request.method == "GET" || request.method == "HEAD" {
            exchange = plain(request, peer, now, status: 200, "text/plain; charset=utf-8", overview)
        } else {
            exchange = answerElsewhere(request, path, peer, now)
        }
        journal.add(exchange)
        guard !effects.isEmpty else { return HTTPReply(exchange.response) }
        let released = effects
        return HTTPReply(exchange.response) { [self] in release(released) }
    }

    private func answerCall(
        _ request: HTTPRequest,
        _ path: String,
        _ peer: HTTPPeer,
        _ now: SandboxInstant
    ) -> (Exchange, [Effect]) {
        let call = Call(
            method: request.method,
            path: path,
            projects: request.headers.all("X-PARTNER-PROJECT"),
            signatures: request.headers.all("X-PARTNER-SIGN"),
            contentTypes: request.headers.all("Content-Type"),
            body: request.body
        )
        // Signature and schema are looked at without the lock, so that one slow body keeps nobody waiting.
        let examination = reception.examine(call)
        let answer = examination.complete { instruction, version in
            bank.withLock { $0.perform(instruction, version: version, at: now) }
        }
        let exchange = Exchange(
            id: 0,
            receivedAt: now,
            peer: peer,
            request: request,
            message: answer.route?.request,
            signature: answer.signature,
            findings: answer.findings,
            sessionID: answer.sessionID,
            errorCode: answer.errorCode,
            response: Self.response(
                status: answer.status,
                "application/json",
                answer.body,
                findings: answer.findings.count,
                allow: answer.allowedMethod
            )
        )
        return (exchange, answer.effects)
    }

    private func answerWidget(_ request: HTTPRequest, _ peer: HTTPPeer, _ now: SandboxInstant) -> Exchange {
        let answer = WidgetDesk.answer(request) { token, number throws(WidgetRefusal) in
            let result = bank.withLock { bank in
                Result { () throws(WidgetRefusal) in
                    try bank.tokenize(publicToken: token, cardNumber: number, at: now)
                }
            }
            return try result.get()
        }
        return Exchange(
            id: 0,
            receivedAt: now,
            peer: peer,
            request: answer.recordedRequest,
            message: nil,
            signature: nil,
            findings: answer.findings,
            sessionID: nil,
            errorCode: answer.errorCode,
            response: Self.response(
                status: answer.status,
                "application/json",
                answer.body,
                findings: answer.findings.count,
                allow: answer.status == 405 ? "POST" : nil
            )
        )
    }

    private func answerElsewhere(
        _ request: HTTPRequest,
        _ path: String,
        _ peer: HTTPPeer,
        _ now: SandboxInstant
    ) -> Exchange {
        var examination = Examination(instruction: .failure(Route.refusal(for: path)))
        examination.note(Route.refusal(for: path))
        let refusal = Route.refusal(for: path)
        return Exchange(
            id: 0,
            receivedAt: now,
            peer: peer,
            request: request,
            message: nil,
            signature: nil,
            findings: examination.findings,
            sessionID: nil,
            errorCode: refusal.code.rawValue,
            response: Self.response(
                status: refusal.status,
                "application/json",
                BankWriter.answer(refusal),
                findings: examination.findings.count
            )
        )
    }

    private func plain(
        _ request: HTTPRequest,
        _ peer: HTTPPeer,
        _ now: SandboxInstant,
        status: Int,
        _ type: String,
        _ body: [UInt8]
    ) -> Exchange {
        Exchange(
            id: 0,
            receivedAt: now,
            peer: peer,
            request: request,
            message: nil,
            signature: nil,
            findings: [],
            sessionID: nil,
            errorCode: nil,
            response: Self.response(status: status, type, body, findings: 0)
        )
    }

    private static func response(
        status: Int,
        _ type: String,
        _ body: [UInt8],
        findings: Int,
        allow: String? = nil
    ) -> HTTPResponse {
        var headers: HTTPHeaders = ["Content-Type": type, "X-Payoutkit-Findings": String(findings)]
        if let allow { headers.add("Allow", allow) }
        return HTTPResponse(status: status, headers: headers, body: body)
    }

    // MARK: What follows

    private func take(_ scheduled: ScheduledStep) {
        let now = clock.now
        release(bank.withLock { $0.take(scheduled.step, sessionID: scheduled.sessionID, at: now) })
    }

    private func release(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .step(let step, let sessionID, let due):
                steps.add(ScheduledStep(step: step, sessionID: sessionID), due: due)
            case .webhook(let letter):
                courier.post(letter)
            }
        }
    }
}
