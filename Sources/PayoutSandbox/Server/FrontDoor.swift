import HTTPWire
import PayoutContract

/// Takes every request that comes in over HTTP to the desk that answers it, and notes what was answered.
final class FrontDoor: Sendable {
    let desk: BankDesk
    let recent: RecentExchanges
    private let pages: PageDesk
    private let journal: Journal?
    private let overview: [UInt8]
    private let onExchange: (@Sendable (Exchange) -> Void)?
    /// How long an answer waits for a webhook that is to leave before it.
    private let patience: Duration
    private let control: ControlDesk

    init(desk: BankDesk, journal: Journal?, configuration: SandboxConfiguration) {
        self.desk = desk
        self.journal = journal
        recent = RecentExchanges(limit: configuration.exchangeLimit)
        pages = PageDesk(desk: desk, recent: recent, showsSensitive: configuration.showsSensitive)
        control = ControlDesk(
            desk: desk,
            recent: recent,
            host: configuration.host,
            isEncrypted: configuration.server.tls != nil,
            showsSensitive: configuration.showsSensitive
        )
        overview = Array(Overview.text(projects: configuration.projects, routes: desk.reception.routes).utf8)
        onExchange = configuration.onExchange
        patience = configuration.schedule.timeout + .seconds(5)
    }

    private func control(_ request: HTTPRequest, from peer: HTTPPeer) -> HTTPReply {
        control.answer(request, from: peer) { again in answer(again, from: peer) }
    }

    /// Answers one request; called on the server's loop threads.
    func answer(_ request: HTTPRequest, from peer: HTTPPeer) -> HTTPReply {
        let now = desk.clock.now
        let path = request.path
        if path.hasPrefix("/api/") {
            return finish(desk.answer(Call(request, path: path), at: now), request, peer, now)
        }
        switch path {
        case "/widget/tokenize":
            let answer = WidgetDesk.answer(request) { token, number throws(WidgetRefusal) in
                try desk.tokenize(token, number, at: now)
            }
            return finish(answer, request, peer, now)
        case "/widget" where request.method == "POST":
            return finish(pages.submit(request, at: now), request, peer, now)
        case "/widget" where request.isRead:
            return HTTPReply(pages.widget(request, at: now).response)
        default:
            if path == "/sandbox" || path.hasPrefix("/sandbox/") { return control(request, from: peer) }
            return page(request, path, from: peer) ?? finish(unknown(path), request, peer, now)
        }
    }

    /// What browsers and people read; nil when the path is none of theirs.
    private func page(_ request: HTTPRequest, _ path: String, from peer: HTTPPeer) -> HTTPReply? {
        guard request.isRead else { return nil }
        if let asset = PageAssets.response(path) { return HTTPReply(asset) }
        if path == "/", !request.wantsPage || request.query == "text" {
            return HTTPReply(HTTPResponse(status: 200, headers: Self.textFields, body: overview))
        }
        guard let page = pages.inspector(request) else { return nil }
        return control.refusal(request, from: peer) ?? HTTPReply(page.response)
    }

    private static let textFields: HTTPHeaders = [
        "Content-Type": "text/plain; charset=utf-8", "X-Payoutkit-Findings": "0",
    ]

    private func unknown(_ path: String) -> DeskAnswer {
        DeskAnswer(desk.reception.routes.refusal(for: path))
    }

    /// Notes an answer and gives it the form of a reply.
    private func finish(
        _ answer: DeskAnswer,
        _ request: HTTPRequest,
        _ peer: HTTPPeer,
        _ now: SandboxInstant
    ) -> HTTPReply {
        let response = answer.response
        guard note(Exchange(request, from: peer, at: now, answer, response), answer) else {
            return HTTPReply(DeskAnswer.journalFailure.response)
        }
        guard !answer.effects.isEmpty else { return HTTPReply(response, fault: answer.fault) }
        return reply(response, answer)
    }

    /// Keeps an exchange and writes it down; false when the journal refuses it.
    private func note(_ exchange: Exchange, _ answer: DeskAnswer) -> Bool {
        let kept = recent.add(exchange)
        onExchange?(kept)
        return journal?.write(kept, answer.changes, answer.effects) ?? true
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

extension HTTPRequest {
    /// Whether it only reads.
    fileprivate var isRead: Bool { method == "GET" || method == "HEAD" }
}
