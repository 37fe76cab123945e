/// Where the sandbox takes the time from: ``SystemClock`` or ``VirtualClock``.
public protocol SandboxClock: Sendable {
    /// The present moment; it never goes back.
    var now: SandboxInstant { get }

    /// Whether time passes without that somebody moves the clock.
    var runsByItself: Bool { get }

    /// How long a thread may sleep until the clock shows `instant`, zero when it does already.
    ///
    /// Nil when the clock does not run by itself: then it announces each step to its followers.
    func wait(until instant: SandboxInstant) -> Duration?

    /// Adds one who is told when the clock is moved; it is held weakly.
    ///
    /// A clock that runs by itself does nothing here.
    func add(_ follower: any ClockFollower)
}

/// One who has work at set moments, so that a clock which is moved by hand can stop at each of them.
public protocol ClockFollower: AnyObject, Sendable {
    /// The moment of the next work, nil when there is none.
    var nextDue: SandboxInstant? { get }

    /// Grows with everything that is taken on, begun or ended; two equal readings mean that nothing happened between.
    var activity: UInt64 { get }

    /// Does what is due by now and returns when it is done.
    ///
    /// - Returns: Whether it was done within `patience`, which is real time.
    func catchUp(within patience: Duration) -> Bool
}
