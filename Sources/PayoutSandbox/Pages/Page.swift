import HTTPWire

/// A page of the sandbox: one shape, one style sheet, no script from outside.
struct Page {
    /// What a page may load and who may show it (Content Security Policy Level 3).
    enum Policy: String {
        /// Styles of the sandbox; in no frame.
        case inspector = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'"
        /// Styles and the widget's script of the sandbox; in any frame, as a shop embeds it.
        case widget = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors *"
    }

    var title: String
    var policy: Policy
    var status = 200
    /// Seconds after which a browser asks again; nil for never.
    var refresh: Int?
    /// Whether the widget's script belongs to it.
    var hasScript = false
    var body = HTMLText()

    var response: HTTPResponse {
        var page = HTMLText()
        page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        if let refresh {
            page.markup("<meta http-equiv=\"refresh\" content=\"")
            page.plain(String(refresh))
            page.markup("\">\n")
        }
        page.element("title", title)
        page.markup("\n<link rel=\"stylesheet\" href=\"/style.css\">\n")
        if hasScript { page.markup("<script src=\"/widget.js\" defer></script>\n") }
        page.markup("</head>\n<body>\n")
        let html = page.text + body.text + "\n</body>\n</html>\n"
        return HTTPResponse(
            status: status,
            headers: [
                "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy.rawValue,
                "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
            ],
            body: Array(html.utf8)
        )
    }
}
