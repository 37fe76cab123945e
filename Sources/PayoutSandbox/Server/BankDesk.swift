import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// The bank with its time and its post: answers calls out of the books, and does what follows.
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

    let reception: Reception
    let projects: ProjectDirectory
    let orders: OrderBook
    let courier: Courier
    let clock: any SandboxClock
    private let seed: UInt64
    private let clearingInterval: Int
    private let journal: Journal?
    private let bank: Mutex<Bank>
    private let steps: DueQueue<ScheduledStep>
    /// How many steps were ever put on the agenda.
    private let scheduledCount = Atomic(0)
    private let answers = Monitor(AnswersUnderWay())

    init(
        seed: UInt64,
        clearingInterval: Int,
        clock: any SandboxClock,
        projects: ProjectDirectory,
        reception: Reception,
        orders: OrderBook,
        courier: Courier,
        journal: Journal?
    ) {
        self.seed = seed
        self.clearingInterval = clearingInterval
        self.journal = journal
        self.clock = clock
        self.projects = projects
        self.reception = reception
        self.orders = orders
        self.courier = courier
        bank = Mutex(Bank(seed: seed))
        steps = DueQueue(name: "sandbox-steps", clock: clock)
        clock.add(self)
        steps.start { [weak self] scheduled in self?.take(scheduled) }
    }

    /// Ends the bank's own steps and the post, and waits for what is at hand until the deadline.
    func stop(until deadline: Deadline) {
        steps.stop(until: deadline)
        courier.stop(until: deadline)
    }

    /// Forgets everything but the projects: books, orders, webhooks.
    func reset() {
        orders.removeAll()
        steps.removeAll()
        bank.withLock { $0 = Bank(seed: seed) }
        courier.reset()
        journal?.reset(at: clock.now)
    }

    /// Takes the books up where a journal left them, and goes on with what was under way.
    func resume(_ books: ResumedBooks) {
        let sessions = books.sessions.values.sorted { $0.revision < $1.revision }
        bank.withLock { bank in
            for session in sessions { bank.restore(session) }
            for entry in books.tokens { bank.restore(entry.token, entry.name) }
            bank.cards.merge(books.cards) { $1 }
            for (name, expiry) in books.idempotencyKeys { bank.idempotencyKeys.use(name, until: expiry, at: clock.now) }
            bank.skip(letter: books.lastLetter)
        }
        for session in sessions {
            guard let pending = session.pending else { continue }
            steps.add(ScheduledStep(step: pending.step, sessionID: session.id), due: pending.due)
        }
        for letter in books.openLetters.values.sorted(by: { $0.number < $1.number }) { courier.resume(letter) }
    }

    func session(id: String) -> PayoutSession? {
        bank.withLock { $0.sessions[id] }
    }

    /// How many steps wait for their moments.
    var scheduledStepCount: Int { steps.count }

    var sessions: [PayoutSession] { bank.withLock { $0.allSessions } }

    /// Answers a call of the API.
    func answer(_ call: Call, at now: SandboxInstant) -> DeskAnswer {
        // Signature and schema are looked at without the lock, so that one slow body keeps nobody waiting.
        var examination = reception.examine(call)
        let order = order(for: examination)
        if let order, !order.actsFirst { examination.refuse(by: order) }
        var answer = DeskAnswer(
            examination.complete { instruction, caller in
                bank.withLock { $0.perform(instruction, for: caller, at: now) }
            }
        )
        if let order { answer.apply(order.fault) }
        return answer
    }

    private func order(for examination: Examination) -> AnswerOrder? {
        guard let route = examination.route else { return nil }
        let sessionID = (try? examination.instruction.get())?.sessionID
        return orders.takeAnswer(
            project: examination.project?.name,
            operation: route.operation.path,
            sessionID: sessionID
        )
    }

    func tokenize(
        _ token: String,
        _ number: String,
        at now: SandboxInstant
    ) throws(WidgetRefusal) -> (hash: String, changes: [BankChange]) {
        let result = bank.withLock { bank in
            Result { () throws(WidgetRefusal) in
                try bank.tokenize(publicToken: token, cardNumber: number, at: now)
            }
        }
        return try result.get()
    }

    /// Keeps a card at the bank, and gives the hash that stands for it.
    func numberHash(of number: CardNumber) -> String {
        bank.withLock { bank in
            let hash = bank.identifiers.numberHash(of: number)
            bank.cards[Bank.digest(ofName: hash)] = number.masked
            return hash
        }
    }

    /// Why the widget may not be opened with a token; nil when it may.
    func widgetRefusal(_ token: String, at now: SandboxInstant) -> WidgetRefusal? {
        do throws(WidgetRefusal) {
            _ = try bank.withLock { bank throws(WidgetRefusal) in
                try bank.usableToken(Bank.digest(ofName: token), at: now)
            }
            return nil
        } catch {
            return error
        }
    }

    /// A webhook about a session as it stands now, not numbered by the bank.
    func letter(_ type: WebhookType, about session: PayoutSession) -> Letter {
        let body = BankWriter(projects.behaviour(of: session.project)).webhook(type, session)
        return Letter(
            number: 0,
            type: type,
            project: session.project,
            sessionID: session.id,
            body: body,
            due: clock.now
        )
    }

    /// Counts an answer whose effects wait for it, so that a clock which is moved waits too.
    func beginAnswer() {
        answers.withLock { answers in
            answers.count += 1
            answers.activity &+= 1
        }
    }

    /// Does what follows from an answer that was sent.
    func endAnswer(_ effects: [Effect]) {
        release(effects)
        answers.update { answers in
            answers.count -= 1
            answers.activity &+= 1
        }
    }

    private func take(_ scheduled: ScheduledStep) {
        release(effects(of: scheduled, at: clock.now))
    }

    /// Lets the bank make a step, writes it down, and gives what follows.
    private func effects(of scheduled: ScheduledStep, at now: SandboxInstant) -> [Effect] {
        let (effects, changes) = bank.withLock { bank in
            let project = bank.sessions[scheduled.sessionID]?.project ?? ""
            let behaviour = projects.behaviour(of: project)
            return bank.take(scheduled.step, sessionID: scheduled.sessionID, under: behaviour, at: now)
        }
        if !changes.isEmpty { journal?.write(changes, effects, at: now) }
        return effects
    }

    /// Does what follows: steps that are due are made here and now, as waking a thread for them would cost more than they
    /// do; a session makes a few in its life, so this ends.
    func release(_ effects: [Effect]) {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            switch effect {
            case .step(let step, let sessionID, let due):
                let scheduled = ScheduledStep(step: step, sessionID: sessionID)
                let now = clock.now
                if due <= now {
                    waiting.append(contentsOf: self.effects(of: scheduled, at: now))
                } else {
                    schedule(scheduled, due: due)
                }
            case .webhook(let letter):
                courier.post(letter)
            }
        }
    }

    /// A session that is confirmed leaves its timeout behind, hours before it is due: those are cleared from time to time,
    /// so that memory follows the sessions that are open.
    private func schedule(_ scheduled: ScheduledStep, due: SandboxInstant) {
        steps.add(scheduled, due: due)
        let count = scheduledCount.wrappingAdd(1, ordering: .relaxed).newValue
        guard count.isMultiple(of: clearingInterval) else { return }
        steps.removeAll { item in
            bank.withLock { $0.sessions[item.sessionID]?.pending?.step != item.step }
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
