import PayoutVectors
import StrictJSON

/// Request bodies that several cases share.
enum Bodies {
    /// `token` for the widget that takes a card number.
    static let token: JSONTree = ["tokenize_widget": ["access": true]]

    /// `session/create` as on the bank's page "Payouts with a widget".
    static let create: JSONTree = ["metadata": "good"]

    /// `token/info` about a card's hash.
    static func tokenInfo(_ numberHash: String) -> JSONTree {
        [
            "type": "card",
            "card": ["type": "encrypted_card", "encrypted_card": ["number_hash": .string(numberHash)]],
        ]
    }

    /// The body of every request that only names a session.
    static func session(_ id: String) -> JSONTree { ["session_id": .string(id)] }
}
