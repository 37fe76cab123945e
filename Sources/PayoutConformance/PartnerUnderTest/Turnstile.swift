import HTTPWire

/// Lets one case through at a time, in the order in which they came.
final class Turnstile: Sendable {
    private struct Queue {
        var nextTicket = 0
        var serving = 0
        var isClosed = false
    }

    private let queue = Monitor(Queue())

    /// Waits for the turn of the caller, who calls ``leave()`` when it is done.
    ///
    /// - Throws: `CaseStop` when the turnstile is closed meanwhile.
    func enter() throws(CaseStop) {
        let ticket = queue.withLock { queue in
            defer { queue.nextTicket += 1 }
            return queue.nextTicket
        }
        let isClosed = queue.wait(until: .never) { queue in
            queue.isClosed || queue.serving == ticket ? queue.isClosed : nil
        }
        if isClosed == true { throw .notRun("the run was stopped") }
    }

    /// Lets the next one through.
    func leave() {
        queue.update { $0.serving += 1 }
    }

    /// Sends everybody away who waits.
    func close() {
        queue.update { $0.isClosed = true }
    }
}
