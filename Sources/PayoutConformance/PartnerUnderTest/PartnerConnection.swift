import HTTPWire
import PayoutContract
import PayoutSandbox
import Synchronization

/// A partner that is ready to be tested by the cases of one run.
final class PartnerConnection: TargetConnection {
    /// The partner is not asked any more when it has hung so often in a row.
    private static let maximumHangs = 3

    let bank: PartnerBank
    let controls: any PartnerControls
    /// One case at a time asks the partner for something.
    let turnstile = Turnstile()
    private let hangs = Mutex(0)
    private let isClosed = Mutex(false)
    private let onClose: @Sendable () -> Void

    /// - Parameter onClose: Called once when the connection is closed; ends what was started for it.
    init(
        to bank: PartnerBank,
        controls: any PartnerControls,
        webhookURL: HTTPURL,
        onClose: @escaping @Sendable () -> Void = {}
    ) {
        self.bank = bank
        self.controls = controls
        self.onClose = onClose
        bank.sandbox.setWebhookURL(webhookURL)
    }

    /// The partner is on this machine, or as near; how long it may take is said in seconds, see `time(for:)`.
    var pace: Int { 1 }

    /// A case waits for a start or two, a few webhooks, some silence and the books.
    func time(for contractCase: ContractCase) -> Duration {
        let pace = bank.pace
        return contractCase.timeout + pace.start * 2 + pace.confirm * 6 + pace.quiet * 4 + pace.books * 2
    }

    /// Notes whether the partner hung when it was asked.
    func note(_ answer: ControlAnswer) {
        hangs.withLock { $0 = answer.end == .timedOut ? $0 + 1 : 0 }
    }

    /// - Throws: `CaseStop` when the partner has hung so often that asking again only costs time.
    func checkPatience() throws(CaseStop) {
        guard hangs.withLock({ $0 }) < Self.maximumHangs else {
            throw .notRun(
                "the partner's commands have hung \(Self.maximumHangs) times in a row and are not run any more"
            )
        }
    }

    func outcomeWithoutRunning(_ contractCase: ContractCase) -> Outcome? { nil }

    func close() {
        let wasClosed = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return isClosed
        }
        guard !wasClosed else { return }
        turnstile.close()
        bank.stop()
        onClose()
    }
}
