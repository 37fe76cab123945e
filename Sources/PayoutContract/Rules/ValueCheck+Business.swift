import StrictJSON

/// Checks of what several members say together, and of check digits.
extension ValueCheck {
    /// The account belongs to the bank of the BIK beside it, by its check digit.
    static let accountControl = ValueCheck(keyword: "x-account-control") { value, _ in
        AccountNumber.hasWrongCheckDigit(in: value)
    }

    /// An INN has the right check digits.
    static let innControl = ValueCheck(keyword: "x-inn-control") { value, _ in
        value.stringBytes.map(TaxNumber.hasWrongCheckDigit) ?? false
    }

    /// The services of a receipt come to the amount of the payout.
    static let servicesSum = ValueCheck(keyword: "x-services-sum") { value, _ in
        Receipt.disagreesWithAmount(of: value)
    }

    /// The payer of a self-employed person is somebody else.
    static let payerNotRecipient = ValueCheck(keyword: "x-payer-not-recipient") { value, _ in
        Receipt.namesOnePersonTwice(value)
    }

    /// `updated_at` is not before `created_at`.
    static let timesInOrder = ValueCheck(keyword: "x-times-in-order") { value, _ in
        guard let created = value["created_at"]?.stringBytes.flatMap(Moment.init),
            let updated = value["updated_at"]?.stringBytes.flatMap(Moment.init)
        else { return false }
        return updated < created
    }
}
