import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

/// The stand-in for the page on which a person types the card number (page "Payouts with a widget", step 2).
///
/// It is no part of the bank's API: it takes no signature, as a browser has none.
enum WidgetDesk {
    static func answer(
        _ request: HTTPRequest,
        tokenize: (String, String) throws(WidgetRefusal) -> (hash: String, changes: [BankChange])
    ) -> DeskAnswer {
        var answer: DeskAnswer
        do throws(WidgetRefusal) {
            let (token, number) = try read(request)
            let made = try tokenize(token, number)
            answer = DeskAnswer(status: 200, body: object { $0.string("number_hash", made.hash) })
            answer.changes = made.changes
        } catch {
            answer = DeskAnswer(
                status: 400,
                body: object { out in
                    out.string("error", error.code)
                    out.string("description", error.description)
                }
            )
            answer.errorCode = error.code
            if error.code == WidgetRefusal.methodNotAllowed.code {
                answer.status = 405
                answer.allowedMethod = "POST"
            }
            if let rule = error.rule { answer.findings = [Finding(breaking: rule, error.description)] }
        }
        answer.maskedBody = maskingDigits(request.body)
        return answer
    }

    private static func object(_ members: (inout JSONOutput) -> Void) -> [UInt8] {
        var out = JSONOutput(capacity: 256)
        out.open()
        members(&out)
        out.close()
        return out.bytes
    }

    private static func read(_ request: HTTPRequest) throws(WidgetRefusal) -> (token: String, number: String) {
        guard request.method == "POST" else {
            throw .methodNotAllowed
        }
        let document: JSONDocument
        do throws(JSONTextError) {
            document = try JSONDocument(parsing: request.body)
        } catch {
            throw WidgetRefusal(code: "invalid_request", description: "the body is not JSON: \(error.code.description)")
        }
        guard let token = document.root["public_token"]?.string else {
            throw WidgetRefusal(code: "invalid_request", description: "public_token is missing or no string")
        }
        guard let number = document.root["card_number"]?.string else {
            throw WidgetRefusal(code: "invalid_request", description: "card_number is missing or no string")
        }
        return (token, number)
    }

    /// The body with every digit as a star, so that no form of a body lets a card number through.
    static func maskingDigits(_ body: [UInt8]) -> [UInt8] {
        body.map { (0x30...0x39).contains($0) ? UInt8(ascii: "*") : $0 }
    }
}
