import HTTPWire

/// The stand-in for the widget as a browser shows it: a form for the card number, and the hash behind it.
///
/// It works without a script. With one, the number is checked before it is sent, and the page that shows the widget in a
/// frame or opened it gets `{"type":"payoutkit.number_hash","number_hash":"..."}` as a message.
enum WidgetPage {
    /// The form; `error` says why the last number was not taken.
    static func form(token: String, returnURL: String?, error: String? = nil) -> Page {
        var page = Page(title: "Card number", policy: .widget, status: error == nil ? 200 : 400, hasScript: true)
        page.body.markup("<main class=\"widget\">\n<h1>Card for the payout</h1>\n")
        page.body.markup("<form method=\"post\" action=\"/widget\" autocomplete=\"off\">\n")
        page.body.hidden("public_token", token)
        if let returnURL { page.body.hidden("return_url", returnURL) }
        page.body.markup("<label for=\"card-number\">Card number</label>\n")
        page.body.markup(
            """
            <input id="card-number" name="card_number" inputmode="numeric" maxlength="23" required autofocus \
            autocomplete="off" aria-describedby="card-error" placeholder="0000 0000 0000 0000">

            """
        )
        page.body.markup("<p id=\"card-error\" class=\"error\" role=\"alert\">")
        page.body.plain(error ?? "")
        page.body.markup("</p>\n<button>Continue</button>\n</form>\n")
        page.body.markup("<p class=\"note\">Sandbox: no real card, please. The number is not kept.</p>\n</main>")
        return page
    }

    /// The hash that the number became.
    static func result(hash: String, returnURL: String?) -> Page {
        var page = Page(title: "Card taken", policy: .widget, hasScript: true)
        page.body.markup("<main class=\"widget\">\n<h1>Card taken</h1>\n<p>number_hash</p>\n")
        page.body.markup("<output id=\"number-hash\">")
        page.body.plain(hash)
        page.body.markup("</output>\n")
        if let returnURL {
            let separator = returnURL.contains("?") ? "&" : "?"
            page.body.markup("<p>")
            page.body.link("\(returnURL)\(separator)number_hash=\(hash)", "Back to the shop")
            page.body.markup("</p>\n")
        }
        page.body.markup("</main>")
        return page
    }

    /// Why the widget does not open.
    static func refusal(_ refusal: WidgetRefusal) -> Page {
        var page = Page(title: "The widget does not open", policy: .widget, status: 400)
        page.body.markup("<main class=\"widget\">\n<h1>The widget does not open</h1>\n")
        page.body.element("p", refusal.description, class: "error")
        page.body.markup("\n</main>")
        return page
    }
}
