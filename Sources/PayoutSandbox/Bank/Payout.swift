import PayoutContract

/// A payout of a session.
struct Payout: Hashable, Sendable {
    let id: String
    let createdAt: SandboxInstant
    var finishedAt: SandboxInstant?
    let instrument: Instrument
    let amount: Money
    let participants: [UInt8]?
    let customer: [UInt8]?
    let fiscalization: [UInt8]?
    let metadata: [UInt8]?
    /// What becomes of it, decided when it is started.
    let course: PayoutCourse
    var refund: Refund?
}

/// Money of a payout that came back: reference/objects, Refund.
struct Refund: Hashable, Sendable {
    let id: String
    let createdAt: SandboxInstant
}

extension PayoutCourse {
    /// What becomes of a payout under a behaviour.
    init(of instrument: Instrument, amount: Money, under behaviour: BankBehaviour) {
        var course: PayoutCourse =
            if case .card(let card) = instrument, let byCard = OutcomeTrigger.course(ofLastFour: card.lastFour) {
                byCard
            } else {
                OutcomeTrigger.course(ofAmount: amount.digits)
            }
        if case .failure(let code) = course {
            switch (behaviour.failureTime, behaviour.failures) {
            case (.atOnce, _): course = .refusedAtStart(code: code)
            case (.late, .corrected): course = .lateSuccess(code: code, atOnce: false)
            case (.late, .byTrigger): break
            }
        }
        if course == .success, behaviour.returns == .bankAccounts, instrument.isReturnable { course = .returned }
        self = course
    }
}
