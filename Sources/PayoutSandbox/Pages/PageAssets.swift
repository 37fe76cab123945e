import HTTPWire

/// The style sheet and the widget's script.
enum PageAssets {
    static func response(_ path: String) -> HTTPResponse? {
        switch path {
        case "/style.css": asset(style, "text/css; charset=utf-8")
        case "/widget.js": asset(script, "text/javascript; charset=utf-8")
        default: nil
        }
    }

    private static func asset(_ text: String, _ type: String) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: ["Content-Type": type, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"],
            body: Array(text.utf8)
        )
    }

    private static let style = """
        :root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #c2362b; --soft: #8882; }
        * { box-sizing: border-box; }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 4rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        th { font-weight: 600; white-space: nowrap; }
        td form { margin: 0; }
        code, pre { font: 13px/1.45 ui-monospace, monospace; }
        pre { background: var(--soft); padding: .7rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; border-radius: .4rem; }
        .good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
        .note { opacity: .75; } .number { text-align: right; }
        button { font: inherit; padding: .2rem .7rem; cursor: pointer; }
        .widget { max-width: 26rem; } .widget input { font: inherit; width: 100%; padding: .5rem; letter-spacing: .05em; }
        .widget button { margin-top: .8rem; width: 100%; padding: .5rem; }
        .error { color: var(--bad); min-height: 1.5em; }
        output { overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
        """

    /// Checks the number while it is typed, and hands the hash to the page that shows the widget.
    private static let script = """
        "use strict";
        (function () {
          function passesLuhn(digits) {
            let sum = 0;
            for (let i = 0; i < digits.length; i++) {
              let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
              if (i % 2 === 1) { digit *= 2; if (digit > 9) digit -= 9; }
              sum += digit;
            }
            return sum % 10 === 0;
          }
          const input = document.getElementById("card-number");
          if (input) {
            const error = document.getElementById("card-error");
            input.form.addEventListener("submit", function (event) {
              const digits = input.value.replace(/[ -]/g, "");
              if (!/^[0-9]{14,19}$/.test(digits) || !passesLuhn(digits)) {
                event.preventDefault();
                error.textContent = "This is no card number: 14 to 19 digits, and the last one must fit the others.";
                input.focus();
              }
            });
          }
          const output = document.getElementById("number-hash");
          if (output) {
            const message = { type: "payoutkit.number_hash", number_hash: output.textContent.trim() };
            if (window.parent !== window) window.parent.postMessage(message, "*");
            if (window.opener) window.opener.postMessage(message, "*");
          }
        })();
        """
}
