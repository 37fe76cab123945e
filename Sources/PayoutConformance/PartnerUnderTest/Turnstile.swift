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
        let ticket = queue.update { queue in
            defer { queue.nextTicket += 1 }
            return queue.nextTicket
        }
        let isClosed = queue.wait(until: .never) { queue in
            queue.isClosed || queue.serving == ticket ? queue.isClosed : nil
        }
        if isClosed == true { throw .notRun("the run was stopped") }
    }

    /// Waits until so many have come in all; false when they don't within 10 s.
    func waitForTickets(_ count: Int) -> Bool {
        queue.wait(until: .after(.seconds(10))) { $0.nextTicket >= count ? () : nil } != nil
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
