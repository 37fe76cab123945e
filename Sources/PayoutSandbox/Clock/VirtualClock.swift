import HTTPWire
import Synchronization

/// A clock that stands still until a test moves it.
///
/// Moving it stops at every moment at which a sandbox has something to do and waits until that is done, so a schedule of
/// days runs at once and in the same order each time.
public final class VirtualClock: SandboxClock {
    private struct Follower {
        weak var value: (any ClockFollower)?
    }

    private struct State {
        var now: SandboxInstant
        var followers: [Follower] = []
    }

    private let state: Mutex<State>
    /// Held while the clock is moved, so that two threads that move it do so one after the other.
    private let movement = Mutex(())

    /// Creates a clock that stands at `start`.
    public init(start: SandboxInstant = .bankExample) {
        state = Mutex(State(now: start))
    }

    /// The moment at which the clock stands.
    public var now: SandboxInstant { state.withLock { $0.now } }

    /// Always false.
    public var runsByItself: Bool { false }

    /// Nil: the clock does not run by itself.
    public func wait(until instant: SandboxInstant) -> Duration? {
        instant <= now ? .zero : nil
    }

    /// Adds a sandbox that is told of each step.
    public func add(_ follower: any ClockFollower) {
        state.withLock { state in
            state.followers.removeAll { $0.value == nil }
            state.followers.append(Follower(value: follower))
        }
    }

    /// Moves the clock and returns when everything that falls due on the way is done, webhook deliveries included.
    ///
    /// Never call it from a webhook handler: the delivery would wait for the handler, and the handler for the delivery.
    ///
    /// - Parameters:
    ///   - duration: How far; a negative duration is taken as zero.
    ///   - patience: How long, in real time, each step may take before the clock jumps to its end.
    public func advance(by duration: Duration, patience: Duration = .seconds(30)) {
        movement.withLock { _ in
            let target = now.advanced(by: max(.zero, duration))
            while true {
                guard let followers = settled(within: patience) else { break }
                guard let due = followers.compactMap(\.nextDue).min(), due <= target else { break }
                set(to: due)
            }
            set(to: target)
        }
    }

    /// Waits until everything that is due at the present moment is done.
    public func settle(patience: Duration = .seconds(30)) {
        advance(by: .zero, patience: patience)
    }

    /// Waits until no follower has anything to do, and gives the followers; nil when that takes longer than `patience`.
    ///
    /// They hand work to each other, so each must be found idle without that anything happened from the first look to the
    /// last. One that joined meanwhile, such as the courier of a project with its first webhook, is asked too.
    private func settled(within patience: Duration) -> [any ClockFollower]? {
        let end = Deadline.after(patience)
        while !end.hasPassed {
            let before = followers
            let activity = before.map(\.activity)
            guard before.allSatisfy({ $0.catchUp(within: patience) }) else { return nil }
            let after = followers
            let nobodyJoined = after.map { ObjectIdentifier($0) } == before.map { ObjectIdentifier($0) }
            if nobodyJoined, after.map(\.activity) == activity { return after }
        }
        return nil
    }

    private var followers: [any ClockFollower] {
        state.withLock { $0.followers.compactMap(\.value) }
    }

    /// Lets the clock stand at a moment from which a journal goes on; it never goes back.
    func resume(at instant: SandboxInstant) {
        set(to: instant)
    }

    private func set(to instant: SandboxInstant) {
        state.withLock { $0.now = max($0.now, instant) }
    }
}
