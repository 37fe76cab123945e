#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How often and how long an operation is repeated.
struct MeasuringPlan: Sendable {
    /// How many rounds are timed.
    var rounds: Int
    /// What one round should last, in nanoseconds; the number of calls in a round follows from it.
    var slice: Double
    /// Exactly so many calls and no timing, for tools that count instructions; nil to time.
    var exactCalls: Int?

    static let standard = MeasuringPlan(rounds: 9, slice: 50e6, exactCalls: nil)
    static let quick = MeasuringPlan(rounds: 3, slice: 10e6, exactCalls: nil)

    /// The plan that `BENCH_ROUNDS`, `BENCH_SLICE` and `BENCH_ITERS` ask for; what is no number is passed over.
    static func environment() -> MeasuringPlan {
        var plan = MeasuringPlan(rounds: 15, slice: 50e6, exactCalls: nil)
        if let rounds = variable("BENCH_ROUNDS").flatMap({ Int($0) }), rounds > 0 { plan.rounds = rounds }
        if let slice = variable("BENCH_SLICE").flatMap({ Double($0) }), slice > 0 { plan.slice = slice * 1e9 }
        if let calls = variable("BENCH_ITERS").flatMap({ Int($0) }), calls > 0 { plan.exactCalls = calls }
        return plan
    }

    /// The value of an environment variable.
    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Times `operation`; nil when the plan only wants it called.
    ///
    /// One call warms up caches and the allocator, then the number of calls in a round is found by doubling.
    func measure(_ operation: () throws -> Void) rethrows -> Measurement? {
        if let exactCalls {
            for _ in 0..<exactCalls { try operation() }
            return nil
        }
        try operation()
        var calls = 1
        var time = try Self.time(calls, operation)
        while time < slice / 4, calls < 1 << 28 {
            calls *= 2
            time = try Self.time(calls, operation)
        }
        calls = max(1, Int(Double(calls) * slice / max(time, 1)))
        var perCall: [Double] = []
        for _ in 0..<rounds { perCall.append(try Self.time(calls, operation) / Double(calls)) }
        return Measurement(perCall: perCall, calls: calls)
    }

    /// How long `calls` calls take, in nanoseconds.
    private static func time(_ calls: Int, _ operation: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        for _ in 0..<calls { try operation() }
        return (ContinuousClock.now - start) / .nanoseconds(1)
    }
}
