import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

/// The stand-in for the page on which a person types the card number (page "Payouts with a widget", step 2).
///
/// It is no part of the bank's API: it takes no signature, as a browser has none.
struct WidgetDesk {
    struct Answer {
        var status: Int
        var body: [UInt8]
        var findings: [Finding] = []
        var errorCode: String?
        /// The request as it may be kept.
        var recordedRequest: HTTPRequest
    }

    static func answer(
        _ request: HTTPRequest,
        tokenize: (String, String) throws(WidgetRefusal) -> String
    ) -> Answer {
        var recorded = request
        recorded.body = maskingDigits(request.body)
        var answer = Answer(status: 200, body: [], recordedRequest: recorded)
        do throws(WidgetRefusal) {
            let (token, number) = try read(request)
            let hash = try tokenize(token, number)
            var out = JSONOutput(capacity: 100)
            out.open()
            out.string("number_hash", hash)
            out.close()
            answer.body = out.bytes
        } catch {
            var out = JSONOutput(capacity: 256)
            out.open()
            out.string("error", error.code)
            out.string("description", error.description)
            out.close()
            answer.body = out.bytes
            answer.status = error.code == "method_not_allowed" ? 405 : 400
            answer.errorCode = error.code
            if let rule = error.rule {
                answer.findings = [
                    Finding(
                        rule: rule,
                        severity: .error,
                        pointer: .root,
                        byteRange: 0..<0,
                        message: error.description
                    )
                ]
            }
        }
        return answer
    }

    private static func read(_ request: HTTPRequest) throws(WidgetRefusal) -> (token: String, number: String) {
        guard request.method == "POST" else {
            throw WidgetRefusal(code: "method_not_allowed", description: "/widget/tokenize takes POST only")
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
    private static func maskingDigits(_ body: [UInt8]) -> [UInt8] {
        body.map { (0x30...0x39).contains($0) ? UInt8(ascii: "*") : $0 }
    }
}
