import PayoutVectors

extension ContractCases {
    /// Every baseline as it is, and with each of its properties made wrong in turn.
    static let negatives: [ContractCase] = Baseline.all.flatMap { baseline in
        [baseline.accepted] + changes(of: baseline).map { $0.negative(of: baseline) }
    }

    /// The properties of a baseline that can be wrong.
    static func changes(of baseline: Baseline) -> [Change] {
        switch baseline.name {
        case Baseline.create.name: Change.signatures + Change.transport + Change.texts
        case Baseline.start.name:
            Change.signatures + Change.texts + Change.sessions + Change.amounts + Change.recipients
                + Change.missing(instrument: "START.COMPLETE", amount: "START.COMPLETE")
        case Baseline.initiate.name:
            Change.amounts + Change.recipients
                + Change.missing(instrument: "INSTRUMENT.REQUIRED", amount: "MEMBER.REQUIRED")
        case Baseline.confirm.name, Baseline.cancel.name: Change.signatures + Change.sessions
        case Baseline.status.name: Change.signatures + Change.transport + Change.sessions
        case Baseline.token.name: Change.tokens
        case Baseline.tokenInfo.name: Change.tokenInfos
        default: []
        }
    }
}
