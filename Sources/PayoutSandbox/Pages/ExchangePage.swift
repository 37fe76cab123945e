import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// One call with its answer, its findings and what there is to say about its signature.
struct ExchangePage {
    let exchange: Exchange
    let showsSensitive: Bool

    var page: Page {
        var page = Page(title: "Call \(exchange.id)", policy: .inspector)
        page.body.markup("<p>")
        page.body.link("/", "All calls and webhooks")
        page.body.markup("</p>\n")
        page.body.element(
            "h1",
            "Call \(exchange.id): \(exchange.request.method) \(Exchange.printable(exchange.request.path))"
        )
        writeFacts(to: &page.body)
        writeFindings(to: &page.body)
        page.body.markup("<h2>Request</h2>\n")
        page.body.element("pre", MessageText.request(exchange.request, showsSensitive: showsSensitive))
        page.body.markup("<h2>Answer</h2>\n")
        page.body.element("pre", MessageText.response(exchange.response, showsSensitive: showsSensitive))
        if exchange.isCall { page.body.button("/sandbox/exchanges/\(exchange.id)/again", "Send again") }
        return page
    }

    private func writeFacts(to html: inout HTMLText) {
        html.markup("<table>\n")
        func row(_ name: StaticString, _ value: String, _ style: StaticString = "") {
            html.markup("<tr><th>")
            html.markup(name)
            html.element("td", value, class: style)
            html.markup("</tr>\n")
        }
        row("Received", "\(exchange.receivedAt) from \(exchange.peer.address):\(exchange.peer.port)")
        if let project = exchange.project { row("Project", project) }
        if let message = exchange.message { row("Message", message.displayName) }
        if let session = exchange.sessionID { row("Session", session) }
        row(
            "Answer",
            exchange.errorCode.map { "\(exchange.response.status) \($0)" } ?? "\(exchange.response.status)",
            exchange.style
        )
        if let fault = exchange.fault { row("By order", "the answer went wrong: \(fault.words)", "bad") }
        switch exchange.signature {
        case nil: row("Signature", "not looked at")
        case let verdict?:
            if let fault = verdict.fault {
                row("Signature", "\(fault.sentence); fix: \(fault.fix)", "bad")
            } else {
                row("Signature", "valid", "good")
            }
        }
        html.markup("</table>\n")
    }

    private func writeFindings(to html: inout HTMLText) {
        html.markup("<h2>Findings</h2>\n")
        guard !exchange.findings.isEmpty else {
            html.markup("<p class=\"good\">None.</p>\n")
            return
        }
        html.markup("<table>\n<tr><th>Rule<th>Severity<th>Place<th>What is wrong</tr>\n")
        for finding in exchange.findings.prefix(200) {
            html.markup("<tr>")
            html.element("td", finding.rule.rawValue)
            html.element("td", finding.severity.rawValue, class: finding.severity == .error ? "bad" : "note")
            html.element("td", finding.pointer.description)
            html.element("td", finding.fix.map { "\(finding.message). Fix: \($0)" } ?? finding.message)
            html.markup("</tr>\n")
        }
        html.markup("</table>\n")
    }
}

extension WireFault {
    /// What the fault does, for people.
    fileprivate var words: String {
        var words: [String] = []
        if delay != nil { words.append("late") }
        if replacement != nil { words.append("not sent") }
        if declaredLength != nil { words.append("a wrong length") }
        if keptBodySize != nil { words.append("cut off") }
        if stepSize != nil { words.append("in small steps") }
        switch ending {
        case .orderly: break
        case .close: words.append("connection closed")
        case .reset: words.append("connection reset")
        }
        return words.joined(separator: ", ")
    }
}
