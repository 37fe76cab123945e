import HTTPWire
import PayoutContract
import PayoutSandbox
import StrictJSON

/// A call of the partner as the kit's bank took it.
struct PartnerCall: Sendable {
    /// Its place among all calls of the run, from 0.
    let number: Int
    /// The request, and what the bank made of it.
    let exchange: Exchange
    /// The operation that the path names; nil when it names none.
    let operation: PayoutContract.Operation?
    /// The version of the API in the path.
    let api: APIVersion?
    /// The body as JSON; nil when it is none.
    let body: JSONTree?

    init(number: Int, exchange: Exchange) {
        self.number = number
        self.exchange = exchange
        let parts = exchange.request.path.split(separator: "/", maxSplits: 2)
        let hasVersion = parts.count == 3 && parts[0] == "api"
        api = hasVersion ? APIVersion(rawValue: String(parts[1])) : nil
        operation = hasVersion ? PayoutContract.Operation(path: String(parts[2])) : nil
        body = try? JSONTree(parsing: exchange.request.body, policy: .rfc8259)
    }

    /// The session that the call names, or that came of it.
    var sessionID: String? { exchange.sessionID ?? body?["session_id"]?.string }

    /// Whether the bank carried it out.
    var isCarriedOut: Bool { exchange.message != nil && exchange.errorCode == nil }

    /// Whether it would start a payout.
    var startsPayout: Bool { operation == .initPayout || operation == .startPayout }

    /// Whether it has started one.
    var hasStartedPayout: Bool { startsPayout && isCarriedOut }

    /// Whether it says what is to be paid, or creates the session for it.
    var opensSession: Bool { startsPayout || operation == .createSession }

    /// What the bank can recognise it by when it comes again; nil when it has no such key.
    var idempotencyKey: String? { exchange.request.headers["X-PARTNER-IDEMPOTENCY-KEY"] }

    /// The metadata that it carries.
    var metadata: JSONTree? { body?["metadata"] }

    /// Whether its answer says that the payout waits for confirmation.
    var showsReady: Bool {
        guard operation == .status, let answer = try? JSONDocument(parsing: exchange.response.body) else {
            return false
        }
        return answer.root["session"]?["next_action"]?.string == "confirm"
    }
}

extension [PartnerCall] {
    /// Calls that started payouts, in a line: where they went, and the sessions that came of them.
    var asStarts: String {
        map { "\($0.exchange.request.path) for \($0.sessionID.map(Excerpt.of(word:)) ?? "no session")" }
            .joined(separator: ", ")
    }

    /// Why the bank did not take several starts of one order for one; nil where the calls do not show it.
    var causeOfSeveral: String? {
        let keys = compactMap(\.idempotencyKey)
        if keys.count < count {
            return "the calls have no idempotency key, so the bank takes each for a payout of its own"
        }
        guard Set(keys).count > 1 else { return nil }
        return "the calls have different idempotency keys, so the bank takes each for a payout of its own"
    }
}
