import PartnerSignature
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
    static let tabbed = indented(by: [0x09])
    static let oldMac = prettyTwo.map { $0 == 0x0A ? 0x0D : $0 }
    static let withMark = [0xEF, 0xBB, 0xBF] + confirm
    static let composed = JSONWriter.compact.write(composedName)
    static let decomposed = JSONWriter.compact.write(decomposedName)

    static let escapedInCapitals = escaped.indices.map { index -> UInt8 in
        // Digits of an escape stand one to four bytes after \u.
        let isDigit = (2...5).contains { index >= $0 && escaped[index - $0] == 0x5C && escaped[index - $0 + 1] == 0x75 }
        return isDigit && escaped[index] >= 0x61 ? escaped[index] - 0x20 : escaped[index]
    }
    static let inWindows1251 = text.unicodeScalars.map { scalar -> UInt8 in
        // U+0410 to U+044F are the letters from C0 on; the sample has no other letters beyond ASCII.
        scalar.isASCII
            ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(truncatingIfNeeded: scalar.value - 0x410 + 0xC0)
    }
    static let inUTF16 = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    static let inASCII = text.utf16.map { $0 < 0x80 ? UInt8(truncatingIfNeeded: $0) : 0x3F }
    static let compactWithFraction = Array(text.replacingText("10000,", with: "10000.0,").utf8)
    static let sortedWithNewline = JSONWriter.compact.write(sorted(startPayout)) + [0x0D, 0x0A]
    static let percentEncoded = confirm.flatMap { byte -> [UInt8] in
        let isLetter = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        return isLetter ? [byte] : Array("%\(Hexadecimal.encode([byte]).uppercased())".utf8)
    }

    private static let text = String(decoding: compact, as: UTF8.self)

    private static func sorted(_ tree: JSONTree) -> JSONTree {
        guard let members = tree.members else { return tree }
        return .object(
            members.map { JSONTree.Member(name: $0.name, value: sorted($0.value)) }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        )
    }

    /// `prettyTwo` with another unit of indentation.
    private static func indented(by unit: [UInt8]) -> [UInt8] {
        let lines = prettyTwo.split(separator: 0x0A, omittingEmptySubsequences: false)
        let indented = lines.map { line in
            let depth = line.prefix { $0 == 0x20 }.count / 2
            return Array(repeatElement(unit, count: depth).joined()) + line.drop { $0 == 0x20 }
        }
        return Array(indented.joined(separator: [0x0A]))
    }

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
