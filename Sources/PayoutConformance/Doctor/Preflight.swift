import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON

/// One right question before the first case, whose answer tells whether the configuration can be right.
///
/// It asks for the status of a session that does not exist: nothing is created, and a bank that is reached, knows the
/// project and takes the signature has no reason to speak of either.
struct Preflight {
    /// What the bank answered, and how long that took.
    struct Reply {
        var answer: Answer
        var duration: Duration
        /// By how many seconds this machine's clock is ahead of the bank's; nil when the answer has no Date.
        var clockDifference: Int?
    }

    /// From here on, in seconds, a difference of the clocks is worth a word.
    static let doubtfulClockDifference = 5
    /// From here on, in seconds, the moments in the bank's messages mean nothing on this machine.
    private static let wrongClockDifference = 300

    private let bank: BankConnection

    init(_ bank: BankConnection) {
        self.bank = bank
    }

    @discardableResult
    func run() throws(PreflightError) -> Reply {
        try checkKeys()
        let reply = try ask()
        try check(reply.answer)
        if let difference = reply.clockDifference, abs(difference) > Self.wrongClockDifference {
            throw PreflightError(
                code: .clock,
                sentence: "This machine's clock and the bank's are \(abs(difference)) s apart.",
                fix: "Set this machine's clock; moments and certificates can't be judged with a wrong one."
            )
        }
        return reply
    }

    private func checkKeys() throws(PreflightError) {
        guard bank.target.bankKey == bank.target.partnerKey.publicKey else { return }
        throw PreflightError(
            code: .keysMixedUp,
            sentence: "The bank's public key is your own.",
            fix: "Give the key that the bank's manager sent you, not the one that you sent to the bank."
        )
    }

    private func check(_ answer: Answer) throws(PreflightError) {
        switch answer.errorCode {
        case "authentication_error":
            throw PreflightError(
                code: .keyRefused,
                sentence: "The bank refuses the signature of a right request (authentication_error).",
                fix: "Check that the public half of the private key is registered for project \(bank.target.project)."
            )
        case "identification_error":
            throw PreflightError(
                code: .projectUnknown,
                sentence: "The bank doesn't know the project \(bank.target.project) (identification_error).",
                fix: "Give the name of the project as the bank's manager wrote it."
            )
        case "authorization_error":
            throw PreflightError(
                code: .notAuthorized,
                sentence: "Project \(bank.target.project) may not make payouts (authorization_error).",
                fix: "Ask the bank's manager for the right."
            )
        default:
            guard answer.document?.root.kind == .object else { throw notThePayoutAPI(answer.response.status) }
        }
    }

    /// Asks once.
    func ask() throws(PreflightError) -> Reply {
        let body = JSONWriter().write(Bodies.session("ps_0"))
        do {
            let request = try bank.request(.status, bytes: body)
            let start = Deadline.now
            let response = try bank.client.send(request, to: bank.target.url)
            return Reply(
                answer: Answer(operation: .status, request: request, response: response),
                duration: start.elapsed,
                clockDifference: response.headers["Date"].flatMap(WallClock.secondsAhead(ofDate:))
            )
        } catch let error as HTTPError where error.isAboutTLS {
            throw PreflightError(
                code: .tls,
                sentence: "No secure connection to \(bank.target.url): \(error.sentence).",
                fix: "Use the host that the certificate names, and a certificate that this machine trusts."
            )
        } catch let error as HTTPError {
            throw PreflightError(
                code: .unreachable,
                sentence: "The bank at \(bank.target.url) can't be reached: \(error.sentence).",
                fix: "Check the URL, and that the bank runs."
            )
        } catch {
            throw PreflightError(
                code: .keyRefused,
                sentence: "Nothing can be signed with the private key: \(error).",
                fix: "Give another RSA key of at least 2048 bits."
            )
        }
    }

    private func notThePayoutAPI(_ status: Int) -> PreflightError {
        PreflightError(
            code: .notThePayoutAPI,
            sentence: "What answers at \(bank.target.url) is no payout API: HTTP \(status) without a JSON object.",
            fix: "Give the URL without /api, such as https://demo.bank131.ru."
        )
    }
}

extension HTTPError {
    /// Whether the connection failed where it was to be made secure.
    fileprivate var isAboutTLS: Bool {
        [
            .tlsHandshake, .certificateExpired, .certificateNotYetValid, .certificateUntrusted,
            .certificateHostMismatch,
            .certificateInvalid, .plainHTTPOnTLS, .tlsConnection,
        ]
        .contains(code)
    }
}
