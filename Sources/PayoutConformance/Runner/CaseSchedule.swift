import HTTPWire

/// Which cases run now, which come next, and which have run out of time.
struct CaseSchedule {
    private struct Running {
        var context: CaseContext
        var start: Deadline
        /// Until when the case counts as busy.
        var busyUntil: Deadline
    }

    private struct Ended: Sendable {
        var index: Int
        var verdict: CaseVerdict
    }

    /// Never more threads than this, however many cases hang.
    private static let maximumThreads = 256

    private let cases: [ContractCase]
    private let connection: any TargetConnection
    private let concurrency: Int
    private let stop: RunStop
    /// Whether cases were left out or cut because somebody asked for the end.
    private(set) var isStopped = false
    private let ended = Monitor<[Ended]>([])
    private var running: [Int: Running] = [:]
    private var next = 0

    init(cases: [ContractCase], connection: any TargetConnection, concurrency: Int, stop: RunStop = RunStop()) {
        self.stop = stop
        self.cases = cases
        self.connection = connection
        self.concurrency = concurrency
    }

    /// Starts what may start, and waits until at least one case has a verdict; empty only when a place became free.
    mutating func nextVerdicts() -> [(Int, CaseVerdict)] {
        if stop.isRequested { return stoppedCases() }
        var verdicts = startCases()
        if verdicts.isEmpty { verdicts = endedCases() }
        return verdicts + cutCases()
    }

    /// The verdict of everything that has none, when somebody has asked for the end.
    private mutating func stoppedCases() -> [(Int, CaseVerdict)] {
        let verdict = CaseVerdict(outcome: .notRun("the run was stopped"))
        let left = Array(running.keys) + Array(next..<cases.count)
        for item in running.values { _ = item.context.close() }
        running = [:]
        next = cases.count
        isStopped = !left.isEmpty
        return left.map { ($0, verdict) }
    }

    /// Starts cases until the places are taken; returns the verdicts of those that can't run at all.
    private mutating func startCases() -> [(Int, CaseVerdict)] {
        var verdicts: [(Int, CaseVerdict)] = []
        var busy = running.values.count { !$0.busyUntil.hasPassed }
        while next < cases.count, busy < concurrency, running.count < Self.maximumThreads {
            let index = next
            next += 1
            if let outcome = connection.outcomeWithoutRunning(cases[index]) {
                verdicts.append((index, CaseVerdict(outcome: outcome)))
            } else if let verdict = start(index) {
                verdicts.append((index, verdict))
            } else {
                busy += 1
            }
        }
        return verdicts
    }

    /// Starts the case at `index` on a thread of its own; returns a verdict only when there is no thread to be had.
    private mutating func start(_ index: Int) -> CaseVerdict? {
        let contractCase = cases[index]
        let context = CaseContext(for: contractCase, on: connection)
        let start = Deadline.now
        let ended = ended
        do {
            _ = try WorkerThread(name: "payoutkit-case") {
                var failure: (any Error)?
                do { try contractCase.run(context) } catch { failure = error }
                let verdict = CaseVerdict(of: context, error: failure, duration: start.elapsed)
                ended.update { $0.append(Ended(index: index, verdict: verdict)) }
            }
        } catch {
            return CaseVerdict(outcome: .notRun("no thread could be started: \(error)"))
        }
        running[index] = Running(context: context, start: start, busyUntil: .after(connection.busyTime))
        return nil
    }

    /// Waits for cases to end, until the next moment at which something else has to be done.
    private mutating func endedCases() -> [(Int, CaseVerdict)] {
        let arrived = ended.wait(until: nextMoment) { list -> [Ended]? in
            guard !list.isEmpty else { return nil }
            defer { list = [] }
            return list
        }
        var verdicts: [(Int, CaseVerdict)] = []
        for item in arrived ?? [] where running.removeValue(forKey: item.index) != nil {
            verdicts.append((item.index, item.verdict))
        }
        return verdicts
    }

    /// When the next case runs out of time, or stops counting as busy while others wait for a place.
    ///
    /// Now and then it is looked whether somebody has asked for the end.
    private var nextMoment: Deadline {
        var moments = running.values.map(\.context.deadline) + [.after(.milliseconds(100))]
        if next < cases.count { moments += running.values.map(\.busyUntil).filter { !$0.hasPassed } }
        return moments.min() ?? .now
    }

    /// Cuts the cases that are past their deadline.
    ///
    /// Their threads end by themselves: every wait in them is bounded.
    private mutating func cutCases() -> [(Int, CaseVerdict)] {
        var verdicts: [(Int, CaseVerdict)] = []
        for (index, item) in running where item.context.deadline.hasPassed {
            running[index] = nil
            verdicts.append((index, CaseVerdict(cutting: item.context, duration: item.start.elapsed)))
        }
        return verdicts
    }
}
