import HTTPWire
import StrictJSON

/// One running program of an adapter: takes requests, and hands out answers by their ids, whatever their order.
final class AdapterLane: Sendable {
    /// The longest line of either side.
    static let maximumLineByteCount = 4 << 20

    /// What came of one request.
    enum Result: Sendable {
        case answer(JSONDocument)
        /// Something went wrong; `isAlone` says whether no other request was under way then.
        case fault(AdapterFault, isAlone: Bool)
        /// Nothing has been heard for a while, and an older request holds the program up.
        case heldUp
    }

    private struct State: Sendable {
        /// The ids under way, in the order in which they were sent.
        var waiting: [Int] = []
        var answers: [Int: JSONDocument] = [:]
        /// The ids that nobody waits for any more; an answer to one of them is late, not wrong.
        var givenUp: Set<Int> = []
        var fault: AdapterFault?
        /// How many requests were under way when the fault came.
        var waitingAtFault = 0
        /// Whether a request has got the fault.
        var isTold = false
        /// When the program last wrote a line, or got a request while none was under way.
        var lastProgress = Deadline.now
        /// Since when the oldest request is the oldest: from then on its answer is due.
        var oldestSince = Deadline.now

        mutating func add(_ id: Int) {
            if waiting.isEmpty { (lastProgress, oldestSince) = (.now, .now) }
            waiting.append(id)
        }

        mutating func remove(_ id: Int) {
            if waiting.first == id { oldestSince = .now }
            waiting.removeAll { $0 == id }
        }
    }

    /// What a request that waits is woken for.
    private enum News {
        case result(Result)
        case isOldest
    }

    private let child: ChildProcess
    private let state = Monitor(State())
    /// The doubt about a fault that came while several requests were under way.
    let incident = AdapterIncident()

    /// Starts the program.
    ///
    /// - Throws: `AdapterFault` when it can't be started.
    init(_ command: ProcessCommand) throws(AdapterFault) {
        do throws(ProcessError) {
            child = try ChildProcess(command)
        } catch {
            throw AdapterFault(kind: .notStarted, clause: "does not run: \(error)")
        }
        do {
            _ = try WorkerThread(name: "payoutkit-lane") { [child, state] in Self.read(from: child, into: state) }
        } catch {
            child.kill()
            throw AdapterFault(kind: .notStarted, clause: "can't be read from: \(error)")
        }
    }

    /// How many programs as large as this one is now the machine has room for; nil where that is not known.
    var affordableCount: Int? { child.residentByteCount.flatMap { MemoryBudget.count(ofProgramsWith: $0) } }

    /// Whether new requests may be sent: nothing went wrong so far.
    var isHealthy: Bool { state.withLock { $0.fault == nil } }

    /// A fault that came while no request was under way, once: the next request has to tell of it.
    func takeUntoldFault() -> AdapterFault? {
        state.withLock { state in
            guard let fault = state.fault, fault.kind != .stopped, !state.isTold, state.waitingAtFault == 0 else {
                return nil
            }
            state.isTold = true
            return fault
        }
    }

    /// Whether no request is under way.
    var isIdle: Bool { state.withLock { $0.waiting.isEmpty } }

    /// Sends a request and waits for its answer.
    ///
    /// Requests are answered one after the other by most programs, so the time for one runs from when none is before it.
    ///
    /// - Parameters:
    ///   - line: The request without the line break.
    ///   - deadline: How long the answer may take.
    ///   - patience: After how much silence a request behind an older one gives up on this program.
    func ask(_ id: Int, _ line: [UInt8], deadline: Duration, patience: Duration) -> Result {
        state.withLock { $0.add(id) }
        // A program that takes no line has ended, or hangs; either shows below.
        _ = child.write(line + [UInt8(ascii: "\n")], until: .after(deadline))
        while true {
            let (end, isOldest) = state.withLock { state in
                (Self.end(of: id, in: state, deadline, patience), state.waiting.first == id)
            }
            let news = state.wait(until: end) { state -> News? in
                if let result = Self.result(of: id, in: &state) { return .result(result) }
                // From here on another time counts.
                return isOldest || state.waiting.first != id ? nil : .isOldest
            }
            if case .result(let result) = news { return result }
            if let result = state.update({ Self.givingUp(id, in: &$0, deadline, patience) }) { return result }
        }
    }

    /// Ends the program; requests that are still under way get a fault.
    func stop() {
        state.update { state in
            guard state.fault == nil else { return }
            state.waitingAtFault = state.waiting.count
            state.fault = .stopped
        }
        child.kill()
    }

    private static func result(of id: Int, in state: inout State) -> Result? {
        if let answer = state.answers.removeValue(forKey: id) { return .answer(answer) }
        guard let fault = state.fault else { return nil }
        state.remove(id)
        state.isTold = true
        return .fault(fault, isAlone: state.waitingAtFault <= 1)
    }

    /// Until when a request waits, if nothing more is heard.
    private static func end(of id: Int, in state: State, _ deadline: Duration, _ patience: Duration) -> Deadline {
        state.waiting.first == id
            ? state.oldestSince.advanced(by: deadline) : state.lastProgress.advanced(by: patience)
    }

    /// What becomes of a request that has heard nothing up to now; nil when it may wait on.
    private static func givingUp(
        _ id: Int,
        in state: inout State,
        _ deadline: Duration,
        _ patience: Duration
    ) -> Result? {
        if let result = result(of: id, in: &state) { return result }
        guard end(of: id, in: state, deadline, patience).hasPassed else { return nil }
        let isOldest = state.waiting.first == id
        state.remove(id)
        state.givenUp.insert(id)
        return isOldest ? .fault(.missed(deadline), isAlone: true) : .heldUp
    }

    /// Reads lines until the program ends.
    private static func read(from child: ChildProcess, into state: Monitor<State>) {
        var splitter = NDJSONSplitter(maximumLineByteCount: maximumLineByteCount)
        while state.withLock({ $0.fault == nil }) {
            // Awake now and then: something that the program left behind may keep its output open.
            guard let chunk = child.read(until: .after(.milliseconds(250))) else { continue }
            guard !chunk.isEmpty else { break }
            splitter.feed(chunk) { line in state.update { take(line, into: &$0) } }
        }
        splitter.finish { line in state.update { take(line, into: &$0) } }
        let end = child.waitForEnd() ?? child.kill()
        state.update { state in
            guard state.fault == nil else { return }
            state.waitingAtFault = state.waiting.count
            state.fault = .ended(end)
        }
    }

    private static func take(_ line: NDJSONLine, into state: inout State) {
        guard state.fault == nil else { return }
        state.lastProgress = .now
        do throws(AdapterFault) {
            let (id, document) = try answer(in: line)
            if state.givenUp.remove(id) != nil { return }
            guard state.waiting.contains(id) else { throw .unknownID(Int64(id)) }
            state.remove(id)
            state.answers[id] = document
        } catch {
            state.waitingAtFault = state.waiting.count
            state.fault = error
        }
    }

    private static func answer(in line: NDJSONLine) throws(AdapterFault) -> (Int, JSONDocument) {
        if line.isTooLong { throw .lineTooLong }
        guard let document = try? line.document(policy: .rfc8259), document.root.kind == .object else {
            throw .notJSON(line.bytes)
        }
        guard let number = document.root["id"]?.number?.int64 else {
            throw AdapterFault(kind: .badLine, clause: "gave an answer without an id")
        }
        guard let id = Int(exactly: number) else { throw .unknownID(number) }
        return (id, document)
    }
}
