import BlockingWork
import HTTPWire
import Synchronization
import Testing

@Suite("Threads", .timeLimit(.minutes(10))) struct ThreadTests {
    @Test func `joins a thread when its body has returned`() async throws {
        try await onThread {
            let count = Mutex(0)
            let thread = try WorkerThread(name: "test") { count.withLock { $0 += 1 } }
            thread.join()
            thread.join()
            #expect(count.withLock { $0 } == 1)
        }
    }

    @Test func `does not wait for itself`() async throws {
        try await onThread {
            let slot = Monitor<WorkerThread?>(nil)
            let isCurrent = Mutex(false)
            let thread = try WorkerThread(name: "test") {
                guard let own = slot.wait(until: .after(.seconds(30)), for: { $0 }) else { return }
                isCurrent.withLock { $0 = own.isCurrent }
                own.join()
            }
            slot.update { $0 = thread }
            thread.join()
            #expect(!thread.isCurrent)
            #expect(isCurrent.withLock { $0 })
        }
    }

    @Test func `wakes who waits when the value changes`() async throws {
        try await onThread {
            let queue = Monitor<[Int]>([])
            let thread = try WorkerThread(name: "test") {
                for number in 1...3 { queue.update { $0.append(number) } }
            }
            for number in 1...3 {
                let taken = queue.wait(until: .after(.seconds(30))) { $0.isEmpty ? nil : $0.removeFirst() }
                #expect(taken == number)
            }
            thread.join()
        }
    }

    @Test func `gives up when the deadline passes`() async throws {
        try await onThread {
            let state = Monitor(0)
            #expect(state.wait(until: .after(.milliseconds(1)), for: { $0 > 0 ? true : nil }) == nil)
            #expect(state.wait(until: .now, for: { $0 == 0 ? true : nil }) == true)
        }
    }

    @Test func `hands the work's error to the caller`() async {
        let error = await #expect(throws: HTTPError.self) {
            try await onThread { _ = try HTTPURL("nothing") }
        }
        #expect(error?.code == .invalidURL)
    }

    @Test func `holds a deadline beyond what the clock can count`() {
        #expect(Deadline.after(.seconds(Int64.max)) == .never)
        #expect(!Deadline.never.hasPassed)
        #expect(Deadline.now.advanced(by: .seconds(Int64.min)).hasPassed)
        #expect(Deadline.after(.seconds(100)) > .after(.seconds(1)))
        #expect(Deadline.now.remaining == .zero)
    }
}
