public import HTTPWire
public import PartnerSignature
public import PayoutContract
import PayoutVectors

/// A request that the sandbox answered.
public struct Exchange: Sendable, Identifiable {
    /// Number from 1 in the order of the answers; 0 until it is kept.
    public internal(set) var id: Int
    /// When the request was complete.
    public let receivedAt: SandboxInstant
    /// Who sent it, and on which connection.
    public let peer: HTTPPeer
    /// The request with its exact body; a card number given to the widget stand-in is masked.
    public let request: HTTPRequest
    /// The kind of message, nil when the path is none of the API's or the call did not get that far.
    public let message: MessageType?
    /// The project that called, nil when it is not known.
    public let project: String?
    /// What the check of `X-PARTNER-SIGN` said, nil when it was not reached.
    public let signature: SignatureVerdict?
    /// What there is to say about the request, also when it was accepted.
    public let findings: [Finding]
    /// The session that the request was about, where there is one.
    public let sessionID: String?
    /// The error code of the answer, nil for a success.
    public let errorCode: String?
    /// The answer as it was handed to the HTTP layer.
    public let response: HTTPResponse
    /// How the answer went wrong by order; nil for the usual way.
    public let fault: WireFault?

    /// One line for a log, without names, amounts, hashes or tokens.
    ///
    /// `POST /api/v1/session/create 200 ps_100001`, and behind it the error code and the rules that the request broke; where
    /// the signature is wrong, why.
    public var summary: String {
        var parts = [request.method, Self.printable(request.path), String(response.status)]
        if let sessionID { parts.append(Self.printable(sessionID)) }
        if let errorCode { parts.append(errorCode) }
        let rules = findings.map(\.rule.rawValue)
        if !rules.isEmpty {
            parts.append("findings: " + rules.prefix(5).joined(separator: " ") + (rules.count > 5 ? " ..." : ""))
        }
        if let signatureCause { parts.append("(\(signatureCause))") }
        return parts.joined(separator: " ")
    }

    /// What the finding about the signature says; nil where there is none.
    private var signatureCause: String? {
        guard let finding = findings.first(where: { $0.rule.rawValue.hasPrefix("SIG.") }) else { return nil }
        let shown = finding.message.unicodeScalars.prefix(400)
            .map { $0.isASCII && $0.value >= 0x20 && $0.value < 0x7F ? $0 : "?" }
        return String(String.UnicodeScalarView(shown))
    }

    /// A word from a request as it may stand in a log: short, and without anything that moves a terminal's cursor.
    static func printable(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(100).map { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F ? $0 : "?" }
        return String(String.UnicodeScalarView(shown)) + (text.unicodeScalars.count > 100 ? "..." : "")
    }
}
