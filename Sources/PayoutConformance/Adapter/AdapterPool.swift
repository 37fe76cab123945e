import HTTPWire
import StrictJSON

/// The programs of an adapter that run: how many there may be, and which of them is free.
///
/// A program that hangs costs memory and no work, so many may; those that still answer are kept few.
final class AdapterPool: Sendable {
    /// What the program said of itself.
    struct Greeting: Hashable, Sendable {
        var name: String
        var operations: Set<AdapterRequest.Name>
    }

    private struct State {
        var lanes: [ObjectIdentifier: AdapterLane] = [:]
        /// Programs that have answered a request alone, and wait for another.
        var idle: [AdapterLane] = []
        /// Since when each of the others works on a request alone.
        var working: [ObjectIdentifier: Deadline] = [:]
        /// The lanes, and those that are about to be started.
        var count = 0
        /// How many of them have not answered hello yet.
        var startingCount = 0
        var maximumCount = AdapterPool.usualCount
        /// The longest that a program has taken for an answer, alone.
        var slowestAnswer = Duration.zero
        var isClosed = false

        /// From when on a program that works since `start` is taken for one that hangs, as far as starting others goes.
        func suspicion(of start: Deadline) -> Deadline {
            start.advanced(by: min(.milliseconds(250), max(.milliseconds(50), slowestAnswer * 2)))
        }

        /// When the next of them is; soon, where none is.
        var nextSuspicion: Deadline {
            working.values.map { suspicion(of: $0) }.filter { !$0.hasPassed }.min() ?? .after(.seconds(1))
        }

        /// How many programs use the processors, as far as one can tell.
        var busyCount: Int { startingCount + working.values.count { !suspicion(of: $0).hasPassed } }
    }

    /// A place in the pool.
    private enum Place {
        case idle(AdapterLane)
        case new
        case closed
    }

    /// A program that answers nothing at all must not fill the machine; for where nobody tells how large it is.
    private static let usualCount = 48
    private static let maximumBusyCount = 8

    private let command: ProcessCommand
    private let deadline: Duration
    private let state = Monitor(State())

    init(_ command: ProcessCommand, deadline: Duration) {
        self.command = command
        self.deadline = deadline
    }

    /// Starts a program, and asks it what it can do.
    func start() throws(AdapterFault) -> (AdapterLane, Greeting) {
        let place = state.wait(until: .never) { state -> Place? in
            state.isClosed ? .closed : Self.reserve(in: &state)
        }
        guard case .new = place else { throw .stopped }
        return try startReserved()
    }

    /// Lets as many programs run as the machine has room for, judging by the size of this one.
    func limit(by lane: AdapterLane) {
        guard let count = lane.affordableCount else { return }
        state.update { $0.maximumCount = count }
    }

    /// A program that has nothing to do; nil when there is none.
    ///
    /// - Throws: `AdapterFault` when it went wrong behind its last answer, which nobody was told of yet.
    func takeIdle() throws(AdapterFault) -> AdapterLane? {
        while let lane = state.withLock({ $0.idle.popLast() }) {
            if try isUsable(lane) { return lane }
        }
        return nil
    }

    /// A program for one request alone: one that is free, or a new one; waits until there may be one.
    func take() throws(AdapterFault) -> AdapterLane {
        while true {
            // A program that hangs makes room for another by the mere passing of time.
            let place = state.wait(until: state.withLock(\.nextSuspicion)) { state -> Place? in
                if state.isClosed { return .closed }
                if let lane = state.idle.popLast() { return .idle(lane) }
                return Self.reserve(in: &state)
            }
            let lane: AdapterLane
            switch place {
            case .idle(let idle): lane = idle
            case .new: lane = try startReserved().0
            case .closed: throw .stopped
            case nil: continue
            }
            guard try isUsable(lane) else { continue }
            state.withLock { $0.working[ObjectIdentifier(lane)] = .now }
            return lane
        }
    }

    /// Takes back a program that has answered its request.
    func giveBack(_ lane: AdapterLane) {
        let isKept = state.update { state in
            if let start = state.working.removeValue(forKey: ObjectIdentifier(lane)) {
                state.slowestAnswer = max(state.slowestAnswer, start.elapsed)
            }
            guard lane.isHealthy, !state.isClosed else { return false }
            state.idle.append(lane)
            return true
        }
        if !isKept { stop(lane) }
    }

    /// Ends a program; a request that is under way there gets a fault.
    func stop(_ lane: AdapterLane) {
        state.update { state in
            state.working[ObjectIdentifier(lane)] = nil
            if state.lanes.removeValue(forKey: ObjectIdentifier(lane)) != nil { state.count -= 1 }
        }
        lane.stop()
    }

    /// Ends all programs, and every wait for one.
    func close() {
        let lanes = state.update { state in
            state.isClosed = true
            return Array(state.lanes.values)
        }
        for lane in lanes { lane.stop() }
    }

    /// Takes a place for a new program; nil while there is none.
    ///
    /// Each program has a deadline, so there will be one.
    private static func reserve(in state: inout State) -> Place? {
        guard state.count < state.maximumCount, state.busyCount < maximumBusyCount else { return nil }
        state.count += 1
        state.startingCount += 1
        return .new
    }

    private func isUsable(_ lane: AdapterLane) throws(AdapterFault) -> Bool {
        if let fault = lane.takeUntoldFault() {
            stop(lane)
            throw fault
        }
        if !lane.isHealthy { stop(lane) }
        return lane.isHealthy
    }

    private func startReserved() throws(AdapterFault) -> (AdapterLane, Greeting) {
        defer { state.update { $0.startingCount -= 1 } }
        let lane: AdapterLane
        do throws(AdapterFault) {
            lane = try AdapterLane(command)
        } catch {
            state.update { $0.count -= 1 }
            throw error
        }
        let isClosed = state.withLock { state in
            state.lanes[ObjectIdentifier(lane)] = lane
            return state.isClosed
        }
        do throws(AdapterFault) {
            if isClosed { throw .stopped }
            return (lane, try greet(lane))
        } catch {
            stop(lane)
            throw error
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
}
