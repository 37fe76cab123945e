import HTTPWire
import PayoutContract
import PayoutVectors

/// What a refusal has to look like.
struct Refusal: Hashable, Sendable {
    /// What the bank's documentation says of the error code.
    enum Code: Hashable, Sendable {
        /// The code is documented for this error.
        case documented(String)
        /// The code follows from the documentation, which does not say it.
        case likely(String)
        /// Nothing is known.
        case unknown
    }

    var code: Code

    static let badSignature = Refusal(code: .documented("authentication_error"))
    static let unsigned = Refusal(code: .likely("authentication_error"))
    static let unknownProject = Refusal(code: .likely("identification_error"))
    static let badRequest = Refusal(code: .documented("invalid_request"))
    static let badValue = Refusal(code: .likely("invalid_request"))
    static let wrongState = Refusal(code: .documented("session_wrong_state"))
    static let any = Refusal(code: .unknown)

    /// What a bank has to do that accepted the request.
    var fix: String { "answer \(expected.dropFirst(2)) before anything else happens, and leave the session as it was" }

    /// The expectation in words.
    var expected: String {
        switch code {
        case .documented(let code), .likely(let code): "a refusal with error.code \(code)"
        case .unknown: "a refusal"
        }
    }
}

extension PartnerClient {
    /// Sends a request that the bank has to refuse, with an error as the bank's pages describe it.
    ///
    /// No HTTP status is a MUST: the bank's documentation is silent about it.
    func refuse(_ request: HTTPRequest, as operation: Operation, _ refusal: Refusal, rule: RuleID) throws(CaseStop) {
        let answer = try send(request, as: operation)
        guard answer.isRefusal else {
            report(rule, "the bank accepted it", expected: refusal.expected, about: answer, fix: refusal.fix)
            throw .afterFindings
        }
        if !(400...499).contains(answer.response.status) {
            report(
                "ENVELOPE.STATUS",
                level: .should,
                "a refusal for the partner's mistake has HTTP status \(answer.response.status)",
                expected: "an HTTP status from 400 to 499",
                about: answer
            )
        }
        judgeCode(answer, refusal, rule: rule)
    }

    private func judgeCode(_ answer: Answer, _ refusal: Refusal, rule: RuleID) {
        let wanted: String
        let level: Rule.Level
        switch refusal.code {
        case .documented(let code): (wanted, level) = (code, .must)
        case .likely(let code): (wanted, level) = (code, .should)
        case .unknown: return
        }
        guard let found = answer.errorCode, found != wanted else { return }
        report(
            "ERROR.CODE",
            level: level,
            "refused with \(Excerpt.of(word: found))",
            expected: refusal.expected,
            about: answer
        )
    }
}
