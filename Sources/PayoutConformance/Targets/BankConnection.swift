import HTTPWire
public import PayoutContract
import Synchronization

/// A bank that is ready to be tested by the cases of one run.
public final class BankConnection: TargetConnection {
    /// How long one answer or one webhook may take on loopback.
    static let patienceOnLoopback = Duration.seconds(3)

    /// What was asked to be tested.
    public let target: BankTarget
    /// The rules to judge by.
    public let contract: Contract
    /// Where the bank's webhooks arrive; nil when they can't.
    public let inbox: WebhookInbox?
    /// How many times longer than on loopback the bank may take.
    public let pace: Int
    let client: HTTPClient
    private let onClose: @Sendable () -> Void
    private let isClosed = Mutex(false)

    /// Creates a connection.
    ///
    /// - Parameter onClose: Called once when the connection is closed; ends what was started for it.
    public init(
        to target: BankTarget,
        contract: Contract,
        inbox: WebhookInbox?,
        onClose: @escaping @Sendable () -> Void = {}
    ) {
        self.target = target
        self.contract = contract
        self.inbox = inbox
        self.onClose = onClose
        pace = max(1, target.pace ?? (target.url.isLoopback ? 1 : 20))
        let patience = Self.patienceOnLoopback * pace
        client = HTTPClient(configuration: HTTPClientConfiguration(connectTimeout: patience, timeout: patience))
    }

    /// How long one answer or one webhook may take.
    var patience: Duration { Self.patienceOnLoopback * pace }

    /// Whether cases that start payouts may run.
    var allowsPayouts: Bool { target.allowsPayouts ?? target.url.isLoopback }

    /// Payouts have to be allowed away from loopback; cases about webhooks need a way for webhooks to come.
    public func outcomeWithoutRunning(_ contractCase: ContractCase) -> Outcome? {
        if !target.abilities.versions.contains(contractCase.api) {
            return .notApplicable("the bank does not have API \(contractCase.api.rawValue)")
        }
        if contractCase.movesMoney, !allowsPayouts {
            return .notRun("the case starts payouts, which are not allowed on this bank")
        }
        if contractCase.needsWebhooks, inbox == nil {
            return target.polls
                ? .notApplicable("the bank's webhooks can't reach the kit; outcomes are proven by session/status")
                : .notRun("the bank's webhooks can't reach the kit: no address to listen on was given")
        }
        return nil
    }

    /// Ends the listener and the client, then what was started for the connection.
    public func close() {
        let wasClosed = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return isClosed
        }
        guard !wasClosed else { return }
        client.close()
        onClose()
        inbox?.close()
    }
}
