import HTTPWire
import PayoutContract
import PayoutVectors

/// The list of calls and webhooks at `/`, newest first.
struct InspectorPage {
    /// How many lines each list has.
    static let lineCount = 50

    let exchanges: [Exchange]
    let deliveries: [Delivery]
    let projects: [SandboxProject]
    let isPaused: Bool

    var page: Page {
        var page = Page(title: "Sandbox", policy: .inspector, refresh: isPaused ? nil : 2)
        page.body.markup("<h1>Sandbox of the payout API</h1>\n<p>")
        for project in projects {
            let address = project.webhookURL?.description ?? "nowhere"
            page.body.plain(
                "Project \(project.name), profile \(project.behaviour.profile.rawValue), webhooks to \(address). "
            )
        }
        page.body.markup("</p>\n<p>")
        page.body.link(isPaused ? "/" : "/?pause", isPaused ? "Go on refreshing" : "Stop refreshing")
        page.body.markup(" · ")
        page.body.link("/?text", "What is served")
        page.body.markup(" · ")
        page.body.link("/sandbox", "Control API")
        page.body.markup("</p>\n")
        writeCalls(to: &page.body)
        writeWebhooks(to: &page.body)
        return page
    }

    private func writeCalls(to html: inout HTMLText) {
        html.markup("<h2>Calls</h2>\n")
        guard !exchanges.isEmpty else {
            html.markup("<p class=\"note\">No call has come yet.</p>\n")
            return
        }
        html.markup("<table>\n<tr><th>No.<th>Time<th>Call<th>Answer<th>Session<th>Findings<th></tr>\n")
        for exchange in exchanges.suffix(Self.lineCount).reversed() {
            html.markup("<tr><td>")
            html.link("/exchanges/\(exchange.id)", String(exchange.id))
            html.element("td", exchange.receivedAt.timeOfDay)
            html.element("td", "\(exchange.request.method) \(Exchange.printable(exchange.request.path))")
            let verdict =
                exchange.errorCode.map { "\(exchange.response.status) \($0)" } ?? String(exchange.response.status)
            html.element("td", verdict + (exchange.fault == nil ? "" : " (lost by order)"), class: exchange.style)
            html.element("td", exchange.sessionID ?? "")
            html.element("td", exchange.findings.map(\.rule.rawValue).prefix(3).joined(separator: " "))
            html.markup("<td>")
            if exchange.isCall { html.button("/sandbox/exchanges/\(exchange.id)/again", "Send again") }
            html.markup("</tr>\n")
        }
        html.markup("</table>\n")
    }

    private func writeWebhooks(to html: inout HTMLText) {
        html.markup("<h2>Webhooks</h2>\n")
        guard !deliveries.isEmpty else {
            html.markup("<p class=\"note\">No webhook was written yet.</p>\n")
            return
        }
        html.markup("<table>\n<tr><th>No.<th>Time<th>Type<th>Session<th>Outcome<th>Attempts<th></tr>\n")
        for delivery in deliveries.suffix(Self.lineCount).reversed() {
            html.markup("<tr><td>")
            html.link("/deliveries/\(delivery.id)", String(delivery.id))
            html.element("td", delivery.createdAt.timeOfDay)
            html.element("td", delivery.type.name)
            html.element("td", delivery.sessionID)
            html.element("td", delivery.outcome.word, class: delivery.outcome.style)
            html.element("td", String(delivery.attempts.count), class: "number")
            html.markup("<td>")
            html.button("/sandbox/deliveries/\(delivery.id)/again", "Send again")
            html.markup("</tr>\n")
        }
        html.markup("</table>\n")
    }
}

extension Exchange {
    /// Whether it is a call of the API, which can be taken once more.
    var isCall: Bool { request.path.hasPrefix("/api/") }

    var style: StaticString { errorCode == nil ? "good" : "bad" }
}

extension Delivery.Outcome {
    var style: StaticString {
        switch self {
        case .delivered: "good"
        case .abandoned, .dropped, .deliveredWithNote: "bad"
        case .pending, .unaddressed: "note"
        }
    }
}

extension SandboxInstant {
    /// Hours, minutes, seconds and milliseconds.
    var timeOfDay: String { String(decoding: text[11..<23], as: UTF8.self) }
}
