import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON

/// The control API under `/sandbox/`: what tests and people order, ask and move.
final class ControlDesk: Sendable {
    /// The longest time that moving the clock may take before the caller is told 504.
    private static let patience = Duration.seconds(600)

    private let desk: BankDesk
    private let recent: RecentExchanges
    private let views: ControlViews
    private let access: ControlGuard
    private let isEncrypted: Bool

    /// Takes a call once more, as if it had come over the wire.
    typealias Replay = (HTTPRequest) -> HTTPReply

    init(desk: BankDesk, recent: RecentExchanges, host: String, isEncrypted: Bool, showsSensitive: Bool) {
        self.desk = desk
        self.recent = recent
        views = ControlViews(showsSensitive: showsSensitive)
        access = ControlGuard(host: host)
        self.isEncrypted = isEncrypted
    }

    /// Why the control API and the inspector do not answer; nil when they do.
    func refusal(_ request: HTTPRequest, from peer: HTTPPeer) -> HTTPReply? {
        access.refusal(request, from: peer).map { Self.refusal(403, $0) }
    }

    /// Answers a request whose path is `/sandbox` or begins with `/sandbox/`.
    func answer(_ request: HTTPRequest, from peer: HTTPPeer, replay: Replay) -> HTTPReply {
        if let refusal = refusal(request, from: peer) { return refusal }
        let path = request.path.split(separator: "/").dropFirst().map(String.init)
        let matching = ControlRoute.all.compactMap { route in route.captures(path).map { (route, $0) } }
        guard !matching.isEmpty else { return Self.refusal(404, "there is no such path; GET /sandbox lists them") }
        guard let (route, captures) = matching.first(where: { $0.0.method == request.method }) else {
            let allowed = matching.map(\.0.method).joined(separator: ", ")
            return Self.refusal(405, "the path takes \(allowed)", ["Allow": allowed])
        }
        do throws(MemberFault) {
            return try perform(route.action, captures, request, replay)
        } catch {
            return Self.refusal(
                400,
                error.path.isEmpty ? "the body \(error.sentence)" : "\(error.path) \(error.sentence)"
            )
        }
    }

    private func perform(
        _ action: ControlRoute.Action,
        _ captures: [String],
        _ request: HTTPRequest,
        _ replay: Replay
    ) throws(MemberFault) -> HTTPReply {
        let name = captures.first ?? ""
        switch action {
        case .help: return Self.text(help(request))
        case .triggers: return Self.json(ControlViews.triggers)
        case .reset: return reset(request)
        case .clock: return Self.json(clockView)
        case .advance: return try advance(request)
        case .sessions: return Self.json(.array(desk.sessions.map { ControlViews.session(SessionSnapshot($0)) }))
        case .session:
            guard let session = desk.session(id: name) else { return Self.refusal(404, "there is no session \(name)") }
            return Self.json(ControlViews.session(SessionSnapshot(session)))
        case .exchanges: return Self.json(.array(recent.all.map(ControlViews.exchange)))
        case .exchange:
            guard let exchange = Int(name).flatMap({ recent[$0] }) else { return Self.notKnown }
            return Self.json(views.full(exchange))
        case .sendExchangeAgain: return sendAgain(exchange: name, request, replay)
        case .deliveries: return Self.json(.array(desk.courier.deliveries.map(views.delivery)))
        case .sendDeliveryAgain: return sendAgain(delivery: name, request)
        case .projects: return Self.json(.array(projects.map(ControlViews.project)))
        case .changeProject: return try change(name, request)
        case .rotateKey: return rotateKey(of: name)
        case .orders: return Self.json(ControlViews.orders(desk.orders.answers, desk.orders.webhooks))
        case .addOrder: return try addOrder(request)
        case .removeOrders:
            desk.orders.removeAll()
            return Self.done(request)
        case .sendWebhook: return try sendWebhook(request)
        }
    }

    private func help(_ request: HTTPRequest) -> String {
        let scheme = isEncrypted ? "https" : "http"
        let base = "\(scheme)://\(request.headers["Host"] ?? "127.0.0.1")/"
        let lines = ControlRoute.all.map { "# \($0.summary)\n\($0.curl(base: base))\n" }
        return "The control API of the sandbox, for this machine alone.\n\n" + lines.joined(separator: "\n")
    }

    private func reset(_ request: HTTPRequest) -> HTTPReply {
        desk.reset()
        recent.removeAll()
        return Self.done(request)
    }

    private var clockView: JSONTree {
        ["now": .string(desk.clock.now.description), "virtual": .boolean(!desk.clock.runsByItself)]
    }

    private func advance(_ request: HTTPRequest) throws(MemberFault) -> HTTPReply {
        let object = try ClosedObject(Self.body(request), members: ["advance"])
        guard let clock = desk.clock as? VirtualClock else {
            return Self.refusal(409, "the clock runs by itself; --clock virtual makes one that can be moved")
        }
        guard let duration = try object.seconds("advance") else { throw object.fault("needs advance, in seconds") }
        // Webhooks that fall due on the way may call back into this server, so its threads must stay free.
        return later { [weak self] in
            clock.advance(by: duration)
            return Self.json(self?.clockView ?? .null)
        }
    }

