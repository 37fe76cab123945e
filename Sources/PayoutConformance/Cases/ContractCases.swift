/// The cases of the suites.
public enum ContractCases {
    /// What a bank has to do, as a partner sees it.
    public static let bank: [ContractCase] =
        flows + tokens + creation + statuses + cancelling + echoes + webhooks + tolerance + negatives
        + wrongStates + scope

    /// The case with the id given, over all suites; nil when there is none.
    public static func named(_ id: String) -> ContractCase? { bank.first { $0.id == id } }
}
