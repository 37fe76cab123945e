import StrictJSON

/// The receipt that goes with a payout to a self-employed person.
enum Receipt {
    /// Whether the services in `fiscalization_details` come to another sum than the payout's `amount_details`.
    ///
    /// The price of a service is its amount times its quantity, 1 when absent (selfemployed/selfemployed-fiscalization).
    /// Without one of the two, or with an amount that is no integer, nothing is said.
    static func disagreesWithAmount(of payout: JSONValue) -> Bool {
        guard let amount = payout["amount_details"]?["amount"]?.number?.int64,
            let person = payout["fiscalization_details"]?["professional_income_taxpayer"],
            let services = person["services"], services.kind == .array, services.count > 0
        else { return false }
        var sum: Int64 = 0
        for service in services.elements {
            guard let price = price(of: service) else { return false }
            let (total, isTooLarge) = sum.addingReportingOverflow(price)
            if isTooLarge { return true }
            sum = total
        }
        return sum != amount
    }

    /// Whether the payer's INN is that of the person who is paid.
    static func namesOnePersonTwice(_ person: JSONValue) -> Bool {
        guard let recipient = person["tax_reference"]?.stringBytes, !recipient.isEmpty else { return false }
        return person["payer_tax_number"]?.stringBytes == recipient
    }

    /// The price of a service, the largest number where it is larger; nil when it can't be told.
    private static func price(of service: JSONValue) -> Int64? {
        guard let amount = service["amount_details"]?["amount"]?.number?.int64 else { return nil }
        guard let quantity = service["quantity"], !quantity.isNull else { return amount }
        guard let count = quantity.number?.int64 else { return nil }
        let (price, isTooLarge) = amount.multipliedReportingOverflow(by: count)
        return isTooLarge ? .max : price
    }
}
