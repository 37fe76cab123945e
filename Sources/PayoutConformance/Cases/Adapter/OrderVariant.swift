import PayoutContract
import PayoutVectors
import StrictJSON

/// One property of an order that encoders are known to lose or to change.
struct OrderVariant: Sendable {
    /// The last part of the ids of its cases.
    var name: String
    /// What is special, after "an order".
    var title: String
    var level: Rule.Level = .must
    var change: @Sendable (inout PartnerOrder) -> Void

    static let plain = OrderVariant(name: "plain", title: "as on the bank's page") { _ in }

    static let amounts: [OrderVariant] = [
        OrderVariant(name: "smallest-amount", title: "of one kopeck") { $0.amount = 1 },
        OrderVariant(name: "whole-roubles", title: "of 100 kopecks, which is one rouble") { $0.amount = 100 },
        OrderVariant(name: "odd-kopecks", title: "of 12,345 kopecks") { $0.amount = 12_345 },
        OrderVariant(name: "large-amount", title: "of 2^53 - 1 kopecks") { $0.amount = 9_007_199_254_740_991 },
        OrderVariant(name: "other-currency", title: "in dollars") { $0.currency = "usd" },
        OrderVariant(name: "currency-capitals", title: "whose currency is written RUB") { $0.currency = "RUB" },
    ]

    static let recipients: [OrderVariant] = [
        OrderVariant(name: "latin-name", title: "to a Latin name with an apostrophe and a hyphen") {
            $0.recipientFullName = "Anna O'Neil-Smith"
        },
        OrderVariant(name: "quoted-name", title: "to a name with quotes and a backslash") {
            $0.recipientFullName = #"Иванов "Ваня" \ Иван"#
        },
        OrderVariant(name: "letters-beyond-russian", title: "to a name with letters that few alphabets have") {
            $0.recipientFullName = "Ёлкин Ґжегож Şahin"
        },
        OrderVariant(name: "decomposed-name", title: "to a name with a combining mark, not composed", level: .should) {
            $0.recipientFullName = "Андреи\u{306} Зуев"
        },
        OrderVariant(name: "other-hash", title: "to another card") {
            $0.numberHash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        },
    ]

    static let metadata: [OrderVariant] = [
        OrderVariant(name: "metadata-text", title: "with quotes, slashes and a line break in its metadata") {
            $0.metadata = "заказ № 1 / \"x\"\n"
        },
        OrderVariant(name: "metadata-object", title: "with an object as metadata") {
            $0.metadata = ["order": "131", "items": [1, true, "два"], "nested": ["empty": [:], "list": []]]
        },
        OrderVariant(name: "metadata-list", title: "with a list as metadata") { $0.metadata = ["a", 1] },
        OrderVariant(name: "metadata-number", title: "with a number as metadata") { $0.metadata = 131 },
        OrderVariant(name: "metadata-emoji", title: "with letters outside of the first plane in its metadata") {
            $0.metadata = "💳 оплачено"
        },
        OrderVariant(name: "metadata-html", title: "with <, > and & in its metadata") { $0.metadata = "<b>R&D</b>" },
        OrderVariant(name: "metadata-zero", title: "with the text 0 as metadata", level: .should) { $0.metadata = "0" },
        OrderVariant(name: "metadata-false", title: "with false as metadata", level: .should) { $0.metadata = false },
    ]

    static let sessions: [OrderVariant] = [
        OrderVariant(name: "long-id", title: "in a session with 64 characters in its id") {
            $0.sessionID = "ps_" + String(repeating: "0123456789", count: 6) + "a"
        },
        OrderVariant(name: "id-beyond-numbers", title: "in a session whose id is no number that fits") {
            $0.sessionID = "ps_9007199254740993"
        },
    ]
}
