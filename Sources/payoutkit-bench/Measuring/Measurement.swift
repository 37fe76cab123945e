/// The times of one operation, in nanoseconds a call.
struct Measurement: Sendable {
    /// The least time of all rounds: the one that other work on the machine disturbed least.
    let minimum: Double
    let median: Double
    let maximum: Double
    let rounds: Int
    /// How many calls one round has.
    let calls: Int

    /// - Parameter perCall: The time of a call in each round; at least one.
    init(perCall: [Double], calls: Int) {
        let sorted = perCall.sorted()
        minimum = sorted[0]
        median = sorted[sorted.count / 2]
        maximum = sorted[sorted.count - 1]
        rounds = sorted.count
        self.calls = calls
    }

    /// The same where a call did `count` operations.
    func divided(by count: Int) -> Measurement {
        Measurement(perCall: [minimum, median, maximum].map { $0 / Double(count) }, calls: calls * count)
    }
}
