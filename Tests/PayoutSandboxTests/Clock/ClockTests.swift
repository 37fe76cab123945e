import Synchronization
import Testing

@testable import PayoutSandbox

@Suite("Clock: moments") struct ClockTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000000Z"),
        (-1, "1969-12-31T23:59:59.999999Z"),
        (1_748_311_380_000_000, "2025-05-27T02:03:00.000000Z"),
        (951_782_399_999_999, "2000-02-28T23:59:59.999999Z"),
        (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
        (951_868_800_000_000, "2000-03-01T00:00:00.000000Z"),
        (4_107_542_399_000_000, "2100-02-28T23:59:59.000000Z"),
        (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
        (1_735_689_599_999_999, "2024-12-31T23:59:59.999999Z"),
        (Int64.min, "0000-01-01T00:00:00.000000Z"),
        (Int64.max, "9999-12-31T23:59:59.999999Z"),
    ])
    func `a moment is written as the bank writes it`(_ microseconds: Int64, _ text: String) {
        #expect(SandboxInstant(microseconds: microseconds).description == text)
    }

    @Test func `moments stay within what they can say`() {
        let late = SandboxInstant(microseconds: .max)
        let early = SandboxInstant(microseconds: .min)
        #expect(late.advanced(by: .seconds(1)) == late)
        #expect(early.advanced(by: .seconds(-1)) == early)
        #expect(SandboxInstant(microseconds: 0).advanced(by: .seconds(Int64.max)) == late)
        #expect(early.duration(to: late) == .microseconds(Int64.max))
        #expect(late.duration(to: early) == .microseconds(Int64.min))
    }

    @Test func `the system's clock does not go back`() {
        let clock = SystemClock()
        let first = clock.now
        #expect(clock.now >= first)
        #expect(first.microseconds > SandboxInstant.bankExample.microseconds)
        #expect(clock.wait(until: first) == .zero)
    }

    @Test func `a virtual clock stands still until it is moved`() {
        let clock = VirtualClock()
        #expect(clock.now == .bankExample)
        #expect(clock.wait(until: .bankExample.advanced(by: .seconds(1))) == nil)
        clock.advance(by: .seconds(1))
        #expect(clock.now == .bankExample.advanced(by: .seconds(1)))
        clock.advance(by: .seconds(-5))
        #expect(clock.now == .bankExample.advanced(by: .seconds(1)))
    }
    @Test func `a follower that joins while others are caught up with is waited for`() {
        let clock = VirtualClock()
        let late = Recorder(clock)
        let first = Recorder(clock) { clock.add(late) }
        clock.add(first)
        first.plan(at: .bankExample)
        late.plan(at: .bankExample)
        clock.advance(by: .seconds(5))
        #expect(first.doneAt == [.bankExample])
        #expect(late.doneAt == [.bankExample])
    }
}

/// Does what is planned when it is caught up with, and remembers when that was.
private final class Recorder: ClockFollower {
    private struct State {
        var planned: [SandboxInstant] = []
        var doneAt: [SandboxInstant] = []
        var activity: UInt64 = 0
    }

    private let clock: VirtualClock
    private let state = Mutex(State())
    private let whenDone: @Sendable () -> Void

    init(_ clock: VirtualClock, whenDone: @escaping @Sendable () -> Void = {}) {
        self.clock = clock
        self.whenDone = whenDone
    }

    var doneAt: [SandboxInstant] { state.withLock { $0.doneAt } }
    var nextDue: SandboxInstant? { state.withLock { $0.planned.min() } }
    var activity: UInt64 { state.withLock { $0.activity } }

    func plan(at instant: SandboxInstant) {
        state.withLock { $0.planned.append(instant) }
    }

    func catchUp(within patience: Duration) -> Bool {
        let now = clock.now
        let count = state.withLock { state in
            let due = state.planned.filter { $0 <= now }.count
            state.planned.removeAll { $0 <= now }
            state.doneAt += Array(repeating: now, count: due)
            state.activity += UInt64(due)
            return due
        }
        if count > 0 { whenDone() }
        return true
    }
}
