import HTTPWire

/// A thread that takes items one by one when their moments come.
///
/// It ends when it is stopped; what is not due by then is dropped.
final class DueQueue<Item: Sendable>: ClockFollower {
    private struct State: Sendable {
        var agenda = Agenda<Item>()
        var isWorking = false
        var isStopped = false
        /// Raised to wake a sleeper, so that it also sees a change between its look and its sleep.
        var changes: UInt64 = 0
        var activity: UInt64 = 0
    }

    private enum Turn {
        case work(Item)
        case sleep(Duration?, since: UInt64)
        case end
    }

    private let clock: any SandboxClock
    private let state = Monitor(State())
    private let name: String

    init(name: String, clock: any SandboxClock) {
        self.name = name
        self.clock = clock
        clock.add(self)
    }

    /// Starts the thread.
    ///
    /// It holds the queue and what `work` captures until ``stop()`` is called.
    func start(_ work: @escaping @Sendable (Item) -> Void) throws(HTTPError) -> WorkerThread {
        try WorkerThread(name: name) { self.run(work) }
    }

    func add(_ item: Item, due: SandboxInstant) {
        state.update { state in
            guard !state.isStopped else { return }
            state.agenda.add(item, due: due)
            state.changes &+= 1
            state.activity &+= 1
        }
    }

    /// Tells the thread to end after the item at hand.
    func stop() {
        state.update { state in
            state.isStopped = true
            state.agenda.removeAll()
            state.changes &+= 1
        }
    }

    /// Whether the thread is between items and nothing is left, waiting for that until the deadline.
    func waitUntilIdle(until deadline: Deadline) -> Bool {
        state.wait(until: deadline) { $0.isWorking ? nil : () } != nil
    }

    var nextDue: SandboxInstant? { state.withLock { $0.agenda.nextDue } }

    var activity: UInt64 { state.withLock { $0.activity } }

    func catchUp(within patience: Duration) -> Bool {
        state.update { $0.changes &+= 1 }
        let clock = clock
        let isDone: Void? = state.wait(until: .after(patience)) { state in
            guard !state.isStopped else { return () }
            guard !state.isWorking else { return nil }
            guard let due = state.agenda.nextDue else { return () }
            return due > clock.now ? () : nil
        }
        return isDone != nil
    }

    private func run(_ work: @Sendable (Item) -> Void) {
        while true {
            switch nextTurn() {
            case .work(let item):
                work(item)
                state.update { state in
                    state.isWorking = false
                    state.activity &+= 1
                }
            case .sleep(let duration, let seen):
                let deadline = duration.map { Deadline.after($0) } ?? .never
                _ = state.wait(until: deadline) { $0.changes == seen ? nil : () }
            case .end:
                return
            }
        }
    }

    private func nextTurn() -> Turn {
        let clock = clock
        return state.withLock { state in
            guard !state.isStopped else { return .end }
            if let item = state.agenda.takeFirst(dueBy: clock.now) {
                state.isWorking = true
                state.activity &+= 1
                return .work(item)
            }
            guard let due = state.agenda.nextDue else { return .sleep(nil, since: state.changes) }
            return .sleep(clock.wait(until: due), since: state.changes)
        }
    }
}
