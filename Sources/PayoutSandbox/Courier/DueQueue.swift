import HTTPWire

/// Threads that take items when their moments come, each item once.
///
/// There are as many threads as items are worked on at once, up to the limit, and one that waits. Items with the same key
/// are worked on one after the other. The threads end with ``stop(until:)``; what is not due by then is dropped.
final class DueQueue<Item: Sendable>: ClockFollower {
    private struct State: Sendable {
        var agenda = Agenda<Item>()
        /// Items that are due and whose key is free.
        var ready: [Item] = []
        /// Items that are due and wait for their key.
        var held: [String: [Item]] = [:]
        var busyKeys: Set<String> = []
        var workingCount = 0
        var threads: [WorkerThread] = []
        /// What is done with an item; nil before the start.
        var work: (@Sendable (Item) -> Void)?
        var isStopped = false
        /// Raised to wake a sleeper, so that it also sees a change between its look and its sleep.
        var changes: UInt64 = 0
        var activity: UInt64 = 0
    }

    private enum Turn {
        case work(Item, @Sendable (Item) -> Void)
        case sleep(Duration?, since: UInt64)
        case end
    }

    private let clock: any SandboxClock
    private let state = Monitor(State())
    private let name: String
    private let limit: Int
    private let key: @Sendable (Item) -> String?

    /// - Parameters:
    ///   - name: Of the threads.
    ///   - limit: The most items at once.
    ///   - key: What items that exclude each other share; nil for an item that excludes none.
    init(
        name: String,
        clock: any SandboxClock,
        limit: Int = 1,
        key: @escaping @Sendable (Item) -> String? = { _ in nil }
    ) {
        self.name = name
        self.clock = clock
        self.limit = max(1, limit)
        self.key = key
        clock.add(self)
    }

    /// Begins to work on items, those that were added before included.
    ///
    /// - Parameter work: Called with each item, on a thread of the queue.
    func start(_ work: @escaping @Sendable (Item) -> Void) {
        state.update { state in
            state.work = work
            state.changes &+= 1
            startThread(&state)
        }
    }

    func add(_ item: Item, due: SandboxInstant) {
        let isNext = state.withLock { state in
            guard !state.isStopped else { return false }
            // A thread that sleeps until an earlier moment wakes early enough by itself.
            let isNext = state.agenda.nextDue.map { due < $0 } ?? true
            state.agenda.add(item, due: due)
            state.activity &+= 1
            if isNext { state.changes &+= 1 }
            startThread(&state)
            return isNext
        }
        if isNext { state.wakeAll() }
    }

    /// How many items wait for their moments.
    var count: Int { state.withLock { $0.agenda.count } }

    /// Drops the items that `isOver` says nothing follows from any more.
    func removeAll(where isOver: (Item) -> Bool) {
        state.withLock { $0.agenda.removeAll(where: isOver) }
    }

    /// Drops what is not being worked on.
    func removeAll() {
        state.update { state in
            state.agenda.removeAll()
            state.ready.removeAll()
            state.held.removeAll()
            state.changes &+= 1
        }
    }

    /// Tells the threads to end behind the items at hand, and waits for that until the deadline.
    func stop(until deadline: Deadline) {
        state.update { state in
            state.isStopped = true
            state.agenda.removeAll()
            state.ready.removeAll()
            state.held.removeAll()
            state.changes &+= 1
        }
        let isIdle: Void? = state.wait(until: deadline) { $0.workingCount == 0 ? () : nil }
        let threads = state.withLock { state in
            defer { state.threads = [] }
            return state.threads
        }
        // A thread that is still at work ends by itself behind it; waiting for it would go beyond the deadline.
        if isIdle != nil { for thread in threads { thread.join() } }
    }

    // MARK: Clock

    var nextDue: SandboxInstant? { state.withLock { $0.agenda.nextDue } }

    var activity: UInt64 { state.withLock { $0.activity } }

    func catchUp(within patience: Duration) -> Bool {
        state.update { $0.changes &+= 1 }
        let clock = clock
        let isDone: Void? = state.wait(until: .after(patience)) { state in
            guard !state.isStopped else { return () }
            guard state.workingCount == 0, state.ready.isEmpty else { return nil }
            guard let due = state.agenda.nextDue else { return () }
            return due > clock.now ? () : nil
        }
        return isDone != nil
    }

    // MARK: Threads

    /// Starts a thread unless one waits already or the limit is reached.
    ///
    /// A system that gives no thread is asked again with the next item.
    private func startThread(_ state: inout State) {
        guard state.work != nil, !state.agenda.isEmpty || !state.ready.isEmpty,
            state.threads.count == state.workingCount, state.threads.count < limit
        else { return }
        guard let thread = try? WorkerThread(name: name, { [weak self] in self?.run() }) else { return }
        state.threads.append(thread)
    }

    private func run() {
        while true {
            switch nextTurn() {
            case .work(let item, let work):
                work(item)
                finish(item)
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
            guard !state.isStopped, let work = state.work else { return .end }
            while let item = state.agenda.takeFirst(dueBy: clock.now) {
                if let key = key(item), !state.busyKeys.insert(key).inserted {
                    state.held[key, default: []].append(item)
                } else {
                    state.ready.append(item)
                }
            }
            if !state.ready.isEmpty {
                let item = state.ready.removeFirst()
                state.workingCount += 1
                state.activity &+= 1
                startThread(&state)
                return .work(item, work)
            }
            guard let due = state.agenda.nextDue else { return .sleep(nil, since: state.changes) }
            return .sleep(clock.wait(until: due), since: state.changes)
        }
    }

    private func finish(_ item: Item) {
        state.update { state in
            state.workingCount -= 1
            state.activity &+= 1
            guard let key = key(item) else { return }
            if var waiting = state.held[key], !waiting.isEmpty {
                state.ready.append(waiting.removeFirst())
                state.held[key] = waiting.isEmpty ? nil : waiting
                state.changes &+= 1
            } else {
                state.busyKeys.remove(key)
            }
        }
    }
}
