import BlockingWork
import HTTPWire
import Testing

@testable import PayoutConformance

@Suite("One program of an adapter", .timeLimit(.minutes(10))) struct AdapterLaneTests {
    /// Answers three requests, in order, when all of them have come.
    private static let patient = #"""
        read a; read b; read c; for l in "$a" "$b" "$c"; do printf '%s\n' "$l"; done; cat
        """#

    private static func request(_ id: Int) -> [UInt8] { Array(#"{"id":\#(id)}"#.utf8) }

    @Test func `a late answer that nobody waits for any more is no fault`() async throws {
        try await onThread {
            let lane = try AdapterLane(ProcessCommand("/bin/sh", ["-c", Self.patient]))
            defer { lane.stop() }
            let first = Monitor<String?>(nil)
            let asker = try WorkerThread(name: "asker") {
                let result = lane.ask(1, Self.request(1), deadline: .seconds(60), patience: .seconds(60))
                first.update { $0 = Self.name(result) }
            }
            try #require(Self.waits { !lane.isIdle })

            let held = lane.ask(2, Self.request(2), deadline: .seconds(60), patience: .milliseconds(10))
            #expect(Self.name(held) == "held up")
            let third = lane.ask(3, Self.request(3), deadline: .seconds(60), patience: .seconds(60))
            #expect(Self.name(third) == "answer")
            asker.join()
            #expect(first.withLock { $0 } == "answer")
            #expect(lane.isHealthy)
        }
    }

    @Test func `an answer to a request that was never sent is a fault`() async throws {
        try await onThread {
            let lane = try AdapterLane(ProcessCommand("/bin/sh", ["-c", #"read a; echo '{"id":77}'; cat"#]))
            defer { lane.stop() }
            let result = lane.ask(1, Self.request(1), deadline: .seconds(60), patience: .seconds(60))
            #expect(Self.name(result) == "answered 77, which is no id of an open request")
        }
    }

    @Test func `the time for an answer runs from when no older request is before it`() async throws {
        try await onThread {
            let slow = #"while read a; do sleep 0.5; printf '%s\n' "$a"; done"#
            let lane = try AdapterLane(ProcessCommand("/bin/sh", ["-c", slow]))
            defer { lane.stop() }
            let names = Monitor<[String]>([])
            let askers = try (1...8)
                .map { id in
                    try WorkerThread(name: "asker") {
                        let result = lane.ask(id, Self.request(id), deadline: .seconds(3), patience: .seconds(60))
                        names.update { $0.append(Self.name(result)) }
                    }
                }
            for asker in askers { asker.join() }
            #expect(names.withLock { $0 } == Array(repeating: "answer", count: 8))
        }
    }

    /// Looks every millisecond, for a minute at most.
    private static func waits(for condition: () -> Bool) -> Bool {
        for _ in 0..<60_000 where !condition() { Polling.pause(.milliseconds(1)) }
        return condition()
    }

    private static func name(_ result: AdapterLane.Result) -> String {
        switch result {
        case .answer: "answer"
        case .fault(let fault, _): fault.clause
        case .heldUp: "held up"
        }
    }
}
