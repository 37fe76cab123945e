/// What a partner has to do, as the bank sees it.
enum PartnerCases {
    /// The id of the case that everything else builds on, without its prefix.
    static let basis = "flow.accepted"

    /// All cases, in API v1.
    static let all: [ContractCase] =
        flows + calls + forms + [otherVersion] + tolerance + forgeries + mismatches + deliveries + effects + faults
        + refusals + cancelling + books
}

extension ContractCases {
    /// What a partner has to do, as the bank sees it, in API v1.
    public static let partner: [ContractCase] = PartnerCases.all

    /// The cases of ``partner`` in API v2, which names the instrument and the payouts otherwise.
    public static let partnerV2: [ContractCase] = partner.map(\.speakingV2)
}
