/// The cases of the suites.
public enum ContractCases {
    /// What a bank has to do, as a partner sees it, in API v1.
    public static let bank: [ContractCase] =
        flows + tokens + creation + statuses + cancelling + echoes + webhooks + tolerance + negatives
        + wrongStates + scope + deliveries + idempotency

    /// The cases of ``bank`` in API v2, which names the instrument and the payouts otherwise.
    ///
    /// Tokens have no v2.
    public static let bankV2: [ContractCase] =
        bank.filter { !$0.tags.contains("token") && !$0.tags.contains("token-info") }
        .map { $0.speakingV2 }

    /// The suites by their names.
    public static let suites: [(name: String, cases: [ContractCase])] = [
        ("bank", bank + bankV2), ("partner", partner + partnerV2), ("adapter", adapter),
    ]

    /// The cases of all suites.
    public static let all: [ContractCase] = suites.flatMap(\.cases)

    private static let indexes = Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }

    /// The case with the id given, over all suites; nil when there is none.
    public static func named(_ id: String) -> ContractCase? { indexes[id].map { all[$0] } }
}
