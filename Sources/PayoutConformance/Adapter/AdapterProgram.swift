import HTTPWire
import StrictJSON
import Synchronization

/// An adapter's program over a whole run: started when it is needed, and again after it has failed.
///
/// While all is well one program answers everything. A request that it held up is asked again of the next one; one that was
/// under way when it failed is asked again alone, so that each fault is told of the request that brings it about.
final class AdapterProgram: Sendable {
    /// What the program said of itself.
    struct Greeting: Hashable, Sendable {
        var name: String
        var operations: Set<AdapterRequest.Name>
    }

    private struct State {
        var current: AdapterLane?
        var lanes: [ObjectIdentifier: AdapterLane] = [:]
        /// Programs that have answered a request alone, and wait for another.
        var idle: [AdapterLane] = []
        /// The lanes, and those that are about to be started.
        var laneCount = 0
        var lastID = 0
        /// Whether somebody starts the program that serves everybody.
        var isStarting = false
        /// How much the requests of late were held up: each that was adds four, each answer takes one off.
        var congestion = 0
        var isClosed = false
    }

    /// A program that answers nothing at all must not fill the machine.
    private static let maximumLaneCount = 48
    /// How long a request waits behind an older one before it is asked of another program.
    private static let patience = Duration.seconds(1)
    /// A program that holds up more than this gets each request alone, many at the same time.
    private static let toleratedCongestion = 32

    let command: ProcessCommand
    let deadline: Duration
    private let state = Monitor(State())

    init(_ command: ProcessCommand, deadline: Duration) {
        self.command = command
        self.deadline = deadline
    }

    /// Starts the program, and asks it what it can do.
    func greet() throws(AdapterFault) -> Greeting {
        let (lane, greeting) = try startLane()
        state.withLock { $0.current = lane }
        return greeting
    }

    /// The answer to a request.
    ///
    /// - Throws: `AdapterFault` when this request makes the program fail.
    func answer(to request: AdapterRequest) throws(AdapterFault) -> JSONDocument {
        while state.withLock({ $0.congestion <= Self.toleratedCongestion }) {
            let id = nextID()
            let line = JSONWriter().write(request.json(id: id))
            let lane = try sharedLane()
            switch lane.ask(id, line, deadline: deadline, patience: Self.patience) {
            case .answer(let document):
                ease()
                if lane.isIdle, !isCurrent(lane) { stop(lane) }
                return document
            case .heldUp:
                leave(lane)
                state.withLock { $0.congestion += 4 }
            case .fault(let fault, let isAlone):
                stop(lane)
                if fault.kind == .stopped {
                    // Another request has brought the program down; that is not counted against this one.
                    state.withLock { $0.congestion += 4 }
                } else if isAlone {
                    throw fault
                } else {
                    return try answerAgain(to: request, after: fault, of: lane.incident)
                }
            }
        }
        return try answerAlone(to: request, by: idleLane())
    }

    /// Ends all programs; requests that are still under way fail.
    func close() {
        let lanes = state.update { state in
            state.isClosed = true
            return Array(state.lanes.values)
        }
        for lane in lanes { lane.stop() }
    }

    private func answerAgain(
        to request: AdapterRequest,
        after fault: AdapterFault,
        of incident: AdapterIncident
    ) throws(AdapterFault) -> JSONDocument {
        incident.enter()
        let result = Result { () throws(AdapterFault) in try answerAlone(to: request) }
        let hasFailed = if case .failure = result { true } else { false }
        guard incident.leave(hasFailed: hasFailed) else { return try result.get() }
        var fault = fault
        fault.clause += ", while several requests were under way; asked one by one, none of them makes it fail"
        throw fault
    }

    /// Asks a program that does nothing else meanwhile; afterwards, it serves the others if there is no other.
    ///
    /// - Parameter idle: A program that has nothing to do; nil starts one.
    private func answerAlone(
        to request: AdapterRequest,
        by idle: AdapterLane? = nil
    ) throws(AdapterFault) -> JSONDocument {
        let lane = if let idle { idle } else { try startLane().0 }
        let id = nextID()
        let line = JSONWriter().write(request.json(id: id))
        switch lane.ask(id, line, deadline: deadline, patience: deadline) {
        case .answer(let document):
            ease()
            keepOrStop(lane)
            return document
        case .heldUp:
            stop(lane)
            throw .missed(deadline)
        case .fault(let fault, _):
            stop(lane)
            throw fault
        }
    }
}

