import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON

/// One right question before the first case, whose answer tells whether the configuration can be right.
///
/// It asks for the status of a session that does not exist: nothing is created, and a bank that is reached, knows the
/// project and takes the signature has no reason to speak of either.
struct Preflight {
    private let bank: BankConnection

    init(_ bank: BankConnection) {
        self.bank = bank
    }

    func run() throws(PreflightError) {
        let answer = try ask()
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

    private func ask() throws(PreflightError) -> Answer {
        let body = JSONWriter().write(Bodies.session("ps_0"))
        do {
            let request = try bank.request(.status, bytes: body)
            let response = try bank.client.send(request, to: bank.target.url)
            return Answer(operation: .status, request: request, response: response)
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
