import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// Answers HTTP requests out of the bank, and does what follows: the place where the parts of a sandbox meet.
final class BankDesk: Sendable {
    /// The answers on their way whose effects wait for them.
    private struct AnswersUnderWay: Sendable {
        var count = 0
        var activity: UInt64 = 0
    }

    private struct ScheduledStep: Sendable {
        let step: Step
        let sessionID: String
    }

    let courier: Courier
    let journal: Journal
    private let reception: Reception
    private let bank: Mutex<Bank>
    private let steps: DueQueue<ScheduledStep>
    private let clock: any SandboxClock
    private let overview: [UInt8]
    private let answers = Monitor(AnswersUnderWay())

    init(configuration: SandboxConfiguration, reception: Reception, courier: Courier) {
        self.reception = reception
        self.courier = courier
        clock = configuration.clock
        bank = Mutex(Bank(seed: configuration.seed, timing: configuration.timing))
        steps = DueQueue(name: "sandbox-steps", clock: configuration.clock)
        journal = Journal(limit: configuration.exchangeLimit, onExchange: configuration.onExchange)
        overview = Array(Overview.text(project: configuration.project, profile: configuration.profile).utf8)
        clock.add(self)
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
        let answer: DeskAnswer =
            if path.hasPrefix("/api/") {
                answerCall(request, path, at: now)
            } else if path == "/widget/tokenize" {
                answerWidget(request, at: now)
            } else if path == "/", request.method == "GET" || request.method == "HEAD" {
                DeskAnswer(status: 200, contentType: "text/plain; charset=utf-8", body: overview)
            } else {
                DeskAnswer(Route.refusal(for: path))
            }
        let response = answer.response
        journal.add(Exchange(request, from: peer, at: now, answer, response))
        guard !answer.effects.isEmpty else { return HTTPReply(response) }
        answers.withLock { answers in
            answers.count += 1
            answers.activity &+= 1
        }
        return HTTPReply(response) { [self] in
            release(answer.effects)
            answers.update { answers in
                answers.count -= 1
                answers.activity &+= 1
            }
        }
    }

    private func answerCall(_ request: HTTPRequest, _ path: String, at now: SandboxInstant) -> DeskAnswer {
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
        return DeskAnswer(
            examination.complete { instruction, version in
                bank.withLock { $0.perform(instruction, version: version, at: now) }
            }
        )
    }

    private func answerWidget(_ request: HTTPRequest, at now: SandboxInstant) -> DeskAnswer {
        WidgetDesk.answer(request) { token, number throws(WidgetRefusal) in
            let result = bank.withLock { bank in
                Result { () throws(WidgetRefusal) in
                    try bank.tokenize(publicToken: token, cardNumber: number, at: now)
                }
            }
            return try result.get()
        }
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

/// A client may move the clock as soon as it has its answer, which is before the effects of the call are on the agenda: so
/// the clock waits for them.
extension BankDesk: ClockFollower {
    var nextDue: SandboxInstant? { nil }

    var activity: UInt64 { answers.withLock { $0.activity } }

    func catchUp(within patience: Duration) -> Bool {
        answers.wait(until: .after(patience)) { $0.count == 0 ? () : nil } != nil
    }
}
