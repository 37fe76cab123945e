/// Where the durations in a report come from.
public enum RunClock: Hashable, Sendable {
    /// The machine's monotonic clock.
    case system
    /// A clock that stands still: every duration is zero, so that two reports of one seed are the same bytes.
    ///
    /// Deadlines are kept by the machine's clock all the same.
    case still

    /// What a duration that was measured is in the report.
    func told(_ measured: Duration) -> Duration { self == .system ? measured : .zero }
}
