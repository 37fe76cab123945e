/// How much a search may try: counts, not time, so that it always finds the same.
public struct DiagnosisBudget: Hashable, Sendable {
    /// The most byte strings that are made and compared.
    public var candidateCount: Int
    /// The most bytes that these may have together; for a longer body, so many that its four simplest forms are tried.
    public var byteCount: Int
    /// The most RSA operations with a public key.
    public var keyOperationCount: Int

    /// Sets limits.
    public init(candidateCount: Int = 6_000, byteCount: Int = 6 << 20, keyOperationCount: Int = 48) {
        self.candidateCount = candidateCount
        self.byteCount = byteCount
        self.keyOperationCount = keyOperationCount
    }

    /// Enough for every known mistake in a body of a few kilobytes.
    public static let standard = DiagnosisBudget()
    /// For a server that explains each refusal.
    public static let small = DiagnosisBudget(candidateCount: 1_500, byteCount: 1 << 20, keyOperationCount: 16)
}
