import HTTPWire
import PayoutContract

/// Answers browsers: the inspector for this machine, the widget for anybody who has a public token.
final class PageDesk: Sendable {
    private let desk: BankDesk
    private let recent: RecentExchanges
    private let showsSensitive: Bool

    init(desk: BankDesk, recent: RecentExchanges, showsSensitive: Bool) {
        self.desk = desk
        self.recent = recent
        self.showsSensitive = showsSensitive
    }

    // MARK: Inspector

    /// The page of the inspector at a path; nil when there is none.
    func inspector(_ request: HTTPRequest) -> Page? {
        let parts = request.path.split(separator: "/").map(String.init)
        switch (parts.first, parts.count) {
        case (nil, _):
            return InspectorPage(
                exchanges: recent.all,
                deliveries: desk.courier.deliveries,
                projects: desk.projects.names.compactMap { desk.projects.entry(named: $0)?.project },
                isPaused: request.query == "pause"
            )
            .page
        case ("exchanges", 2):
            guard let exchange = Int(parts[1]).flatMap({ recent[$0] }) else { return nil }
            return ExchangePage(exchange: exchange, showsSensitive: showsSensitive).page
        case ("deliveries", 2):
            guard let delivery = Int(parts[1]).flatMap({ desk.courier.delivery($0) }) else { return nil }
            return DeliveryPage(delivery: delivery, showsSensitive: showsSensitive).page
        default:
            return nil
        }
    }

    // MARK: Widget

    /// The form of the widget for the public token in the query.
    func widget(_ request: HTTPRequest, at now: SandboxInstant) -> Page {
        let fields = FormFields((request.query ?? "").utf8)
        let token = fields["public_token"] ?? ""
        if let refusal = desk.widgetRefusal(token, at: now) { return WidgetPage.refusal(refusal) }
        return WidgetPage.form(token: token, returnURL: Self.returnURL(fields))
    }

    /// What becomes of the form; the number in it is hashed and forgotten.
    func submit(_ request: HTTPRequest, at now: SandboxInstant) -> DeskAnswer {
        let fields = FormFields(request.body)
        let token = fields["public_token"] ?? ""
        let number = (fields["card_number"] ?? "").filter { $0 != " " && $0 != "-" }
        var changes: [BankChange] = []
        let page: Page
        var refused: WidgetRefusal?
        do throws(WidgetRefusal) {
            let made = try desk.tokenize(token, number, at: now)
            changes = made.changes
            page = WidgetPage.result(hash: made.hash, returnURL: Self.returnURL(fields))
        } catch {
            refused = error
            page =
                error.code == WidgetRefusal.invalidCardNumberCode
                ? WidgetPage.form(token: token, returnURL: Self.returnURL(fields), error: error.description)
                : WidgetPage.refusal(error)
        }
        var answer = DeskAnswer(page.response)
        answer.changes = changes
        answer.errorCode = refused?.code
        answer.maskedBody = WidgetDesk.maskingDigits(request.body)
        if let rule = refused?.rule { answer.findings = [Finding(breaking: rule, refused?.description ?? "")] }
        return answer
    }

    /// The address that the shop wants the recipient to come back to; only http and https, so that no link runs a script.
    private static func returnURL(_ fields: FormFields) -> String? {
        guard let text = fields["return_url"], (try? HTTPURL(text)) != nil else { return nil }
        return text
    }
}
