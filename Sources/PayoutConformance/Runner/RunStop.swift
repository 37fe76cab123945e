import Synchronization

/// A wish to end a run before its end, from any thread; what has ended by then is reported.
public final class RunStop: Sendable {
    private let wished = Atomic(false)

    /// Creates a stop that nobody wishes yet.
    public init() {}

    /// Wishes the end.
    public func request() { wished.store(true, ordering: .releasing) }

    /// Whether the end is wished.
    public var isRequested: Bool { wished.load(ordering: .acquiring) }
}
