import PayoutContract
import Testing

struct SessionLifecycleTests {
    typealias State = SessionLifecycle.State
    typealias Event = SessionLifecycle.Event

    /// Every event that is legal, by state; whatever is not listed is refused.
    static let legal: [State: [Event: State]] = [
        .created: [.start: .inProgress, .cancel: .cancelled],
        .inProgress: [
            .ready: .awaitingConfirmation, .readyWithoutConfirmation: .confirmed, .refuseEarly: .error,
        ],
        .awaitingConfirmation: [.confirm: .confirmed, .cancel: .cancelled, .confirmTimeout: .cancelled],
        .confirmed: [.succeed: .accepted, .fail: .error],
        .accepted: [.returnMoney: .accepted],
        .cancelled: [:],
        .error: [.correct: .accepted],
    ]

    /// A way from the creation to each state.
    static let paths: [State: [Event]] = [
        .created: [],
        .inProgress: [.start],
        .awaitingConfirmation: [.start, .ready],
        .confirmed: [.start, .ready, .confirm],
        .accepted: [.start, .ready, .confirm, .succeed],
        .cancelled: [.start, .ready, .cancel],
        .error: [.start, .ready, .confirm, .fail],
    ]

    static func session(in state: State) throws -> SessionLifecycle {
        var session = SessionLifecycle()
        for event in try #require(paths[state]) { try session.apply(event) }
        #expect(session.state == state)
        return session
    }

    @Test(arguments: State.allCases, Event.allCases)
    func `every event in every state moves as the matrix says or is refused`(state: State, event: Event) throws {
        var session = try Self.session(in: state)
        let before = session
        let expected = try #require(Self.legal[state])[event]
        #expect(session.allows(event) == (expected != nil))
        if let expected {
            try session.apply(event)
            #expect(session.state == expected)
        } else {
            let error = #expect(throws: LifecycleError.self) { try session.apply(event) }
            #expect(error == LifecycleError(state: state, event: event))
            #expect(session == before)
        }
    }

    @Test(
        arguments: [
            (State.created, "created", nil, nil),
            (.inProgress, "in_progress", "in_progress", nil),
            (.awaitingConfirmation, "in_progress", "pending", "confirm"),
            (.confirmed, "in_progress", "in_progress", nil),
            (.accepted, "accepted", "succeeded", nil),
            (.cancelled, "cancelled", "failed", nil),
            (.error, "error", "failed", nil),
        ] as [(State, String, String?, String?)]
    )
    func `a state is written as the bank writes it`(
        state: State,
        sessionStatus: String,
        payoutStatus: String?,
        nextAction: String?
    ) throws {
        let session = try Self.session(in: state)
        #expect(session.sessionStatus == sessionStatus)
        #expect(session.payoutStatus == payoutStatus)
        #expect(session.nextAction == nextAction)
    }

    @Test(
        arguments: [
            (Event.ready, [Event.start], WebhookType.readyToConfirm),
            (.readyWithoutConfirmation, [.start], nil),
            (.refuseEarly, [.start], .paymentFinished),
            (.confirm, [.start, .ready], nil),
            (.cancel, [.start, .ready], .paymentFinished),
            (.cancel, [], nil),
            (.confirmTimeout, [.start, .ready], .paymentFinished),
            (.succeed, [.start, .ready, .confirm], .paymentFinished),
            (.fail, [.start, .ready, .confirm], .paymentFinished),
            (.correct, [.start, .ready, .confirm, .fail], .paymentFinished),
            (.returnMoney, [.start, .ready, .confirm, .succeed], .paymentRefunded),
        ] as [(Event, [Event], WebhookType?)]
    )
    func `an event sends the webhook that tells of it`(event: Event, before: [Event], webhook: WebhookType?) throws {
        var session = SessionLifecycle()
        for event in before { try session.apply(event) }
        #expect(try session.apply(event) == webhook)
    }

    @Test func `a session cancelled before its start has no payout and no code`() throws {
        var session = SessionLifecycle()
        try session.apply(.cancel)
        #expect(!session.hasPayout)
        #expect(session.payoutStatus == nil)
        #expect(session.cancellationCode == nil)
    }

    @Test(arguments: [(Event.cancel, "session_cancelled_by_partner"), (.confirmTimeout, "confirm_timeout")])
    func `a payout that was cancelled carries the reason`(event: Event, code: String) throws {
        var session = try Self.session(in: .awaitingConfirmation)
        try session.apply(event)
        #expect(session.cancellationCode == code)
    }

    @Test func `a session of init payout is started at once`() {
        let session = SessionLifecycle.startedAtOnce()
        #expect(session.state == .inProgress)
        #expect(session.payoutStatus == "in_progress")
        #expect(!session.allows(.start))
    }

    @Test func `only accepted and cancelled are final`() throws {
        let final = try State.allCases.filter { try Self.session(in: $0).isFinal }
        #expect(final == [.accepted, .cancelled])
    }

    @Test(arguments: Event.allCases)
    func `a wrong state is the partner's error only for the partner's calls`(event: Event) {
        let error = LifecycleError(state: .cancelled, event: event)
        #expect(
            error.errorCode == ([.start, .confirm, .cancel, .refund].contains(event) ? "session_wrong_state" : nil)
        )
    }

    @Test func `money may come back more than once`() throws {
        var session = try Self.session(in: .accepted)
        try session.apply(.returnMoney)
        try session.apply(.returnMoney)
        #expect(session.returnCount == 2)
        #expect(session.payoutStatus == "succeeded")
    }

    /// What a call about a session does; every call that is not listed touches no session that exists.
    static let events: [PayoutContract.Operation: Event] = [
        .startPayout: .start, .startPayoutWithFiscalization: .start, .startNominalPayout: .start,
        .startSettlementPayout: .start, .confirm: .confirm, .cancel: .cancel,
    ]

    @Test(arguments: PayoutContract.Operation.all)
    func `a call stands for its event`(operation: PayoutContract.Operation) {
        #expect(SessionLifecycle.event(of: operation) == Self.events[operation])
        #expect(SessionLifecycle.event(ofPath: operation.path) == Self.events[operation])
    }

    @Test(arguments: PayoutContract.Operation.all, State.allCases)
    func `every call in every state is legal or a wrong state`(operation: PayoutContract.Operation, state: State) throws
    {
        var session = try Self.session(in: state)
        guard let event = SessionLifecycle.event(of: operation) else { return }
        let legal: [Event: [State]] = [
            .start: [.created], .confirm: [.awaitingConfirmation], .cancel: [.created, .awaitingConfirmation],
        ]
        if try #require(legal[event]).contains(state) {
            try session.apply(event)
        } else {
            let error = #expect(throws: LifecycleError.self) { try session.apply(event) }
            #expect(error?.errorCode == "session_wrong_state")
        }
    }

    @Test(arguments: State.allCases) func `a payout is refunded by request in no state`(state: State) throws {
        var session = try Self.session(in: state)
        let event = try #require(SessionLifecycle.event(ofPath: "session/refund"))
        let error = #expect(throws: LifecycleError.self) { try session.apply(event) }
        #expect(error?.errorCode == "session_wrong_state")
    }

    @Test func `a call that creates a session begins its life`() {
        let begun = PayoutContract.Operation.all.filter { SessionLifecycle.begun(by: $0) != nil }
        #expect(begun.allSatisfy { $0.path.contains("/create") || $0.path.contains("/init/") })
        #expect(begun.count == 7)
        #expect(SessionLifecycle.begun(by: .createNominalSession)?.state == .created)
        #expect(SessionLifecycle.begun(by: .initSettlementPayout)?.state == .inProgress)
    }
}
