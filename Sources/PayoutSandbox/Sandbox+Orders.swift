public import HTTPWire
public import PartnerSignature
public import PayoutContract

extension Sandbox {
    /// Makes the answers to calls to come go wrong.
    ///
    /// - Throws: ``SandboxError/Code/refused`` when 1,000 orders wait already.
    public func order(_ order: AnswerOrder) throws(SandboxError) {
        guard desk.orders.add(order) else { throw .tooManyOrders }
    }

    /// Treats webhooks to come.
    ///
    /// - Throws: ``SandboxError/Code/refused`` when 1,000 orders wait already.
    public func order(_ order: WebhookOrder) throws(SandboxError) {
        guard desk.orders.add(order) else { throw .tooManyOrders }
    }

    /// The orders about answers that still wait for their calls.
    public var answerOrders: [AnswerOrder] { desk.orders.answers }

    /// The orders about webhooks that still wait for them.
    public var webhookOrders: [WebhookOrder] { desk.orders.webhooks }

    /// Takes back every order that still waits.
    public func cancelOrders() {
        desk.orders.removeAll()
    }

    /// Takes back the orders that wait for any session, and leaves those about a certain one.
    public func cancelUnboundOrders() {
        desk.orders.removeUnbound()
    }

    /// What the widget would give for a card, without a widget and its token.
    ///
    /// - Parameter cardNumber: The number, which decides what becomes of payouts; see ``OutcomeTrigger``.
    /// - Throws: ``SandboxError/Code/refused`` when it is no card number.
    public func numberHash(ofCard cardNumber: String) throws(SandboxError) -> String {
        do throws(CardNumber.Fault) {
            return desk.numberHash(of: try CardNumber(cardNumber))
        } catch {
            throw SandboxError(.refused, error.sentence)
        }
    }

    /// Sends a webhook about a session as it stands now.
    ///
    /// - Returns: The numbers of the deliveries, one for each copy.
    /// - Throws: ``SandboxError/Code/refused`` when there is no such session.
    @discardableResult
    public func sendWebhook(
        _ type: WebhookType,
        about sessionID: String,
        _ treatment: WebhookTreatment = .none
    ) throws(SandboxError) -> [Int] {
        guard let session = desk.session(id: sessionID) else {
            throw SandboxError(.refused, "there is no session \(sessionID)")
        }
        return desk.courier.post(desk.letter(type, about: session), treatment)
    }

    /// Sends any bytes as a webhook, such as one about a session that the bank does not know.
    ///
    /// - Parameters:
    ///   - body: The body; it is signed unless the treatment says otherwise.
    ///   - type: What the delivery is listed as; the body may say something else.
    ///   - project: Whose address it goes to; nil for the first project.
    ///   - sessionID: What the delivery is listed under.
    ///   - treatment: What is done to it.
    /// - Returns: The numbers of the deliveries, one for each copy.
    @discardableResult
    public func sendWebhook(
        body: [UInt8],
        as type: WebhookType,
        to project: String? = nil,
        sessionID: String = "",
        _ treatment: WebhookTreatment = .none
    ) -> [Int] {
        let letter = Letter(
            number: 0,
            type: type,
            project: project ?? configuration.project,
            sessionID: sessionID,
            body: body,
            due: desk.clock.now
        )
        return desk.courier.post(letter, treatment)
    }

    /// Sends a webhook once more, with the bytes of the first time.
    ///
    /// - Throws: ``SandboxError/Code/refused`` when the delivery is not known any more.
    public func sendAgain(delivery id: Int) throws(SandboxError) {
        guard let delivery = desk.courier.delivery(id) else {
            throw SandboxError(.refused, "there is no delivery \(id)")
        }
        desk.courier.sendAgain(delivery)
    }

    /// Sends webhooks to another address from now on, those that wait for a further attempt included.
    ///
    /// - Parameters:
    ///   - url: The address; nil to send none.
    ///   - project: Whose address; nil for the first project.
    public func setWebhookURL(_ url: HTTPURL?, of project: String? = nil) {
        desk.projects.change(project ?? configuration.project) { $0.project.webhookURL = url }
    }

    /// Changes how the bank behaves towards a project from now on.
    ///
    /// - Parameters:
    ///   - project: Its name; nil for the first project.
    ///   - body: Changes the behaviour.
    public func changeBehaviour(of project: String? = nil, _ body: (inout BankBehaviour) -> Void) {
        desk.projects.change(project ?? configuration.project) { body(&$0.project.behaviour) }
    }

    /// Signs webhooks of a project by another key from now on.
    public func rotateBankKey(of project: String? = nil, to key: PrivateKey) {
        desk.projects.change(project ?? configuration.project) { $0.rotate(to: key) }
    }

    /// Forgets sessions, tokens, hashes, orders, exchanges and webhooks; projects and clock stay.
    public func reset() {
        desk.reset()
        door.recent.removeAll()
    }
}

extension SandboxError {
    fileprivate static var tooManyOrders: SandboxError {
        SandboxError(.refused, "\(OrderBook.capacity) orders wait already")
    }
}
