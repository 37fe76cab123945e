import StrictJSON
import Testing

@testable import PayoutContract

struct CheckDigitTests {
    /// Numbers whose check digits are right: the Federal Tax Service's example, Sberbank, Bank 131's settlement account.
    @Test(arguments: ["500100732259", "7707083893", "1655005361"])
    func `an INN with right check digits passes`(number: String) {
        #expect(!TaxNumber.hasWrongCheckDigit(Array(number.utf8)))
    }

    @Test(arguments: ["500100732259", "7707083893"])
    func `any one digit changed is found out`(number: String) {
        for position in number.utf8.indices {
            var digits = Array(number.utf8)
            let place = number.utf8.distance(from: number.startIndex, to: position)
            digits[place] = digits[place] == 0x39 ? 0x30 : digits[place] + 1
            #expect(TaxNumber.hasWrongCheckDigit(digits), "\(place)")
        }
    }

    @Test(arguments: ["", "123456789", "12345678901", "1234567890123", "50010073225x"])
    func `what has not the form of an INN is not judged`(text: String) {
        #expect(!TaxNumber.hasWrongCheckDigit(Array(text.utf8)))
    }

    @Test(arguments: [
        (#"{"bik": "044525974", "account": "40817810400003869535"}"#, false),
        (#"{"bik": "049205131", "account_number": "40702810300200000013"}"#, false),
        (#"{"bik": "044525974", "account": "40817810500003869535"}"#, true),
        (#"{"bik": "044525975", "account": "40817810400003869535"}"#, true),
        (#"{"bik": "049205131", "correspondent_account_number": "30101810822029205131"}"#, false),
        (#"{"bik": "049205131", "correspondent_account_number": "30101810922029205131"}"#, true),
        // An account with the Bank of Russia, whose BIK ends with 001, takes the digits of the correspondent account.
        (#"{"bik": "044583001", "account": "40101810800000010041"}"#, false),
        (#"{"bik": "044583001", "account": "40101810900000010041"}"#, true),
        (#"{"bik": "04452597", "account": "40817810500003869535"}"#, false),
        (#"{"bik": "044525974", "account": "4081781050000386953x"}"#, false),
        (#"{"bik": 44525974, "account": "40817810500003869535"}"#, false),
        (#"{"account": "40817810500003869535"}"#, false), ("[]", false), ("null", false),
    ])
    func `an account is judged with its BIK`(text: String, isWrong: Bool) throws {
        #expect(AccountNumber.hasWrongCheckDigit(in: try JSONDocument(parsing: text).root) == isWrong)
    }
}
