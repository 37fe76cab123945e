import StrictJSON
import Testing

@testable import PayoutContract

struct ReceiptTests {
    private static func payout(_ amount: String, _ services: String) throws -> JSONValue {
        let text = """
            {"amount_details": {"amount": \(amount), "currency": "rub"},
            "fiscalization_details": {"professional_income_taxpayer": {"services": \(services)}}}
            """
        return try JSONDocument(parsing: text).root
    }

    @Test(arguments: [
        (#"[{"amount_details": {"amount": 100}}]"#, false),
        (#"[{"amount_details": {"amount": 100}, "quantity": null}]"#, false),
        (#"[{"amount_details": {"amount": 20}, "quantity": 3}, {"amount_details": {"amount": 40}}]"#, false),
        (#"[{"amount_details": {"amount": 99}}]"#, true),
        (#"[{"amount_details": {"amount": 100}, "quantity": 2}]"#, true),
        (#"[{"amount_details": {"amount": 9223372036854775807}, "quantity": 9}]"#, true),
        (
            #"[{"amount_details": {"amount": 9223372036854775807}}, {"amount_details": {"amount": 9223372036854775807}}]"#,
            true
        ),
        // What can't be added up is the matter of other rules.
        (#"[{"amount_details": {"amount": "99"}}]"#, false),
        (#"[{"amount_details": {"amount": 99}, "quantity": "1"}]"#, false),
        (#"[1]"#, false), ("[]", false), ("{}", false), ("null", false),
    ])
    func `services come to the amount of the payout`(services: String, isWrong: Bool) throws {
        #expect(Receipt.disagreesWithAmount(of: try Self.payout("100", services)) == isWrong)
    }

    @Test(arguments: [
        (#"{"tax_reference": "1", "payer_tax_number": "1"}"#, true),
        (#"{"tax_reference": "1", "payer_tax_number": "2"}"#, false),
        (#"{"tax_reference": "", "payer_tax_number": ""}"#, false),
        (#"{"tax_reference": "1"}"#, false), (#"{"payer_tax_number": "1"}"#, false), ("[]", false),
    ])
    func `the payer is somebody else`(text: String, isWrong: Bool) throws {
        #expect(Receipt.namesOnePersonTwice(try JSONDocument(parsing: text).root) == isWrong)
    }
}
