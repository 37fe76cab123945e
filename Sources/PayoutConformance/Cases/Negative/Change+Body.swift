import PayoutVectors
import StrictJSON

extension Change {
    /// What is wrong with the text of a body, whatever it says.
    static let texts: [Change] = [
        Change(
            name: "not-json",
            title: "with half a body",
            rule: "TEXT.RFC8259",
            refusal: .badRequest,
            place: .bytes { Array($0.dropLast()) }
        ),
        Change(
            name: "empty-body",
            title: "without a body",
            rule: "TEXT.RFC8259",
            refusal: .badValue,
            place: .bytes { _ in [] }
        ),
        Change(
            name: "trailing-bytes",
            title: "with something behind the object",
            rule: "TEXT.TRAILING",
            refusal: .badRequest,
            place: .bytes { $0 + Array("{}".utf8) }
        ),
        Change(
            name: "not-utf8",
            title: "with a byte that is not UTF-8",
            rule: "TEXT.UTF8",
            refusal: .badRequest,
            place: .bytes { bytes in
                guard let quote = bytes.lastIndex(of: UInt8(ascii: "\"")) else { return bytes + [0xFF] }
                return bytes[..<quote] + [0xFF] + bytes[quote...]
            }
        ),
        Change(
            name: "duplicate-name",
            title: "with a member twice",
            rule: "TEXT.UNIQUE_NAMES",
            level: .should,
            refusal: .badRequest,
            place: .bytes { Array($0.dropLast()) + Array(",\"metadata\":\"good\"}".utf8) }
        ),
    ]

    /// What is wrong with the amount of a payout.
    static let amounts: [Change] = [
        amount("float-amount", "with the amount 100.00", "100.00", rule: "AMOUNT.MINOR_UNITS", refusal: .badRequest),
        amount("exponent-amount", "with the amount 1e4", "1e4", rule: "AMOUNT.MINOR_UNITS", level: .should),
        Change(
            name: "string-amount",
            title: "with the amount as a string",
            rule: "AMOUNT.MINOR_UNITS",
            refusal: .badRequest,
            place: .body { $0["amount_details"]?["amount"] = "10000" }
        ),
        amount("zero-amount", "with the amount 0", "0", rule: "AMOUNT.POSITIVE"),
        amount("negative-amount", "with a negative amount", "-10000", rule: "AMOUNT.POSITIVE"),
        Change(
            name: "no-currency",
            title: "without a currency",
            rule: "MEMBER.REQUIRED",
            refusal: .badRequest,
            place: .body { $0["amount_details"]?["currency"] = nil }
        ),
        Change(
            name: "no-such-currency",
            title: "with a currency that is no code",
            rule: "CURRENCY.CODE",
            refusal: .badValue,
            place: .body { $0["amount_details"]?["currency"] = "roubles" }
        ),
    ]

    /// What is wrong with whom a payout goes to.
    static let recipients: [Change] = [
        Change(
            name: "instrument-of-other-type",
            title: "whose payment_method is not what its type says",
            rule: "INSTRUMENT.MATCHES_TYPE",
            refusal: .badRequest,
            place: .body { $0["payment_method"]?["type"] = "wallet" }
        ),
        Change(
            name: "both-versions",
            title: "with payment_method and payout_details",
            rule: "MEMBER.BOTH_VERSIONS",
            level: .should,
            refusal: .badRequest,
            place: .body { $0["payout_details"] = $0["payment_method"] }
        ),
        Change(
            name: "no-recipient-name",
            title: "without the recipient's name",
            rule: "RECIPIENT.NAME",
            level: .should,
            refusal: .badRequest,
            place: .body { $0["participant_details"]?["recipient"]?["full_name"] = nil }
        ),
        hash("blank-hash", "with a blank number_hash", " ", rule: "HASH.NOT_BLANK", level: .must),
        hash(
            "card-number-as-hash",
            "with a card number as number_hash",
            "4242424242424242",
            rule: "HASH.NOT_A_CARD_NUMBER",
            level: .should
        ),
        hash(
            "unknown-hash",
            "with a number_hash that the widget never gave",
            String(repeating: "0123456789abcdef", count: 4),
            rule: "HASH.KNOWN",
            level: .should
        ),
    ]

    /// What is missing from a payout that is begun by `session/start/payout` or `session/init/payout`.
    static func missing(instrument: RuleID, amount: RuleID) -> [Change] {
        [
            Change(
                name: "no-instrument",
                title: "without a payment_method",
                rule: instrument,
                refusal: .badRequest,
                place: .body { $0["payment_method"] = nil }
            ),
            Change(
                name: "no-amount",
                title: "without an amount",
                rule: amount,
                refusal: .badRequest,
                place: .body { $0["amount_details"] = nil }
            ),
        ]
    }

    /// What is wrong with the session that a request names.
    static let sessions: [Change] = [
        Change(
            name: "no-session-id",
            title: "without session_id",
            rule: "MEMBER.REQUIRED",
            refusal: .badRequest,
            place: .body { $0["session_id"] = nil }
        ),
        Change(
            name: "session-id-number",
            title: "with a number as session_id",
            rule: "MEMBER.TYPE",
            refusal: .badRequest,
            place: .body { $0["session_id"] = 3_230 }
        ),
        Change(
            name: "unknown-session",
            title: "about a session that does not exist",
            rule: "SESSION.UNKNOWN",
            refusal: .badValue,
            place: .body { $0["session_id"] = "ps_999999999999" }
        ),
    ]

    private static func amount(
        _ name: String,
        _ title: String,
        _ literal: String,
        rule: RuleID,
        level: Rule.Level = .must,
        refusal: Refusal = .badValue
    ) -> Change {
        Change(
            name: name,
            title: title,
            rule: rule,
            level: level,
            refusal: refusal,
            place: .body { body in
                guard let number = JSONNumber(literal) else { return }
                body["amount_details"]?["amount"] = .number(number)
            }
        )
    }

    private static func hash(_ name: String, _ title: String, _ hash: String, rule: RuleID, level: Rule.Level) -> Change
    {
        Change(
            name: name,
            title: title,
            rule: rule,
            level: level,
            refusal: .badValue,
            place: .body { body in
                body["payment_method"]?["card"]?["encrypted_card"]?["number_hash"] = .string(hash)
            }
        )
    }
}
