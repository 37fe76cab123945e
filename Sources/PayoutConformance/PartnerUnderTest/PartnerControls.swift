public import HTTPWire

/// How the kit asks a partner to do something: to pay an order, to cancel it, to show its books.
protocol PartnerControls: Sendable {
    /// Whether an order can be cancelled by asking.
    var canCancel: Bool { get }
    /// Whether the partner shows its books.
    var hasLedger: Bool { get }

    /// Gives the partner an order to pay; it answers when the order is accepted for payout.
    func start(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer
    /// Asks to cancel an order that waits.
    func cancel(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer
    /// Asks for the books, as JSON.
    func ledger(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer
}

/// What came of asking a partner.
struct ControlAnswer: Sendable {
    /// How it ended.
    enum End: Hashable, Sendable {
        /// The partner says that it did it.
        case done
        /// It says no, or broke off; a clause says how.
        case failed(String)
        /// It gave no answer before the deadline.
        case timedOut
    }

    /// How it ended.
    var end: End
    /// What was written to standard output, or the body of the answer.
    var output: [UInt8] = []

    /// A clause for findings.
    var clause: String {
        switch end {
        case .done: "it succeeded"
        case .failed(let clause): clause
        case .timedOut: "it did not end in time"
        }
    }
}

/// Commands of the partner for a shell, run one at a time in the caller's folder.
public struct PartnerCommands: Hashable, Sendable {
    /// Pays an order: a shell command, or a URL that takes the order as JSON.
    public enum Start: Hashable, Sendable {
        /// A command for `/bin/sh -c`.
        case command(String)
        /// A URL that gets a POST with the order.
        case url(HTTPURL)
    }

    /// Pays the order in `PAYOUT_ORDER_FILE`.
    public var start: Start
    /// Cancels the order in `PAYOUT_ORDER_FILE`; nil when that can't be asked for.
    public var cancel: String?
    /// Prints the books; nil when they are not shown.
    public var ledger: String?

    /// Creates a list of commands.
    public init(start: Start, cancel: String? = nil, ledger: String? = nil) {
        self.start = start
        self.cancel = cancel
        self.ledger = ledger
    }
}
