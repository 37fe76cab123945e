/// The sentence that goes with an error code; the bank has several for one code, and only the code counts.
enum FaultSentence {
    static func text(of code: String) -> String {
        sentences[code] ?? "The operation failed"
    }

    private static let sentences = [
        "account_not_found": "There is no account with this number",
        "activity_count_exceeded": "The card has reached its limit of operations",
        "amount_less_allowed_provider": "The amount is below the least that the provider takes",
        "bank_card_expired": "The card is out of date",
        "binding_is_deactivated": "The card is not verified for this agent",
        "card_number_does_not_exist": "There is no card with this number",
        "declined_by_issuer_bank": "The issuer of the card cancelled the operation",
        "insufficient_wallet_balance": "The balance does not cover the amount and the fee",
        "internal_error": "A failure inside the bank",
        "not_permitted_by_issuer_bank": "The issuer of the card does not permit the operation",
        "operation_rejected": "The operation was refused for security reasons",
        "provider_exceeds_amount_limit": "The amount is above the limit of the provider",
        "provider_foreign_transfer_prohibited": "The provider does not pay to foreign cards",
        "provider_internal_error": "A failure at the provider",
        "provider_issuer_unavailable": "The issuer of the card is out of reach",
        "provider_timeout": "The provider did not answer",
        "routing_internal_error": "The conditions of the payment could not be determined",
        "wallet_internal_error": "The operation with the balance failed",
    ]
}
