import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Breakage {
    /// Banks that take bodies which the contract forbids, or refuse some that it allows.
    static let bodies: [Breakage] = [
        .repairs("takes a fraction", "bank.start.float-amount", "AMOUNT.MINOR_UNITS") { body in
            if body["amount_details"]?["amount"]?.number?.literal == "100.00" {
                body["amount_details"]?["amount"] = 10_000
            }
        },
        .repairs("takes an amount as a string", "bank.init.string-amount", "AMOUNT.MINOR_UNITS") { body in
            if body["amount_details"]?["amount"]?.string != nil { body["amount_details"]?["amount"] = 10_000 }
        },
        .repairs("takes nothing as an amount", "bank.start.zero-amount", "AMOUNT.POSITIVE") { body in
            if body["amount_details"]?["amount"]?.number?.literal == "0" { body["amount_details"]?["amount"] = 1 }
        },
        .repairs("takes less than nothing", "bank.start.negative-amount", "AMOUNT.POSITIVE") { body in
            if body["amount_details"]?["amount"]?.number?.literal == "-10000" { body["amount_details"]?["amount"] = 1 }
        },
        .repairs("makes up an amount", "bank.start.no-amount", "START.COMPLETE") { body in
            if body["session_id"] != nil, body["payment_method"] != nil, body["amount_details"] == nil {
                body["amount_details"] = ["amount": 1, "currency": "rub"]
            }
        },
        .repairs("makes up a currency", "bank.init.no-currency", "MEMBER.REQUIRED") { body in
            if body["amount_details"] != nil, body["amount_details"]?["currency"] == nil {
                body["amount_details"]?["currency"] = "rub"
            }
        },
        .repairs("takes any word as a currency", "bank.start.no-such-currency", "CURRENCY.CODE") { body in
            if body["amount_details"]?["currency"]?.string == "roubles" { body["amount_details"]?["currency"] = "rub" }
        },
        .repairs("takes a blank hash", "bank.start.blank-hash", "HASH.NOT_BLANK") { body in
            if body["payment_method"]?["card"]?["encrypted_card"]?["number_hash"]?.string == " " {
                body["payment_method"]?["card"]?["encrypted_card"]?["number_hash"] =
                    "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"
            }
        },
        .repairs(
            "doesn't look at the type of the instrument",
            "bank.start.instrument-of-other-type",
            "INSTRUMENT.MATCHES_TYPE"
        ) { body in
            if body["payment_method"]?["type"]?.string == "wallet" { body["payment_method"]?["type"] = "card" }
        },
        .request("takes half a body", "bank.create.not-json", "TEXT.RFC8259") { request, tools in
            guard tools.isRightlySigned(request), request.body.last == UInt8(ascii: "\"") else {
                return .forward(request)
            }
            return .forward(try tools.signed(request, request.body + [UInt8(ascii: "}")]))
        },
        .request("stops reading behind the first object", "bank.create.trailing-bytes", "TEXT.TRAILING") {
            request,
            tools in
            guard tools.isRightlySigned(request), request.body.suffix(3).elementsEqual("}{}".utf8) else {
                return .forward(request)
            }
            return .forward(try tools.signed(request, request.body.dropLast(2)))
        },
        .request("takes bytes that are not UTF-8", "bank.start.not-utf8", "TEXT.UTF8") { request, tools in
            guard tools.isRightlySigned(request), request.body.contains(0xFF) else { return .forward(request) }
            return .forward(try tools.signed(request, request.body.filter { $0 != 0xFF }))
        },
        .request("refuses an empty array", "bank.create.empty-array", "ENVELOPE.CONTENT") { request, tools in
            guard request.body == Array("[]".utf8) else { return .forward(request) }
            return .forward(try tools.signed(request, []))
        },
        .request("refuses escapes", "bank.text.escaped", "TEXT.RFC8259") { request, tools in
            guard request.body.contains(UInt8(ascii: "\\")) else { return .forward(request) }
            return .forward(try tools.signed(request, Array("\\".utf8)))
        },
        .request("refuses RUB", "bank.currency.upper-case", "CURRENCY.CODE") { request, tools in
            guard (try? JSONTree(parsing: request.body))?["amount_details"]?["currency"]?.string == "RUB" else {
                return .forward(request)
            }
            return .forward(try tools.signed(request, []))
        },
        .repairs("forgets the metadata", "bank.echo.metadata-object", "SESSION.ECHO") { body in
            if body["metadata"]?.members != nil { body["metadata"] = nil }
        },
    ]
}