extension AdapterProgram {
    private func ease() {
        state.withLock { $0.congestion = max(0, $0.congestion - 1) }
    }

    private func nextID() -> Int {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    /// The program that serves everybody; the first to miss it starts it anew, and the others wait.
    private func sharedLane() throws(AdapterFault) -> AdapterLane {
        if let current = state.withLock({ $0.current }), let fault = current.takeUntoldFault() {
            stop(current)
            throw fault
        }
        let lane = state.wait(until: .never) { state -> AdapterLane?? in
            if let current = state.current, current.isHealthy { return .some(current) }
            guard !state.isStarting else { return nil }
            state.isStarting = true
            return .some(nil)
        }
        if case .some(.some(let current)) = lane { return current }
        defer { state.update { $0.isStarting = false } }
        let idle = try idleLane()
        let started = if let idle { idle } else { try startLane().0 }
        state.withLock { $0.current = started }
        return started
    }

    private func startLane() throws(AdapterFault) -> (AdapterLane, Greeting) {
        try reserveLane()
        let lane: AdapterLane
        do throws(AdapterFault) {
            lane = try AdapterLane(command)
        } catch {
            state.update { $0.laneCount -= 1 }
            throw error
        }
        state.withLock { $0.lanes[ObjectIdentifier(lane)] = lane }
        do throws(AdapterFault) {
            return (lane, try greet(lane))
        } catch {
            stop(lane)
            throw error
        }
    }

    private func reserveLane() throws(AdapterFault) {
        let isReserved = state.wait(until: .after(deadline * 10)) { state -> Bool? in
            if state.isClosed { return false }
            guard state.laneCount < Self.maximumLaneCount else { return nil }
            state.laneCount += 1
            return true
        }
        guard isReserved == true else {
            throw AdapterFault(kind: .notStarted, clause: "hangs in so many programs that no other was started")
        }
    }

    private func greet(_ lane: AdapterLane) throws(AdapterFault) -> Greeting {
        let line = JSONWriter().write(["id": 0, "op": "hello", "protocol": 1])
        switch lane.ask(0, line, deadline: max(deadline, .seconds(30)), patience: .seconds(3_600)) {
        case .answer(let document):
            guard let name = document.root["name"]?.string, let list = document.root["ops"], list.kind == .array else {
                throw .lacks("name, a string, and ops, the list of operations that it supports, to hello")
            }
            return Greeting(
                name: name,
                operations: Set(list.elements.compactMap { $0.string.flatMap(AdapterRequest.Name.init(rawValue:)) })
            )
        case .fault(let fault, _):
            throw AdapterFault(kind: .notStarted, clause: "did not answer hello: it \(fault.clause)")
        case .heldUp:
            throw AdapterFault(kind: .notStarted, clause: "did not answer hello")
        }
    }

    /// Gives a program that works on an older request no new ones.
    private func leave(_ lane: AdapterLane) {
        state.withLock { state in
            if state.current === lane { state.current = nil }
        }
    }

    private func stop(_ lane: AdapterLane) {
        leave(lane)
        state.update { state in
            if state.lanes.removeValue(forKey: ObjectIdentifier(lane)) != nil { state.laneCount -= 1 }
        }
        lane.stop()
    }

    /// A program that has answered alone before; nil when there is none.
    ///
    /// - Throws: `AdapterFault` when it went wrong behind its last answer, which nobody was told of yet.
    private func idleLane() throws(AdapterFault) -> AdapterLane? {
        while let lane = state.withLock({ $0.idle.popLast() }) {
            if let fault = lane.takeUntoldFault() {
                stop(lane)
                throw fault
            }
            if lane.isHealthy { return lane }
            stop(lane)
        }
        return nil
    }

    private func isCurrent(_ lane: AdapterLane) -> Bool { state.withLock { $0.current === lane } }

    private func keepOrStop(_ lane: AdapterLane) {
        let isKept = state.withLock { state in
            guard lane.isHealthy, !state.isClosed else { return false }
            if state.current == nil {
                state.current = lane
            } else {
                state.idle.append(lane)
            }
            return true
        }
        if !isKept { stop(lane) }
    }
}
