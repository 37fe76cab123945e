import HTTPWire
import PayoutContract

/// Messages as reports show them: one line, masked, and not too long.
enum Excerpt {
    /// Longer bodies are cut; the finding names the place that matters.
    private static let maximumLength = 1_000

    /// The request line and the body.
    static func of(_ request: HTTPRequest) -> String {
        "\(request.method) \(request.target) \(of(body: request.body))"
    }

    /// The status and the body.
    static func of(_ response: HTTPResponse) -> String {
        "HTTP \(response.status) \(of(body: response.body))"
    }

    /// A word that what is under test wrote, such as a status or an error code; "absent" when it wrote none.
    static func of(word: String?) -> String {
        guard let word else { return "absent" }
        let masked = SensitiveData.masked(text: word)
        return masked.unicodeScalars.count > 80 ? "\(String(masked.unicodeScalars.prefix(80)))..." : masked
    }

    /// A body in one line.
    static func of(body bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "(no body)" }
        let text = String(decoding: SensitiveData.masked(bytes), as: UTF8.self)
        var line = ""
        for scalar in text.unicodeScalars {
            if line.utf8.count >= maximumLength { return line + "... (\(bytes.count) bytes)" }
            line.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return line
    }
}
