import HTTPWire
import PayoutContract

/// Takes every request that comes in over HTTP to the desk that answers it, and notes what was answered.
final class FrontDoor: Sendable {
    let desk: BankDesk
    let recent: RecentExchanges
    private let overview: [UInt8]
    private let onExchange: (@Sendable (Exchange) -> Void)?
    /// How long an answer waits for a webhook that is to leave before it.
    private let patience: Duration

    init(desk: BankDesk, configuration: SandboxConfiguration) {
        self.desk = desk
        recent = RecentExchanges(limit: configuration.exchangeLimit)
        overview = Array(Overview.text(projects: configuration.projects, routes: desk.reception.routes).utf8)
        onExchange = configuration.onExchange
        patience = configuration.schedule.timeout + .seconds(5)
    }

    /// Answers one request; called on the server's loop threads.
    func answer(_ request: HTTPRequest, from peer: HTTPPeer) -> HTTPReply {
        let now = desk.clock.now
        let answer = route(request, at: now)
        let response = answer.response
        if answer.isNoted { note(Exchange(request, from: peer, at: now, answer, response)) }
        guard !answer.effects.isEmpty else { return HTTPReply(response, fault: answer.fault) }
        return reply(response, answer)
    }

    private func route(_ request: HTTPRequest, at now: SandboxInstant) -> DeskAnswer {
        let path = request.path
        if path.hasPrefix("/api/") { return desk.answer(Call(request, path: path), at: now) }
        switch path {
        case "/widget/tokenize":
            return WidgetDesk.answer(request) { token, number throws(WidgetRefusal) in
                try desk.tokenize(token, number, at: now)
            }
        case "/" where request.method == "GET" || request.method == "HEAD":
            return DeskAnswer(status: 200, contentType: "text/plain; charset=utf-8", body: overview)
        default:
            return DeskAnswer(desk.reception.routes.refusal(for: path))
        }
    }

    private func note(_ exchange: Exchange) {
        let kept = recent.add(exchange)
        onExchange?(kept)
    }

    // MARK: Effects

    /// The reply to an answer that something follows from: usually behind it, by order before it.
    private func reply(_ response: HTTPResponse, _ answer: DeskAnswer) -> HTTPReply {
        let effects = answer.effects
        guard let sessionID = answer.sessionID, let project = answer.project,
            desk.orders.wantsWebhookBeforeAnswer(project: project, sessionID: sessionID)
        else {
            desk.beginAnswer()
            return HTTPReply(response, fault: answer.fault) { [desk] in desk.endAnswer(effects) }
        }
        let promise = HTTPReplyPromise(timeout: patience)
        desk.courier.afterNextAttempt(of: sessionID) { promise.give(HTTPReply(response, fault: answer.fault)) }
        desk.release(effects)
        return .later(promise)
    }
}

extension Call {
    /// Takes out of a request what the bank looks at.
    init(_ request: HTTPRequest, path: String) {
        self.init(
            method: request.method,
            path: path,
            projects: request.headers.all("X-PARTNER-PROJECT"),
            signatures: request.headers.all("X-PARTNER-SIGN"),
            contentTypes: request.headers.all("Content-Type"),
            submerchants: request.headers.all("X-PARTNER-SUBMERCHANT"),
            idempotencyKeys: request.headers.all("X-PARTNER-IDEMPOTENCY-KEY"),
            body: request.body
        )
    }
}
