import PayoutContract
import Synchronization

/// The orders that wait for their calls and webhooks, first come, first served.
final class OrderBook: Sendable {
    private struct Orders {
        var answers: [AnswerOrder] = []
        var webhooks: [WebhookOrder] = []
    }

    /// The most orders that wait at once; further ones are refused.
    static let capacity = 1_000

    private let orders = Mutex(Orders())

    /// Takes an order; false when there are too many.
    func add(_ order: AnswerOrder) -> Bool {
        orders.withLock { orders in
            guard orders.answers.count < Self.capacity else { return false }
            orders.answers.append(order)
            return true
        }
    }

    /// Takes an order; false when there are too many.
    func add(_ order: WebhookOrder) -> Bool {
        orders.withLock { orders in
            guard orders.webhooks.count < Self.capacity else { return false }
            orders.webhooks.append(order)
            return true
        }
    }

    var answers: [AnswerOrder] { orders.withLock { $0.answers } }
    var webhooks: [WebhookOrder] { orders.withLock { $0.webhooks } }

    func removeAll() {
        orders.withLock { $0 = Orders() }
    }

    /// Takes back the orders that are about no certain session.
    func removeUnbound() {
        orders.withLock { orders in
            orders.answers.removeAll { $0.sessionID == nil }
            orders.webhooks.removeAll { $0.sessionID == nil }
        }
    }

    /// The order for a call, of which one call is used up.
    func takeAnswer(project: String?, operation: String, sessionID: String?) -> AnswerOrder? {
        orders.withLock { orders in
            guard
                let index = orders.answers.firstIndex(where: {
                    $0.isAbout(project: project, operation: operation, sessionID: sessionID)
                })
            else { return nil }
            let order = orders.answers[index]
            orders.answers[index].count -= 1
            if orders.answers[index].count <= 0 { orders.answers.remove(at: index) }
            return order
        }
    }

    /// The treatment of a webhook, of which one webhook is used up.
    func takeTreatment(project: String, sessionID: String, type: WebhookType) -> WebhookTreatment? {
        orders.withLock { orders in
            guard
                let index = orders.webhooks.firstIndex(where: {
                    $0.isAbout(project: project, sessionID: sessionID, type: type)
                })
            else { return nil }
            let treatment = orders.webhooks[index].treatment
            orders.webhooks[index].count -= 1
            if orders.webhooks[index].count <= 0 { orders.webhooks.remove(at: index) }
            return treatment
        }
    }

    /// Whether a webhook of that session is to leave before the answer to the call that causes it.
    func wantsWebhookBeforeAnswer(project: String, sessionID: String?) -> Bool {
        orders.withLock { orders in
            orders.webhooks.contains {
                $0.treatment.timing == .beforeAnswer
                    && $0.isAbout(project: project, sessionID: sessionID, type: nil)
            }
        }
    }
}
