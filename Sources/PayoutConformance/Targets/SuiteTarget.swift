/// What can be put under test.
public protocol SuiteTarget: Sendable {
    /// The target in words, for reports: a URL, or "embedded sandbox". It holds no secrets.
    var name: String { get }

    /// Starts and opens what a run needs, and makes sure that a verdict is possible at all.
    ///
    /// - Returns: The connection, which the caller closes.
    /// - Throws: `PreflightError` when the configuration is wrong; no case has run then.
    func connect() throws(PreflightError) -> any TargetConnection
}

/// A target that is ready for one run.
public protocol TargetConnection: Sendable {
    /// How many times longer than on loopback the target may take, at least 1.
    ///
    /// The timeouts of cases and the waits inside them are multiplied by it.
    var pace: Int { get }

    /// After how long a case counts as one that mostly waits, and no longer keeps others from starting.
    var busyTime: Duration { get }

    /// The longest time that a case may take.
    func time(for contractCase: ContractCase) -> Duration

    /// The outcome of a case that can't run against this target; nil when it can.
    func outcomeWithoutRunning(_ contractCase: ContractCase) -> Outcome?

    /// Ends the connection and everything that was started for it. Waits inside a case that still runs end soon.
    func close()
}

extension TargetConnection {
    /// A twentieth of a second on loopback, times the pace of the target.
    public var busyTime: Duration { .milliseconds(50) * max(1, pace) }

    /// The timeout of the case on loopback, times the pace of the target.
    public func time(for contractCase: ContractCase) -> Duration { contractCase.timeout * max(1, pace) }
}
