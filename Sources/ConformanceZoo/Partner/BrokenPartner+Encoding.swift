import PayoutConformance
import PayoutContract
import PayoutVectors
import StrictJSON

extension BrokenPartner {
    /// Partners whose requests are wrong, or say something else than the order.
    static let encoders: [Specimen] = amounts + orders + shapes + examples

    private static let amounts: [Specimen] = [
        writing("writes the amount in roubles", "encode.v1.session-start-payout.plain", "ORDER.SENT") { body, _ in
            body.change("amount") { $0.number?.int64.map { JSONTree(integerLiteral: $0 / 100) } }
        },
        writing("multiplies kopecks by 100", "encode.v2.session-init-payout.odd-kopecks", "ORDER.SENT") { body, _ in
            body.change("amount") { $0.number?.int64.map { JSONTree(integerLiteral: $0 &* 100) } }
        },
        writing("writes amounts with a fraction", "encode.v1.session-start-payout.plain", "AMOUNT.MINOR_UNITS") {
            body,
            _ in
            body.change("amount") { $0.number.flatMap { JSONNumber("\($0.literal).00") }.map(JSONTree.number) }
        },
        writing("writes amounts as text", "encode.v2.session-start-payout.plain", "AMOUNT.MINOR_UNITS") { body, _ in
            body.change("amount") { $0.number.map { .string($0.literal) } }
        },
        writing("keeps amounts in 32 bits", "encode.v1.session-init-payout.large-amount", "ORDER.SENT") { body, _ in
            body.change("amount") {
                $0.number?.int64.map { JSONTree(integerLiteral: Int64(UInt32(truncatingIfNeeded: $0))) }
            }
        },
        writing("pays everything in roubles", "encode.v1.session-start-payout.other-currency", "ORDER.SENT") {
            body,
            _ in
            body.change("currency") { _ in "rub" }
        },
        writing("invents a currency", "encode.v1.session-start-payout.plain", "CURRENCY.CODE") { body, _ in
            body.change("currency") { _ in "roubles" }
        },
        writing("writes RUB", "encode.v1.session-start-payout.plain", "CURRENCY.LOWER_CASE", .should) { body, _ in
            body.change("currency") { $0.string.map { .string($0.uppercased()) } }
        },
    ]

    private static let orders: [Specimen] = [
        writing("writes names without Cyrillic", "encode.v1.session-start-payout.plain", "ORDER.SENT") { body, _ in
            body.change("full_name") { name in .string((name.string ?? "").filter(\.isASCII) + "?") }
        },
        writing("drops quotes from names", "encode.v1.session-init-payout.quoted-name", "ORDER.SENT") { body, _ in
            body.change("full_name") { $0.string.map { .string($0.replacingText("\"", with: "")) } }
        },
        writing("composes names", "encode.v1.session-init-payout.decomposed-name", "ORDER.SENT", .should) { body, _ in
            body.change("full_name") { $0.string.map { .string($0.replacingText("и\u{306}", with: "й")) } }
        },
        writing("names no recipient", "encode.v1.session-start-payout.plain", "RECIPIENT.NAME") { body, _ in
            body["participant_details"]?["recipient"]?["full_name"] = nil
        },
        writing("pays everybody to one card", "encode.v1.session-start-payout.other-hash", "ORDER.SENT") { body, _ in
            body.change("number_hash") { _ in
                "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"
            }
        },
        writing("sends a card number as hash", "encode.v1.token-info.plain", "HASH.NOT_A_CARD_NUMBER") { body, _ in
            body.change("number_hash") { _ in "4242424242424242" }
        },
        writing("writes metadata as text", "encode.v1.session-create.metadata-object", "ORDER.SENT") { body, _ in
            if let metadata = body["metadata"] { body["metadata"] = .string(JSONWriter().writeString(metadata)) }
        },
        writing("drops metadata", "encode.v2.session-start-payout.plain", "ORDER.SENT") { body, _ in
            body["metadata"] = nil
        },
        writing("drops metadata that looks false", "encode.v1.session-create.metadata-zero", "ORDER.SENT", .should) {
            body,
            _ in
            if body["metadata"] == "0" || body["metadata"] == false { body["metadata"] = nil }
        },
        writing("confirms one session only", "encode.v1.session-confirm.long-id", "ID.OPAQUE") { body, _ in
            body.change("session_id") { _ in "ps_3230" }
        },
        writing("reads ids as numbers", "encode.v2.session-status.id-beyond-numbers", "ID.OPAQUE") { body, _ in
            body.change("session_id") { id in
                Double((id.string ?? "").drop { !$0.isNumber }).map { .string("ps_\(Int64($0))") }
            }
        },
    ]

