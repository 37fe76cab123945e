/// When a webhook that was not taken is sent again.
///
/// The bank says that it sends again with growing pauses; the sibling documentation says up to 15 minutes between, and an
/// end after 30. The first pause, the doubling and the time for an answer are the kit's own choice.
public struct WebhookSchedule: Hashable, Sendable {
    /// How long the receiver may take for its answer, in real time also under a virtual clock.
    public var timeout: Duration
    /// The pause behind the first attempt; each further one is twice as long.
    public var firstPause: Duration
    /// No pause is longer than this.
    public var longestPause: Duration
    /// The time from the first attempt behind which no further one begins.
    public var lifetime: Duration

    /// Creates a schedule; without arguments 10 s for an answer, pauses of 1, 2, 4 s to 15 min, an end after 30 min.
    public init(
        timeout: Duration = .seconds(10),
        firstPause: Duration = .seconds(1),
        longestPause: Duration = .seconds(15 * 60),
        lifetime: Duration = .seconds(30 * 60)
    ) {
        self.timeout = timeout
        self.firstPause = firstPause
        self.longestPause = longestPause
        self.lifetime = lifetime
    }

    /// The same schedule with pauses and lifetime multiplied, as 0.001 for a test in real time.
    ///
    /// The time for an answer stays, as machines do not get faster by it.
    public func scaled(by factor: Double) -> WebhookSchedule {
        WebhookSchedule(
            timeout: timeout,
            firstPause: firstPause * factor,
            longestPause: longestPause * factor,
            lifetime: lifetime * factor
        )
    }

    /// The pause behind an attempt.
    ///
    /// - Parameter attempt: Its number, from 1.
    func pause(after attempt: Int) -> Duration {
        var pause = firstPause
        var step = 1
        // Doubling stops at the bound, so no number of attempts makes it overflow.
        while step < attempt, .zero < pause, pause < longestPause {
            pause = pause * 2
            step += 1
        }
        return min(pause, longestPause)
    }
}
