import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

/// The kit in the role of the bank, for one case: one order, and everything that follows from it.
struct PartnerTrial: CaseReporter, Sendable {
    /// What becomes of the payout, by the last four digits of its card.
    enum Course: String, Sendable {
        case paid = "4940"
        case declined = "0002"
        /// Fails at first and is paid right after.
        case paidLate = "0119"
        case returned = "0200"
        case timedOut = "0240"
        case refusedEarly = "0062"
        case refusedAtStart = "0063"
        /// Confirmed, and never finished.
        case stuck = "0099"

        /// What the widget gives for the card.
        func numberHash(from bank: PartnerBank) throws -> String {
            guard let trigger = OutcomeTrigger.all.first(where: { $0.lastFour == rawValue }) else {
                throw CaseStop.notRun("the kit's bank knows no card that ends in \(rawValue)")
            }
            return try bank.sandbox.numberHash(ofCard: trigger.cardNumber)
        }
    }

    let context: CaseContext
    let partner: PartnerConnection
    /// What the partner is asked to pay.
    var order: PartnerOrder
    /// Whether the partner can't know of a call whether it was carried out, so that asking again is no fault.
    var losesAnswers = false

    /// The trial of a running case.
    ///
    /// - Throws: `CaseStop` when the target is no partner.
    init(_ context: CaseContext) throws {
        guard let partner = context.connection as? PartnerConnection else {
            throw CaseStop.notApplicable("the target is no partner under test")
        }
        self.context = context
        self.partner = partner
        order = try Self.order(of: context.contractCase, partner.bank, .paid)
    }

    /// The same trial with an order whose payout takes another course.
    func taking(_ course: Course) throws -> PartnerTrial {
        var copy = self
        copy.order.numberHash = try course.numberHash(from: partner.bank)
        return copy
    }

    /// The same trial with another order.
    func ordering(_ change: (inout PartnerOrder) -> Void) -> PartnerTrial {
        var copy = self
        change(&copy.order)
        return copy
    }

    /// A trial with a second order of the same case.
    var second: PartnerTrial {
        ordering { order in
            order.orderID += "-b"
            order.metadata = .string(order.orderID)
            order.amount = 77_700
            order.recipientFullName = "Петрова Анна Сергеевна"
        }
    }

    private static func order(
        of contractCase: ContractCase,
        _ bank: PartnerBank,
        _ course: Course
    ) throws -> PartnerOrder {
        let name = contractCase.id.dropFirst("partner.".count).utf8
            .map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "-") : $0 }
        let id = "pk-\(bank.tag)\(String(decoding: name, as: UTF8.self))"
        return PartnerOrder(
            orderID: id,
            amount: 10_000,
            currency: "rub",
            recipientFullName: "Иванов Иван Иванович",
            numberHash: try course.numberHash(from: bank),
            api: contractCase.api,
            metadata: .string(id)
        )
    }

    var log: BankLog { partner.bank.log }
    var sandbox: Sandbox { partner.bank.sandbox }
    var pace: PartnerPace { partner.bank.pace }

    /// The moment at which a call that has to follow is late.
    var confirmDeadline: Deadline { .after(pace.confirm) }
}
