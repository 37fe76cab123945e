import PayoutContract

/// One webhook with its attempts and the answers to them.
struct DeliveryPage {
    let delivery: Delivery
    let showsSensitive: Bool

    var page: Page {
        var page = Page(title: "Webhook \(delivery.id)", policy: .inspector)
        page.body.markup("<p>")
        page.body.link("/", "All calls and webhooks")
        page.body.markup("</p>\n")
        page.body.element("h1", "Webhook \(delivery.id): \(delivery.type.name)")
        page.body.element(
            "p",
            "Session \(delivery.sessionID), project \(delivery.project), written \(delivery.createdAt): \(delivery.outcome.word)",
            class: delivery.outcome.style
        )
        page.body.markup("\n<h2>Body</h2>\n")
        page.body.element("pre", MessageText.body(delivery.body, showsSensitive: showsSensitive))
        for (index, attempt) in delivery.attempts.enumerated() { write(attempt, index + 1, to: &page.body) }
        page.body.button("/sandbox/deliveries/\(delivery.id)/again", "Send again")
        return page
    }

    private func write(_ attempt: Delivery.Attempt, _ number: Int, to html: inout HTMLText) {
        html.element("h2", "Attempt \(number), \(attempt.startedAt)")
        html.element("pre", "X-PARTNER-SIGN: \(attempt.signature ?? "(left out)")")
        if let body = attempt.changedBody {
            html.markup("<p>By order, these bytes were sent:</p>\n")
            html.element("pre", MessageText.body(body, showsSensitive: showsSensitive))
        }
        switch attempt.result {
        case .answered(let status): html.element("p", "answered \(status)", class: status == 200 ? "good" : "bad")
        case .failed(let reason): html.element("p", "failed: \(reason)", class: "bad")
        }
        if let answer = attempt.answer {
            html.element("pre", MessageText.response(answer, showsSensitive: showsSensitive))
        }
    }
}
