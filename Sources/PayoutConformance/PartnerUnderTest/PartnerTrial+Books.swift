import HTTPWire
import PayoutVectors
import StrictJSON

extension PartnerTrial {
    /// Ends the case where the partner does not show its books.
    func needsBooks() throws(CaseStop) {
        guard partner.controls.hasLedger else { throw .notApplicable("the partner's books are not shown: no --ledger") }
    }

    /// Ends the case where the partner can't be asked to cancel.
    func needsCancel() throws(CaseStop) {
        guard partner.controls.canCancel else {
            throw .notApplicable("the partner can't be asked to cancel: no --cancel")
        }
    }

    /// Asks the partner to cancel the order.
    func cancel() throws {
        let answer = try inTurn {
            context.begin("waiting for the partner to cancel the order")
            log.begin(order)
            let answer = partner.controls.cancel(order, until: .after(pace.start))
            partner.note(answer)
            return answer
        }
        guard answer.end != .done else { return }
        report(
            "CANCEL.MEANS_CANCEL",
            "the partner was asked to cancel the order, and \(answer.clause)",
            expected: "the order is cancelled",
            received: answer.clause
        )
        throw CaseStop.afterFindings
    }

    /// Expects the partner's books to say one of `states` of the order, and the sum that was paid.
    ///
    /// They are first asked for when what follows from the last webhook had its time, and again until they are right, for as long as the partner may take.
    ///
    /// - Parameters:
    ///   - rule: The rule that other books break.
    ///   - mayBeAbsent: Whether the order may be missing, as one that was never accepted may.
    func expectBooks(
        _ states: String...,
        paid: Int64 = 0,
        rule: RuleID = "ORDER.BOOKS",
        level: Rule.Level = .must,
        mayBeAbsent: Bool = false,
        when moment: String
    ) throws {
        Polling.pause(pace.quiet)
        let deadline = Deadline.after(pace.books)
        while true {
            let answer = try inTurn {
                context.begin("waiting for the partner's books")
                let answer = partner.controls.ledger(order, until: .after(pace.start))
                partner.note(answer)
                return answer
            }
            let books = Books(answer, of: order.orderID)
            if case .entry(let state, let sum) = books, states.contains(state), sum == paid { return }
            if case .absent = books, mayBeAbsent { return }
            guard deadline.hasPassed || answer.end == .timedOut else {
                Polling.pause(.milliseconds(100))
                continue
            }
            report(
                rule,
                level: level,
                "\(moment) the partner's books say otherwise",
                expected: "state \(states.joined(separator: " or ")), paid \(paid)",
                received: books.description
            )
            return
        }
    }
}

/// What the partner's books say of one order.
private enum Books: CustomStringConvertible {
    case entry(state: String, paid: Int64)
    /// The order is not in them.
    case absent
    /// A clause that says why nothing can be read.
    case unreadable(String)

    init(_ answer: ControlAnswer, of orderID: String) {
        guard answer.end == .done else {
            self = .unreadable("the books were asked for, and \(answer.clause)")
            return
        }
        guard let root = try? JSONDocument(parsing: answer.output).root, root.kind == .object else {
            self = .unreadable("what was printed is no JSON object: \(Excerpt.of(body: answer.output))")
            return
        }
        guard let entry = root[orderID] else {
            self = .absent
            return
        }
        guard let state = entry["state"]?.string, let paid = entry["paid"]?.number?.int64 else {
            self = .unreadable("the order has no state and no paid in minor units")
            return
        }
        self = .entry(state: state, paid: paid)
    }

    var description: String {
        switch self {
        case .entry(let state, let paid): "state \(Excerpt.of(word: state)), paid \(paid)"
        case .absent: "the order is not in the books"
        case .unreadable(let clause): clause
        }
    }
}