    private static let shapes: [Specimen] = [
        writing("keeps to v1 names in v2", "encode.v2.session-start-payout.plain", "MEMBER.OTHER_VERSION") { body, _ in
            body.rename("payout_details", to: "payment_method")
        },
        writing("keeps to v2 names in v1", "encode.v1.session-init-payout.plain", "MEMBER.OTHER_VERSION") { body, _ in
            body.rename("payment_method", to: "payout_details")
        },
        writing("writes the names of both versions", "encode.v1.session-start-payout.plain", "MEMBER.BOTH_VERSIONS") {
            body,
            _ in
            body["payout_details"] = body["payment_method"]
        },
        writing("leaves out the instrument", "encode.v1.session-init-payout.plain", "INSTRUMENT.REQUIRED") { body, _ in
            body["payment_method"] = nil
        },
        writing("writes names in camel case", "encode.v1.session-confirm.plain", "MEMBER.REQUIRED") { body, _ in
            body.rename("session_id", to: "sessionId")
        },
        writing("calls the session session", "encode.v1.session-status.plain", "MEMBER.REQUIRED") { body, _ in
            body.rename("session_id", to: "session")
        },
        writing("writes ids as numbers", "encode.v1.session-cancel.plain", "MEMBER.TYPE") { body, _ in
            body.change("session_id") { _ in 3_230 }
        },
        writing("forgets the amount", "encode.v1.session-init-payout.plain", "MEMBER.REQUIRED") { body, _ in
            body["amount_details"] = nil
        },
        writing("asks for no widget", "encode.v1.token.plain", "TOKEN.WIDGET") { body, _ in
            body["tokenize_widget"] = nil
        },
        writing("asks for a checkbox at another widget", "encode.v1.token.plain", "MEMBER.UNKNOWN", .should) {
            body,
            _ in
            body["tokenize_widget"]?["show_recurrent_checkbox"] = true
        },
        writing("sends a flat body", "encode.v1.session-init-payout.plain", "MEMBER.REQUIRED") { body, input in
            body = ["amount": JSONTree(integerLiteral: input.amount ?? 0), "currency": "rub", "description": "payout"]
        },
        writing("forgets what it asks about", "encode.v1.token-info.plain", "MEMBER.REQUIRED") { body, _ in
            body["type"] = nil
        },
        text("starts bodies with a byte order mark", "encode.v1.session-create.plain", "TEXT.BOM") {
            [0xEF, 0xBB, 0xBF] + $0
        },
        text("writes single quotes", "encode.v1.session-confirm.plain", "TEXT.RFC8259") {
            $0.map { $0 == 0x22 ? 0x27 : $0 }
        },
        text("writes Cyrillic in one byte", "encode.v1.session-start-payout.plain", "TEXT.UTF8") { body in
            // Windows-1251 has the Russian letters from 0xC0 on.
            String(decoding: body, as: UTF8.self).unicodeScalars
                .map { UInt8(truncatingIfNeeded: $0.value < 0x80 ? $0.value : $0.value - 0x410 + 0xC0) }
        },
        text("writes members twice", "encode.v1.session-confirm.plain", "TEXT.UNIQUE_NAMES") {
            $0.dropLast() + Array(#","session_id":"ps_3230"}"#.utf8)
        },
        text("writes form data behind the body", "encode.v1.session-confirm.plain", "TEXT.TRAILING") {
            $0 + Array("&sign=1".utf8)
        },
    ]

    private static func writing(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        _ level: Rule.Level = .must,
        _ change: @escaping @Sendable (inout JSONTree, RequestInput) -> Void
    ) -> Specimen {
        let encode: Encode = { operation, api, input in
            var tree = try JSONTree(parsing: reference.body(of: operation, api: api, input: input))
            change(&tree, input)
            return JSONWriter().write(tree)
        }
        return BrokenPartner(onEncode: encode).specimen(name, caseID, rule, level)
    }

    private static func text(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> Specimen {
        BrokenPartner(onEncode: { change(try reference.body(of: $0, api: $1, input: $2)) })
            .specimen(name, caseID, rule)
    }
}

extension JSONTree {
    /// Changes the members called `name`, wherever they stand.
    mutating func change(_ name: String, _ change: (JSONTree) -> JSONTree?) {
        guard let members else { return }
        self = .object(
            members.map { member in
                var value = member.value
                if member.name == name { value = change(value) ?? value } else { value.change(name, change) }
                return Member(name: member.name, value: value)
            }
        )
    }

    /// Gives a member another name, in its place.
    mutating func rename(_ name: String, to other: String) {
        guard let members else { return }
        self = .object(members.map { Member(name: $0.name == name ? other : $0.name, value: $0.value) })
    }
}
