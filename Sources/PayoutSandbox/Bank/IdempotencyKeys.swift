/// The values of `X-PARTNER-IDEMPOTENCY-KEY` that were used, of which a second use is refused.
///
/// The official SDK tells of the error and says no more; that a key belongs to project and path, and how long it is
/// remembered, is the kit's own choice.
struct IdempotencyKeys: Sendable {
    /// What a key belongs to.
    struct Name: Hashable, Sendable {
        var project: String
        var path: String
        var key: String
    }

    /// The most keys that are remembered; the oldest are forgotten first.
    static let memory = 200_000
    /// The longest key in bytes.
    static let maximumLength = 255

    private(set) var expiries: [Name: SandboxInstant] = [:]
    private var order = AgeOrder<Name>()

    func isUsed(_ name: Name, at now: SandboxInstant) -> Bool {
        expiries[name].map { now < $0 } ?? false
    }

    mutating func use(_ name: Name, until expiry: SandboxInstant, at now: SandboxInstant) {
        if expiries.updateValue(expiry, forKey: name) == nil { order.append(name) }
        while let oldest = order.first, expiries.count > Self.memory || (expiries[oldest] ?? now) < now {
            expiries[oldest] = nil
            _ = order.removeFirst()
        }
    }
}
