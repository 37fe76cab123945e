import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerCases {
    /// Rightly signed `ready_to_confirm` that show something else than was ordered: never confirmed.
    static let mismatches: [ContractCase] = Mismatch.all.map { mismatch in
        .partner(
            "mismatch.\(mismatch.name)",
            "never confirms \(mismatch.title)",
            rules: [mismatch.rule],
            twin: basis,
            tags: ["webhook", "money"]
        ) { trial in
            let session = try trial.start()
            var body = try trial.readyBody(session)
            try mismatch.change(&body) { try trial.second.start() }
            let named = body["session"]?["id"]?.string ?? session
            trial.log.attach(named, to: trial.order)
            trial.deliver(body, about: named, answer: mismatch.answer, rule: "WEBHOOK.ANSWER_200")
            let reason = "ready_to_confirm shows \(mismatch.title)"
            trial.expectNoConfirm(of: session, named, rule: mismatch.rule, because: reason)
        }
    }
}
