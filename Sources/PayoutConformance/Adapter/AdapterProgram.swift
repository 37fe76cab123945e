import HTTPWire
import StrictJSON

/// An adapter's program over a whole run: started when it is needed, and again after it has failed.
///
/// While all is well one program answers everything. A request that it held up is asked again of another one; one that was
/// under way when it failed is asked again alone, so that each fault is told of the request that brings it about. Where
/// requests hold each other up again and again, each is asked alone, many at the same time.
final class AdapterProgram: Sendable {
    private struct State {
        /// The program that serves everybody.
        var shared: AdapterLane?
        /// How many requests it has.
        var sharedCount = 0
        /// Whether somebody starts it.
        var isStarting = false
        var lastID = 0
        /// How much the requests of late were held up: each that was adds eight, each answer takes one off.
        var congestion = 0
        var asksAlone = false
        var isClosed = false

        mutating func holdUp() {
            congestion += 8
            if congestion > AdapterProgram.toleratedCongestion { asksAlone = true }
        }

        mutating func ease() {
            congestion = max(0, congestion - 1)
            if congestion == 0 { asksAlone = false }
        }
    }

    /// What somebody who asks for a turn gets.
    private enum Turn {
        case lane(AdapterLane)
        /// There is no program; who gets this starts one.
        case start
        case alone
    }

    /// So many requests wait in the program that serves everybody; the others wait for their turn.
    private static let maximumSharedCount = 8
    /// How long a request waits behind an older one before it is asked of another program.
    private static let patience = Duration.seconds(1)
    /// When more was held up than this, each request is asked alone until all has eased.
    private static let toleratedCongestion = 32

    let deadline: Duration
    private let pool: AdapterPool
    private let state = Monitor(State())

    init(_ command: ProcessCommand, deadline: Duration) {
        self.deadline = deadline
        pool = AdapterPool(command, deadline: deadline)
    }

    /// Starts the program, and asks it what it can do.
    func greet() throws(AdapterFault) -> AdapterPool.Greeting {
        let (lane, greeting) = try pool.start()
        pool.limit(by: lane)
        state.withLock { $0.shared = lane }
        return greeting
    }

    /// The answer to a request of a case; waits for a turn do not count as the case's time.
    ///
    /// - Throws: `AdapterFault` when this request makes the program fail.
    func answer(to request: AdapterRequest, in context: CaseContext) throws(AdapterFault) -> JSONDocument {
        while let lane = try context.waitingForTurn({ () throws(AdapterFault) in try takeTurn() }) {
            defer { leaveTurn(of: lane) }
            switch ask(lane, request, patience: Self.patience) {
            case .answer(let document):
                if lane.isIdle, !isShared(lane) { pool.stop(lane) }
                return document
            case .heldUp:
                leave(lane)
                state.update { $0.holdUp() }
            case .fault(let fault, let isAlone):
                stop(lane)
                if fault.kind == .stopped {
                    // Another request has brought the program down; that is not counted against this one.
                    state.update { $0.holdUp() }
                } else if isAlone {
                    throw fault
                } else {
                    return try answerAgain(to: request, in: context, after: fault, of: lane.incident)
                }
            }
        }
        return try answerAlone(to: request, in: context)
    }

    /// Ends all programs; requests that are still under way fail.
    func close() {
        state.update { $0.isClosed = true }
        pool.close()
    }

    private func answerAgain(
        to request: AdapterRequest,
        in context: CaseContext,
        after fault: AdapterFault,
        of incident: AdapterIncident
    ) throws(AdapterFault) -> JSONDocument {
        incident.enter()
        let result = Result { () throws(AdapterFault) in try answerAlone(to: request, in: context) }
        let hasFailed = if case .failure = result { true } else { false }
        guard incident.leave(hasFailed: hasFailed) else { return try result.get() }
        var fault = fault
        fault.clause += ", while several requests were under way; asked one by one, none of them makes it fail"
        throw fault
    }

    /// Asks a program that does nothing else meanwhile.
    private func answerAlone(
        to request: AdapterRequest,
        in context: CaseContext
    ) throws(AdapterFault) -> JSONDocument {
        let lane = try context.waitingForTurn { () throws(AdapterFault) in try pool.take() }
        switch ask(lane, request, patience: deadline) {
        case .answer(let document):
            pool.giveBack(lane)
            return document
        case .heldUp:
            pool.stop(lane)
            throw .missed(deadline)
        case .fault(let fault, _):
            if fault.kind == .missedDeadline { state.update { $0.holdUp() } }
            pool.stop(lane)
            throw fault
        }
    }

    private func ask(_ lane: AdapterLane, _ request: AdapterRequest, patience: Duration) -> AdapterLane.Result {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let line = JSONWriter().write(request.json(id: id))
        let result = lane.ask(id, line, deadline: deadline, patience: patience)
        if case .answer = result { state.withLock { $0.ease() } }
        return result
    }
}

extension AdapterProgram {
    /// Waits until the program that serves everybody can take one more request; nil when requests are to be asked alone.
    ///
    /// The first to miss the program starts it anew, and the others wait.
    private func takeTurn() throws(AdapterFault) -> AdapterLane? {
        if let shared = state.withLock({ $0.shared }), let fault = shared.takeUntoldFault() {
            stop(shared)
            throw fault
        }
        let turn = state.wait(until: .never) { state -> Turn? in
            if state.asksAlone || state.isClosed { return .alone }
            guard let shared = state.shared, shared.isHealthy else {
                guard !state.isStarting else { return nil }
                state.isStarting = true
                return .start
            }
            guard state.sharedCount < Self.maximumSharedCount else { return nil }
            state.sharedCount += 1
            return .lane(shared)
        }
        switch turn {
        case .lane(let lane): return lane
        case .alone, nil: return nil
        case .start: break
        }
        defer { state.update { $0.isStarting = false } }
        let idle = try pool.takeIdle()
        let started = if let idle { idle } else { try pool.start().0 }
        state.withLock { ($0.shared, $0.sharedCount) = (started, 1) }
        return started
    }

    private func leaveTurn(of lane: AdapterLane) {
        state.update { state in
            if state.shared === lane { state.sharedCount -= 1 }
        }
    }

    private func isShared(_ lane: AdapterLane) -> Bool { state.withLock { $0.shared === lane } }

    /// Gives a program that works on an older request no new ones.
    private func leave(_ lane: AdapterLane) {
        state.update { state in
            if state.shared === lane { state.shared = nil }
        }
    }

    private func stop(_ lane: AdapterLane) {
        leave(lane)
        pool.stop(lane)
    }
}
