import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

/// The steps of the flow, each of which has to succeed for the next one to make sense.
extension PartnerClient {
    /// An order to a card that payouts reach; cases take turns with the cards there are.
    func order() throws -> PayoutOrder {
        let successes = bank.target.abilities.successes
        guard !successes.isEmpty else { throw CaseStop.notRun("no number_hash of a card was given to pay to") }
        let turn = context.contractCase.id.utf8.reduce(0) { ($0 &+ Int($1)) % successes.count }
        return PayoutOrder(numberHash: try numberHash(of: successes[turn]))
    }

    /// An order whose payout fails, and the code that the bank gives then.
    func failingOrder() throws -> (order: PayoutOrder, errorCode: String) {
        guard let failure = bank.target.abilities.failure else {
            throw CaseStop.notApplicable("the bank has no card or amount whose payouts fail on purpose")
        }
        switch failure.trigger {
        case .instrument(let instrument):
            return (PayoutOrder(numberHash: try numberHash(of: instrument)), failure.errorCode)
        case .amount(let amount):
            var order = try order()
            order.amount = JSONTree(integerLiteral: amount)
            return (order, failure.errorCode)
        }
    }

    /// An order whose payout is paid, and returned by the recipient's bank.
    func returnedOrder() throws -> PayoutOrder {
        guard let card = bank.target.abilities.returned else {
            throw CaseStop.notApplicable("the bank has no card whose payouts come back")
        }
        return PayoutOrder(numberHash: try numberHash(of: card))
    }

    /// The hash of a card, from the widget's stand-in where it isn't known.
    func numberHash(of instrument: BankAbilities.Instrument) throws -> String {
        switch instrument {
        case .numberHash(let hash): hash
        case .cardNumber(let number): try tokenize(number, publicToken: publicToken())
        }
    }

    /// A fresh token for the widget.
    func publicToken() throws -> String {
        let answer = try ask(.token, ["tokenize_widget": ["access": true]])
        guard let token = answer.document?.root["public_token"]?.string, !token.isEmpty else {
            report("ENVELOPE.CONTENT", "the answer holds no public_token", expected: "public_token", about: answer)
            throw CaseStop.afterFindings
        }
        return token
    }

    /// What the widget's stand-in makes of a card number.
    func tokenize(_ cardNumber: String, publicToken: String) throws(CaseStop) -> String {
        let answer = try askWidget(cardNumber, publicToken: publicToken)
        guard answer.status < 400,
            let hash = (try? JSONDocument(parsing: answer.body))?.root["number_hash"]?.string
        else {
            report(
                "TOKEN.SINGLE_USE",
                "the widget's stand-in took no card number for a fresh token",
                expected: "number_hash",
                received: Excerpt.of(answer)
            )
            throw .afterFindings
        }
        return hash
    }

    /// The answer of the widget's stand-in, which is no part of the bank's API: nothing is signed.
    func askWidget(_ cardNumber: String, publicToken: String) throws(CaseStop) -> HTTPResponse {
        guard let widget = bank.target.abilities.widget else {
            throw .notApplicable("the bank has no stand-in for the widget")
        }
        let body: JSONTree = ["public_token": .string(publicToken), "card_number": .string(cardNumber)]
        let request = HTTPRequest(
            method: "POST",
            target: bank.target.url.appending(path: widget.path).target,
            headers: ["Content-Type": "application/json"],
            body: JSONWriter().write(body)
        )
        context.begin("waiting for the widget's stand-in")
        do throws(HTTPError) {
            return try bank.client.send(request, to: bank.target.url)
        } catch {
            throw .notRun("the widget's stand-in gave no answer: \(error.sentence)")
        }
    }

    /// The id of a fresh session.
    func createSession() throws -> String {
        let answer = try ask(.createSession, ["metadata": "good"])
        return try session(of: answer).id ?? ""
    }

    /// The session as `session/status` shows it.
    func status(of sessionID: String) throws -> SessionView {
        try session(of: ask(.status, ["session_id": .string(sessionID)]))
    }

    /// The id of a session whose payout waits for the partner's word.
    func startAndAwaitReady(_ order: PayoutOrder) throws -> String {
        let sessionID = try createSession()
        _ = try ask(.startPayout, order.start(sessionID))
        _ = try awaitReady(sessionID)
        return sessionID
    }

    /// Confirms the payout of a session.
    @discardableResult
    func confirm(_ sessionID: String) throws -> Answer {
        try ask(.confirm, ["session_id": .string(sessionID)], rule: "SESSION.STATE")
    }

    /// Cancels a session.
    @discardableResult
    func cancel(_ sessionID: String) throws -> Answer {
        try ask(.cancel, ["session_id": .string(sessionID)], rule: "SESSION.STATE")
    }
}
