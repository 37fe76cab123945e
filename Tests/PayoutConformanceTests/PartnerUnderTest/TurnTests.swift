import BlockingWork
import HTTPWire
import PayoutVectors
import Testing

@testable import PayoutConformance

@Suite("Turns of cases", .timeLimit(.minutes(1))) struct TurnTests {
    @Test func `those who wait come through in their order`() async throws {
        let turnstile = Turnstile()
        let order = Monitor<[Int]>([])
        try await onThread {
            try turnstile.enter()
            var threads: [WorkerThread] = []
            for number in 0..<5 {
                threads.append(
                    try WorkerThread(name: "turn") {
                        try? turnstile.enter()
                        order.update { $0.append(number) }
                        turnstile.leave()
                    }
                )
                // The next one comes when this one has had the time to take its ticket.
                _ = turnstile.waitForTickets(number + 2)
            }
            turnstile.leave()
            for thread in threads { thread.join() }
        }
        #expect(order.withLock { $0 } == [0, 1, 2, 3, 4])
    }

    @Test func `closing sends away who waits`() async throws {
        let turnstile = Turnstile()
        try await onThread {
            try turnstile.enter()
            let thread = try WorkerThread(name: "turn") {
                #expect(throws: CaseStop.self) { try turnstile.enter() }
            }
            _ = turnstile.waitForTickets(2)
            turnstile.close()
            thread.join()
        }
    }

    @Test func `waiting for a turn costs a case nothing of its time`() throws {
        let contractCase = ContractCase(id: "a.b", title: "", rules: ["ORDER.SENT"]) { _ in }
        let context = CaseContext(for: contractCase, on: FakeConnection(refused: [:]))
        let before = context.deadline
        context.waitingForTurn { #expect(context.deadline == .never) }
        #expect(context.deadline >= before)
        #expect(context.deadline != .never)
    }
}
