import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// Carries webhooks to the addresses of the projects, in the order in which they fall due.
///
/// Each project has threads of its own, so a partner that does not answer holds up no other, and one webhook of a session
/// is under way at a time. A webhook that is not taken is sent again by the schedule, so the partner may see it twice, and
/// behind a later one.
final class Courier: Sendable {
    /// Deliveries whose attempts begin at the same moment.
    struct Job: Sendable {
        var ids: [Int]
        var project: String
        var sessionID: String
    }

    struct State {
        var deliveries = BoundedRing<Delivery>(capacity: 10_000, byteLimit: 64 << 20)
        /// What is still to be sent; a delivery that fell out of the ring is still carried out.
        var pending: [Int: Delivery] = [:]
        /// Webhooks that wait for the next one of their session.
        var behindNext: [String: [Job]] = [:]
        /// Copies that wait for the end of their session.
        var behindEnd: [String: [Job]] = [:]
        /// Those who wait for the next attempt of a session.
        var waiters: [String: [@Sendable () -> Void]] = [:]
    }

    let clock: any SandboxClock
    private let projects: ProjectDirectory
    private let orders: OrderBook
    let schedule: WebhookSchedule
    /// The most webhooks of one project that are under way at once.
    private let concurrency: Int
    private let sender: WebhookSender
    private let lanes: Mutex<[String: DueQueue<Job>]>
    let state = Mutex(State())
    private let onDelivery: @Sendable (Delivery) -> Void

    init(
        projects: ProjectDirectory,
        orders: OrderBook,
        sender: WebhookSender,
        schedule: WebhookSchedule,
        concurrency: Int,
        clock: any SandboxClock,
        onDelivery: @escaping @Sendable (Delivery) -> Void
    ) {
        self.projects = projects
        self.orders = orders
        self.sender = sender
        self.schedule = schedule
        self.concurrency = max(1, concurrency)
        self.clock = clock
        self.onDelivery = onDelivery
        lanes = Mutex([:])
    }

    /// The deliveries in the order of origin; the oldest are forgotten first.
    var deliveries: [Delivery] {
        state.withLock { state in state.deliveries.elements.map { state.pending[$0.id] ?? $0 } }
    }

    func delivery(_ id: Int) -> Delivery? {
        state.withLock { $0.pending[id] ?? $0.deliveries[id] }
    }

    /// Takes a webhook of the bank, and treats it as the orders say.
    func post(_ letter: Letter) {
        let treatment = orders.takeTreatment(
            project: letter.project,
            sessionID: letter.sessionID,
            type: letter.type
        )
        post(letter, treatment ?? .none)
    }

    /// Takes a webhook; without an address it is only noted.
    ///
    /// - Returns: The numbers of the deliveries, one for each copy.
    @discardableResult
    func post(_ letter: Letter, _ treatment: WebhookTreatment) -> [Int] {
        guard treatment.timing != .dropped else { return [note(enter(letter, treatment, outcome: .dropped))] }
        guard projects.entry(named: letter.project)?.project.webhookURL != nil else {
            return [note(enter(letter, treatment, outcome: .unaddressed))]
        }
        let jobs = jobs(for: letter, treatment)
        for job in jobs { put(job, letter, treatment) }
        if treatment.copies == .againAfterEnd {
            let copy = job(enter(letter.copy, treatment))
            state.withLock { $0.behindEnd[letter.sessionID, default: []].append(copy) }
        }
        return jobs.flatMap(\.ids)
    }

    /// Takes a delivery up again that a journal left unfinished.
    func resume(_ letter: Letter) {
        post(letter, .none)
    }

    /// Sends the bytes of a delivery once more.
    func sendAgain(_ delivery: Delivery) {
        let letter = Letter(
            number: 0,
            type: delivery.type,
            project: delivery.project,
            sessionID: delivery.sessionID,
            body: delivery.body,
            due: clock.now
        )
        post(letter, .none)
    }

    private func jobs(for letter: Letter, _ treatment: WebhookTreatment) -> [Job] {
        let first = job(enter(letter, treatment))
        switch treatment.copies {
        case .single, .againAfterEnd:
            return [first]
        case .inTurn(let count):
            return [first] + (1..<max(1, count)).map { _ in job(enter(letter.copy, treatment)) }
        case .atOnce(let count):
            var all = first
            for _ in 1..<max(1, min(count, 64)) { all.ids.append(enter(letter.copy, treatment).id) }
            return [all]
        }
    }

    private func put(_ job: Job, _ letter: Letter, _ treatment: WebhookTreatment) {
        switch treatment.timing {
        case .whenDue, .beforeAnswer, .dropped:
            lane(of: job.project).add(job, due: letter.due)
        case .delayed(let duration):
            lane(of: job.project).add(job, due: letter.due.advanced(by: duration))
        case .behindNext:
            state.withLock { $0.behindNext[job.sessionID, default: []].append(job) }
        }
    }

