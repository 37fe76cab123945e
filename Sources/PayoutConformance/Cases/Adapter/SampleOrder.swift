import PayoutContract
import StrictJSON

extension PartnerOrder {
    /// The order of the bank's page "Payouts with a widget", with the session that it is paid in.
    static func sample(_ api: APIVersion) -> PartnerOrder {
        PartnerOrder(
            orderID: "order-131",
            amount: 10_000,
            currency: "rub",
            recipientFullName: "Иванов Иван Иванович",
            numberHash: "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09",
            api: api,
            metadata: "good",
            sessionID: "ps_3230"
        )
    }
}
