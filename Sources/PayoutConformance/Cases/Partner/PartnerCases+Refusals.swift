import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors

/// A form in which the bank may refuse a call; its pages document neither the HTTP status nor the envelope of errors.
private struct RefusalForm: Sendable {
    var name: String
    /// After "a refusal".
    var title: String
    var envelope: BankBehaviour.ErrorEnvelope

    static let under200 = [
        RefusalForm(name: "with-200", title: "under HTTP 200", envelope: .full),
        RefusalForm(name: "bare", title: "under HTTP 200 that is an error alone, without status", envelope: .bare),
    ]
}

extension PartnerCases {
    /// Refusals in every form, and answers that only look like one.
    static let refusals: [ContractCase] =
        RefusalForm.under200.map(refusedConfirmation) + RefusalForm.under200.map(refusedStart) + [
            repeated(
                "repeated",
                "that counts as a repeat",
                rule: "IDEMPOTENCY.NOT_A_FAILURE",
                description: nil
            ),
            repeated(
                "repeated-reworded",
                "that counts as a repeat, in words that nobody knows",
                rule: "ERROR.BY_CODE",
                description: "Duplicate"
            ),
            kept(
                "repeated",
                "an order whose start counts as a repeat is not failed",
                rules: ["IDEMPOTENCY.NOT_A_FAILURE"]
            ) { trial in
                trial.losesAnswers = true
                try trial.startAsRepeat(description: nil)
                try trial.expectBooks(
                    "pending",
                    rule: "IDEMPOTENCY.NOT_A_FAILURE",
                    when: "behind the answer that the start is a repeat"
                )
            },
            kept(
                "lost-start",
                "an order whose start had no answer is pending, also when the start is repeated",
                rules: ["IDEMPOTENCY.NOT_A_FAILURE", "ENVELOPE.ANY_BODY"]
            ) { trial in
                trial.losesAnswers = true
                try trial.start(StartPlan(faults: starts(.drop), wantsAcceptance: false))
                let isRepeat = trial.calls.contains { $0.exchange.errorCode == "idempotency_key_already_exists" }
                try trial.expectBooks(
                    "pending",
                    rule: isRepeat ? "IDEMPOTENCY.NOT_A_FAILURE" : "ENVELOPE.ANY_BODY",
                    level: isRepeat ? .must : .should,
                    when: "behind a start without an answer"
                )
            },
            kept("refused-at-start", "an order whose start is refused is not pending", level: .should) { trial in
                try trial.refuseStart(.refusal(code: "operation_rejected"))
                try trial.expectRefusedBooks(rule: "ORDER.BOOKS")
            },
        ]

    /// The fault for whichever call starts the payout, as often as it is tried.
    fileprivate static func starts(_ fault: AnswerFault, count: Int = 1) -> [AnswerOrder] {
        ["session/init/payout", "session/start/payout"].map { AnswerOrder(fault, operation: $0, count: count) }
    }

    private static func repeated(
        _ id: String,
        _ title: String,
        rule: RuleID,
        description: String?
    ) -> ContractCase {
        .partner(
            "start.\(id)",
            "starts one payout when its start has an answer \(title)",
            rules: [rule, "PAYOUT.ONE_PER_ORDER"],
            twin: basis,
            tags: ["answers", "money"]
        ) { trial in
            trial.losesAnswers = true
            let session = try trial.startAsRepeat(description: description)
            trial.expectNoSecondPayout(rule: rule)
            // Whether the partner takes the payout up or leaves it, it answers, and money moves at most once.
            trial.deliver(try trial.readyBody(session), about: session, answer: .okOrRefusal)
            trial.expectNoSecondPayout(rule: rule)
        }
    }

    /// How a refusal comes is not documented, so these are no more than a SHOULD.
    private static func refusedConfirmation(_ form: RefusalForm) -> ContractCase {
        .partner(
            "confirm.refused-\(form.name)",
            "takes a refusal \(form.title) for one, and confirms again when ready_to_confirm comes again",
            rules: ["ENVELOPE.READ_STATUS", "CONFIRM.STORED_LATE"],
            level: .should,
            twin: "confirm.refused-once",
            tags: ["answers"]
        ) { trial in
            let fault = AnswerFault.refusal(code: "internal_error", status: 200, envelope: form.envelope)
            try trial.confirmTwice(refusing: fault, rule: "ENVELOPE.READ_STATUS")
        }
    }

    private static func refusedStart(_ form: RefusalForm) -> ContractCase {
        kept(
            "refused-\(form.name)",
            "an order whose start has a refusal \(form.title) is not pending",
            rules: ["ENVELOPE.READ_STATUS"],
            level: .should
        ) { trial in
            try trial.refuseStart(.refusal(code: "operation_rejected", status: 200, envelope: form.envelope))
            try trial.expectRefusedBooks(rule: "ENVELOPE.READ_STATUS")
        }
    }
}

extension PartnerTrial {
    /// Refuses the first confirmation, and expects another when the bank tells again that it waits.
    mutating func confirmTwice(refusing fault: AnswerFault, rule: RuleID) throws {
        losesAnswers = true
        let session = try start()
        try sandbox.order(AnswerOrder(fault, operation: "session/confirm", sessionID: session))
        deliver(try readyBody(session), about: session)
        let refused = firstCall(until: confirmDeadline) { $0.operation == .confirm }
        guard refused != nil else { return try awaitConfirm(session) }
        let again = firstCall(until: .after(pace.quiet)) { $0.operation == .confirm && $0.isCarriedOut }
        if again == nil { deliver(try readyBody(session), about: session) }
        try awaitConfirm(session, rule: rule, level: .should)
    }

    /// Starts the payout, whose start is carried out and answered as a repeat.
    ///
    /// - Throws: `CaseStop` when the start has no idempotency key, without which nothing can count as a repeat.
    @discardableResult
    fileprivate func startAsRepeat(description: String?) throws -> String {
        let faults = PartnerCases.starts(.repeated(description: description))
        let session = try start(StartPlan(faults: faults, wantsAcceptance: false))
        guard calls.contains(where: { $0.hasStartedPayout && $0.idempotencyKey != nil }) else {
            throw CaseStop.notApplicable("the partner starts payouts without an idempotency key")
        }
        return session
    }

    /// Has the partner start a payout that the bank refuses however often it is tried.
    fileprivate func refuseStart(_ fault: AnswerFault) throws {
        try startWithoutPayout(StartPlan(faults: PartnerCases.starts(fault, count: 16), wantsAcceptance: false))
    }

    /// Expects books in which an order that was refused does not wait; it may be missing, as it was never accepted.
    fileprivate func expectRefusedBooks(rule: RuleID) throws {
        try expectBooks(
            "failed",
            "cancelled",
            rule: rule,
            level: .should,
            mayBeAbsent: true,
            when: "behind the refusal of the start"
        )
    }
}
