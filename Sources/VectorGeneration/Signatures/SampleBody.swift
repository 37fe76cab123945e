import StrictJSON

/// Bodies that the cases sign: the bank's own examples and forms in which encoders write them.
enum SampleBody {
    /// The request `session/start/payout` of the bank's page "Payouts with a widget" (payouts/payout-widget).
    static let startPayout: JSONTree = startPayout(name: "Иванов Иван Иванович", metadata: "good")

    /// A request with a URL, in which some encoders write `/` as `\/`.
    static let withURL = startPayout(name: "Иванов Иван Иванович", metadata: "https://shop.example/orders/1")

    /// One name in both of its Unicode forms: the letter й as one scalar (NFC) and as и with a breve (NFD).
    static let composedName = startPayout(name: "Андре\u{439}", metadata: "good")
    static let decomposedName = startPayout(name: "Андре\u{438}\u{306}", metadata: "good")

    /// The request `session/confirm` of the bank's page.
    static let confirm = Array(#"{"session_id":"ps_3230"}"#.utf8)

    static let compact = JSONWriter.compact.write(startPayout)
    static let spaced = JSONWriter(layout: .spaced).write(startPayout)
    static let prettyTwo = JSONWriter(layout: .pretty(indent: 2)).write(startPayout)
    static let prettyFour = JSONWriter(layout: .pretty(indent: 4)).write(startPayout)
    static let escaped = JSONWriter(escaping: .ascii).write(startPayout)
    static let windows = prettyTwo.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    static let plainSolidus = JSONWriter.compact.write(withURL)
    static let escapedSolidus = JSONWriter(escapesSolidus: true).write(withURL)
    static let composed = JSONWriter.compact.write(composedName)
    static let decomposed = JSONWriter.compact.write(decomposedName)

    private static func startPayout(name: String, metadata: String) -> JSONTree {
        [
            "session_id": "ps_3230",
            "payment_method": [
                "type": "card",
                "card": [
                    "type": "encrypted_card",
                    "encrypted_card": [
                        "number_hash": "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"
                    ],
                ],
            ],
            "participant_details": ["recipient": ["full_name": .string(name)]],
            "amount_details": ["amount": 10_000, "currency": "rub"],
            "metadata": .string(metadata),
        ]
    }
}
