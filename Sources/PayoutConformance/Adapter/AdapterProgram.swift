import HTTPWire
import StrictJSON
import Synchronization

/// An adapter's program over a whole run: started when it is needed, and again after it has failed.
///
/// While all is well one program answers everything. A request that it held up or that was under way when it failed is
/// asked again of a program of its own, so that each fault is told of the request that brings it about.
final class AdapterProgram: Sendable {
    /// What the program said of itself.
    struct Greeting: Hashable, Sendable {
        var name: String
        var operations: Set<AdapterRequest.Name>
    }

    private struct State {
        var current: AdapterLane?
        var lanes: [ObjectIdentifier: AdapterLane] = [:]
        /// The lanes, and those that are about to be started.
        var laneCount = 0
        var lastID = 0
        var isClosed = false
    }

    /// A program that answers nothing at all must not fill the machine.
    private static let maximumLaneCount = 24
    /// How long a request waits behind an older one before it takes a program of its own.
    private static let patience = Duration.milliseconds(400)

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
        let id = nextID()
        let line = JSONWriter().write(request.json(id: id))
        let lane = try sharedLane()
        switch lane.ask(id, line, deadline: deadline, patience: Self.patience) {
        case .answer(let document):
            if lane.isIdle, !isCurrent(lane) { stop(lane) }
            return document
        case .heldUp:
            leave(lane)
            return try answerAlone(to: request)
        case .fault(let fault, let isAlone):
            stop(lane)
            if fault.kind == .stopped { return try answerAlone(to: request) }
            if isAlone { throw fault }
            return try answerAgain(to: request, after: fault, of: lane.incident)
        }
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
    private func answerAlone(to request: AdapterRequest) throws(AdapterFault) -> JSONDocument {
        let (lane, _) = try startLane()
        let id = nextID()
        let line = JSONWriter().write(request.json(id: id))
        switch lane.ask(id, line, deadline: deadline, patience: deadline) {
        case .answer(let document):
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
    private func nextID() -> Int {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    /// The program that serves everybody, started anew when there is none.
    private func sharedLane() throws(AdapterFault) -> AdapterLane {
        if let lane = state.withLock({ $0.current }), lane.isHealthy { return lane }
        let (lane, _) = try startLane()
        let kept = state.withLock { state in
            if let current = state.current, current.isHealthy { return current }
            state.current = lane
            return lane
        }
        if kept !== lane { stop(lane) }
        return kept
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
        let isReserved = state.wait(until: .after(deadline * 2)) { state -> Bool? in
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
        switch lane.ask(0, line, deadline: max(deadline, .seconds(10)), patience: .seconds(3_600)) {
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

    private func isCurrent(_ lane: AdapterLane) -> Bool { state.withLock { $0.current === lane } }

    private func keepOrStop(_ lane: AdapterLane) {
        let isKept = state.withLock { state in
            guard state.current == nil, lane.isHealthy else { return false }
            state.current = lane
            return true
        }
        if !isKept { stop(lane) }
    }
}
