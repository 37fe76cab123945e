import StrictJSON

/// A Russian account number of 20 digits with the BIK of its bank.
///
/// The ninth digit is a check digit over the account and a part of the BIK (Bank of Russia, "Procedure for calculating
/// the check key in a personal account number", No. 515 of 8 September 1997).
enum AccountNumber {
    /// Whether an object with `bik` and `account` (or `account_number`, `correspondent_account_number`) holds an account
    /// whose check digit is wrong; numbers of another form are the pattern's matter.
    static func hasWrongCheckDigit(in holder: JSONValue) -> Bool {
        guard let bik = digits(9, of: holder["bik"]) else { return false }
        let account = digits(20, of: holder["account"] ?? holder["account_number"])
        let correspondent = digits(20, of: holder["correspondent_account_number"])
        if let account, !isRight(account, prefix: prefix(ofAccountIn: bik)) { return true }
        guard let correspondent else { return false }
        return !isRight(correspondent, prefix: clearingPrefix(of: bik))
    }

    /// The three digits that stand for the bank: the last ones of the BIK, or for an account with the Bank of Russia
    /// itself (the last ones are 000, 001 or 002) those of the correspondent account.
    private static func prefix(ofAccountIn bik: [UInt8]) -> [UInt8] {
        let number = bik.suffix(3)
        return number.dropLast().allSatisfy { $0 == 0 } && bik[8] <= 2 ? clearingPrefix(of: bik) : Array(number)
    }

    /// The three digits of a correspondent account: 0 and the fifth and sixth digit of the BIK.
    private static func clearingPrefix(of bik: [UInt8]) -> [UInt8] { [0, bik[4], bik[5]] }

    private static func isRight(_ account: [UInt8], prefix: [UInt8]) -> Bool {
        let weights = [7, 1, 3]
        var sum = 0
        for (position, digit) in (prefix + account).enumerated() { sum += Int(digit) * weights[position % 3] }
        return sum.isMultiple(of: 10)
    }

    private static func digits(_ count: Int, of value: JSONValue?) -> [UInt8]? {
        guard let bytes = value?.stringBytes, bytes.count == count, bytes.allSatisfy(CardDigits.isDigit) else {
            return nil
        }
        return bytes.map { $0 - 0x30 }
    }
}
