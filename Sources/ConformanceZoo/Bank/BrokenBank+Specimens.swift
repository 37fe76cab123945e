import PayoutVectors

extension BrokenBank {
    static let breakages =
        Breakage.signatures + Breakage.bodies + Breakage.answers + Breakage.lifecycle + Breakage.webhooks
        + Breakage.webhookMembers + Breakage.versions + Breakage.repetitions

    /// The unbroken bank behind the same front as the broken ones.
    package static var unbroken: BrokenBank { BrokenBank(breakage: .none, pace: 10) }

    /// All banks that are broken on purpose.
    package static let specimens: [Specimen] = breakages.map { breakage in
        Specimen(
            name: breakage.name,
            suite: "bank",
            caseID: breakage.caseID,
            rule: breakage.rule,
            level: breakage.level,
            target: BrokenBank(breakage: breakage)
        )
    }
}