    private func later(_ work: @escaping @Sendable () -> HTTPReply) -> HTTPReply {
        let promise = HTTPReplyPromise(timeout: Self.patience)
        guard (try? WorkerThread(name: "sandbox-control") { promise.give(work()) }) != nil else {
            return Self.refusal(503, "the system gives no thread")
        }
        return .later(promise)
    }

    private func sendAgain(exchange name: String, _ request: HTTPRequest, _ replay: Replay) -> HTTPReply {
        guard let exchange = Int(name).flatMap({ recent[$0] }) else { return Self.notKnown }
        guard exchange.request.path.hasPrefix("/api/") else {
            return Self.refusal(409, "only calls of the API can be taken once more")
        }
        let reply = replay(exchange.request)
        reply.afterSending?()
        if request.wantsPage { return Self.redirect }
        return HTTPReply(reply.response)
    }

    private func sendAgain(delivery name: String, _ request: HTTPRequest) -> HTTPReply {
        guard let delivery = Int(name).flatMap({ desk.courier.delivery($0) }) else { return Self.notKnown }
        desk.courier.sendAgain(delivery)
        return Self.done(request)
    }

    private func sendWebhook(_ request: HTTPRequest) throws(MemberFault) -> HTTPReply {
        let object = try ClosedObject(
            Self.body(request),
            members: ["session_id", "type"] + OrderReader.treatmentMembers
        )
        let id = try object.required("session_id")
        guard let type = try OrderReader.webhookType(object) else { throw object.fault("needs type") }
        let treatment = try OrderReader.treatment(object)
        guard let session = desk.session(id: id) else { return Self.refusal(404, "there is no session \(id)") }
        desk.courier.post(desk.letter(type, about: session), treatment)
        return Self.done(request)
    }

    private func addOrder(_ request: HTTPRequest) throws(MemberFault) -> HTTPReply {
        let isTaken =
            switch try OrderReader.read(Self.body(request)) {
            case .answer(let order): desk.orders.add(order)
            case .webhook(let order): desk.orders.add(order)
            }
        return isTaken ? Self.done(request) : Self.refusal(409, "\(OrderBook.capacity) orders wait already")
    }

    private var projects: [SandboxProject] {
        desk.projects.names.compactMap { desk.projects.entry(named: $0)?.project }
    }

    private func change(_ name: String, _ request: HTTPRequest) throws(MemberFault) -> HTTPReply {
        guard var project = desk.projects.entry(named: name)?.project else { return Self.notKnown }
        let object = try ClosedObject(Self.body(request), members: ["webhook_url", "switches"])
        if object["webhook_url"]?.isNull == true {
            project.webhookURL = nil
        } else if let text = try object.string("webhook_url") {
            guard let url = try? HTTPURL(text) else { throw object.fault(of: "webhook_url", "is no URL") }
            project.webhookURL = url
        }
        if let switches = object["switches"] { try project.behaviour.set(switches, at: "switches") }
        let changed = project
        desk.projects.change(name) { entry in
            entry.project.webhookURL = changed.webhookURL
            entry.project.behaviour = changed.behaviour
        }
        return Self.json(ControlViews.project(changed))
    }

    private func rotateKey(of name: String) -> HTTPReply {
        guard desk.projects.entry(named: name) != nil else { return Self.notKnown }
        // Looking for two primes takes longer than a thread of the server may.
        return later { [desk] in
            guard let key = try? PrivateKey.generate(bits: 2_048), let pem = try? key.publicKey.pem() else {
                return Self.refusal(500, "no key could be made")
            }
            desk.projects.change(name) { $0.rotate(to: key) }
            return Self.json(["public_key_pem": .string(String(decoding: pem, as: UTF8.self))])
        }
    }

    private static func body(_ request: HTTPRequest) throws(MemberFault) -> JSONValue {
        do throws(JSONTextError) {
            return try JSONDocument(parsing: request.body).root
        } catch {
            throw MemberFault(offset: error.offset, path: "", sentence: "is no JSON: \(error.description)")
        }
    }

    private static let notKnown = refusal(404, "there is none of that name or number")
    static let redirect = HTTPReply(HTTPResponse(status: 303, headers: ["Location": "/"]))

    /// A page goes back to the inspector; a program is told that it is done.
    private static func done(_ request: HTTPRequest) -> HTTPReply {
        request.wantsPage ? redirect : json(["done": true])
    }

    private static func json(_ tree: JSONTree, status: Int = 200, _ headers: HTTPHeaders = [:]) -> HTTPReply {
        var headers = headers
        headers.add("Content-Type", "application/json")
        let writer = JSONWriter(layout: .pretty(indent: 2), endsWithNewline: true)
        return HTTPReply(HTTPResponse(status: status, headers: headers, body: writer.write(tree)))
    }

    private static func text(_ text: String) -> HTTPReply {
        HTTPReply(
            HTTPResponse(status: 200, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(text.utf8))
        )
    }

    private static func refusal(_ status: Int, _ sentence: String, _ headers: HTTPHeaders = [:]) -> HTTPReply {
        json(["error": .string(sentence)], status: status, headers)
    }
}

extension HTTPRequest {
    /// Whether a browser asks, which shows pages.
    var wantsPage: Bool { headers["Accept"]?.containsText("text/html") == true }
}