    private func enter(
        _ letter: Letter,
        _ treatment: WebhookTreatment,
        outcome: Delivery.Outcome = .pending
    ) -> Delivery {
        state.withLock { state in
            var delivery = Delivery(
                id: state.deliveries.lastNumber + 1,
                type: letter.type,
                project: letter.project,
                sessionID: letter.sessionID,
                body: letter.body,
                createdAt: letter.due,
                treatment: treatment,
                letter: letter.number == 0 ? nil : letter.number
            )
            delivery.outcome = outcome
            if !delivery.isSettled { state.pending[delivery.id] = delivery }
            state.deliveries.append(delivery, byteCount: delivery.body.count)
            return delivery
        }
    }

    private func job(_ delivery: Delivery) -> Job {
        Job(ids: [delivery.id], project: delivery.project, sessionID: delivery.sessionID)
    }

    private func note(_ delivery: Delivery) -> Int {
        onDelivery(delivery)
        released(behind: delivery)
        return delivery.id
    }

    /// Calls `body` when the next first attempt of a webhook of that session is over.
    func afterNextAttempt(of sessionID: String, _ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.waiters[sessionID, default: []].append(body) }
    }

    /// Sends what waited for this one.
    private func released(behind delivery: Delivery) {
        let (jobs, waiters) = state.withLock { state in
            var jobs: [Job] = []
            if delivery.treatment.timing != .behindNext {
                jobs = state.behindNext.removeValue(forKey: delivery.sessionID) ?? []
            }
            if delivery.type == .paymentFinished {
                jobs += state.behindEnd.removeValue(forKey: delivery.sessionID) ?? []
            }
            return (jobs, state.waiters.removeValue(forKey: delivery.sessionID) ?? [])
        }
        for job in jobs { lane(of: job.project).add(job, due: clock.now) }
        for waiter in waiters { waiter() }
    }

    private func lane(of project: String) -> DueQueue<Job> {
        lanes.withLock { lanes in
            if let lane = lanes[project] { return lane }
            // A clock that is moved by hand promises the same order each time, which two threads could not keep.
            let lane = DueQueue<Job>(
                name: "sandbox-courier",
                clock: clock,
                limit: clock.runsByItself ? concurrency : 1,
                key: { $0.sessionID }
            )
            lane.start { [weak self] job in self?.carry(job) }
            lanes[project] = lane
            return lane
        }
    }

    /// Forgets what is to be sent.
    func reset() {
        for lane in lanes.withLock({ Array($0.values) }) { lane.removeAll() }
        let waiters = state.withLock { state in
            let waiters = state.waiters.values.flatMap(\.self)
            state.deliveries.removeAll()
            state.pending = [:]
            state.behindNext = [:]
            state.behindEnd = [:]
            state.waiters = [:]
            return waiters
        }
        for waiter in waiters { waiter() }
    }

    /// Ends the threads after the deliveries at hand, which it waits for until the deadline.
    func stop(until deadline: Deadline) {
        sender.close()
        for lane in lanes.withLock({ Array($0.values) }) { lane.stop(until: deadline) }
    }

    private func carry(_ job: Job) {
        // The others of a group leave at the same moment, each on a thread of its own.
        let others = job.ids.dropFirst()
            .compactMap { id in
                try? WorkerThread(name: "sandbox-copy") { [weak self] in self?.carry(id, job) }
            }
        if let first = job.ids.first { carry(first, job) }
        for thread in others { thread.join() }
    }

    private func carry(_ id: Int, _ job: Job) {
        guard var delivery = state.withLock({ $0.pending[id] }) else { return }
        if let project = projects.entry(named: delivery.project), let url = project.project.webhookURL {
            attempt(&delivery, project, url)
        } else {
            delivery.outcome = .unaddressed
        }
        let done = delivery
        let isKnown = state.withLock { state in
            // After a reset nobody waits for it any more.
            guard state.pending[id] != nil else { return false }
            state.pending[id] = done.isSettled ? nil : done
            if done.isSettled { state.deliveries.replace(id, with: done) }
            return true
        }
        guard isKnown else { return }
        onDelivery(done)
        if done.attempts.count == 1 || done.isSettled { released(behind: done) }
        if !done.isSettled {
            let pause = schedule.pause(after: done.attempts.count)
            lane(of: job.project)
                .add(
                    Job(ids: [id], project: job.project, sessionID: job.sessionID),
                    due: clock.now.advanced(by: pause)
                )
        }
    }

    private func attempt(_ delivery: inout Delivery, _ project: ProjectDirectory.Entry, _ url: HTTPURL) {
        let startedAt = clock.now
        let sent = sender.send(delivery, of: project, to: url)
        delivery.attempts.append(sent.attempt(from: startedAt, to: clock.now))
        switch sent.result {
        case .answered(status: 200):
            delivery.outcome = .delivered
        case .answered(let status) where (201...299).contains(status):
            delivery.outcome = .deliveredWithNote(status: status)
        case .answered, .failed:
            let first = delivery.attempts.first?.startedAt ?? startedAt
            let next = clock.now.advanced(by: schedule.pause(after: delivery.attempts.count))
            if first.duration(to: next) > schedule.lifetime { delivery.outcome = .abandoned }
        }
    }
}

extension Letter {
    /// The same webhook as one that the bank has not numbered.
    fileprivate var copy: Letter {
        var copy = self
        copy.number = 0
        return copy
    }
}
