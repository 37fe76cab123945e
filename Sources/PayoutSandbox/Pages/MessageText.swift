import HTTPWire
import PayoutContract
import StrictJSON

/// Messages as text for people: personal data hidden, nothing that can't be shown, bounded.
enum MessageText {
    /// The most bytes of a body that are shown.
    private static let shownSize = 64 << 10

    static func request(_ request: HTTPRequest, showsSensitive: Bool) -> String {
        let head = String(decoding: request.rawHead, as: UTF8.self)
        return self.head(head, showsSensitive) + body(request.body, showsSensitive: showsSensitive)
    }

    static func response(_ response: HTTPResponse, showsSensitive: Bool) -> String {
        let lines = response.headers.fields.map { "\($0.name): \($0.value)\r\n" }
        let head = "HTTP/1.1 \(response.status) \(response.reason)\r\n" + lines.joined() + "\r\n"
        return self.head(head, showsSensitive) + body(response.body, showsSensitive: showsSensitive)
    }

    static func body(_ body: [UInt8], showsSensitive: Bool) -> String {
        let shown = Array(body.prefix(shownSize))
        let text = String(decoding: showsSensitive ? shown : SensitiveData.masked(shown), as: UTF8.self)
        return visible(text) + (body.count > shownSize ? "\n... \(body.count - shownSize) bytes more" : "")
    }

    private static func head(_ text: String, _ showsSensitive: Bool) -> String {
        visible(showsSensitive ? text : SensitiveData.masked(text: text)).replacingText("\r\n", with: "\n")
    }

    /// Control characters but line ends and tabs as the replacement character.
    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isShown =
                        scalar.value >= 0x20 && scalar.value != 0x7F || "\r\n\t".unicodeScalars.contains(scalar)
                    return isShown ? scalar : "\u{FFFD}"
                }
            )
        )
    }
}
