/// The text of a page, in which everything that comes from outside is escaped.
struct HTMLText {
    private(set) var text = ""

    /// Markup of the kit's own.
    mutating func markup(_ markup: StaticString) {
        text += markup.description
    }

    /// Text from anywhere.
    mutating func plain(_ plain: String) {
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// An element without attributes but a class of the kit's own.
    mutating func element(_ name: StaticString, _ plain: String, class style: StaticString = "") {
        text += style.utf8CodeUnitCount == 0 ? "<\(name)>" : "<\(name) class=\"\(style)\">"
        self.plain(plain)
        text += "</\(name)>"
    }

    /// A link to a path of the sandbox.
    mutating func link(_ path: String, _ plain: String) {
        text += "<a href=\""
        self.plain(path)
        text += "\">"
        self.plain(plain)
        text += "</a>"
    }

    /// A button that posts to a path of the sandbox.
    mutating func button(_ path: String, _ plain: String) {
        text += "<form method=\"post\" action=\""
        self.plain(path)
        text += "\"><button>"
        self.plain(plain)
        text += "</button></form>"
    }

    /// A hidden field of a form.
    mutating func hidden(_ name: StaticString, _ value: String) {
        text += "<input type=\"hidden\" name=\"\(name)\" value=\""
        plain(value)
        text += "\">"
    }
}
