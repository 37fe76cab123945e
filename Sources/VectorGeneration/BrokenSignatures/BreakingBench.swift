import PartnerSignature
import PayoutRegression
import StrictJSON

/// One body, and what is needed to sign it wrongly.
struct BreakingBench {
    let forge: SignatureForge
    /// The value of the body: members in no alphabetical order, Cyrillic, a URL, a fraction, null and empty containers.
    let tree: JSONTree
    /// A body of another message.
    let otherMessage: [UInt8]

    init(forge: SignatureForge, using generator: inout SeededRandom) {
        self.forge = forge
        let number = Int.random(in: 1_000...9_999, using: &generator)
        // Every name has a letter with two Unicode forms.
        let family = ["Андреев", "Воробьёв", "Зайцев", "Королёв"].randomElement(using: &generator) ?? ""
        let given = ["Андрей", "Сергей", "Николай", "Алексей"].randomElement(using: &generator) ?? ""
        tree = [
            "session_id": .string("ps_\(number)"),
            "payment_method": [
                "type": "card",
                "card": ["number": .string("2200\(number)0000\(number)"), "extra": [:], "flags": []],
            ],
            "participant_details": ["recipient": ["full_name": .string("\(family) \(given)")]],
            "amount_details": [
                "amount": .number(JSONNumber(Int.random(in: 100...1_000_000, using: &generator))),
                "rate": .number(JSONNumber("\(number).50") ?? 0), "currency": "rub",
            ],
            "customer": .null,
            "metadata": .string("https://shop.example/orders/\(number)?a=1&b=<2>"),
        ]
        otherMessage = Array(#"{"session_id":"ps_\#(number + 1)","metadata":"another"}"#.utf8)
    }

    /// The body in its usual form.
    var compact: [UInt8] { JSONWriter.compact.write(tree) }

    /// The body in another form.
    func written(
        _ layout: JSONWriter.Layout = .compact,
        escaping: JSONWriter.Escaping = .utf8,
        escapesSolidus: Bool = false
    ) -> [UInt8] {
        JSONWriter(layout: layout, escaping: escaping, escapesSolidus: escapesSolidus).write(tree)
    }

    /// The compact form as a text, with parts of it replaced.
    func compact(replacing text: String, with other: String) -> [UInt8] {
        Array(String(decoding: compact, as: UTF8.self).replacingText(text, with: other).utf8)
    }

    /// The request that the body belongs to.
    var request: DiagnosisEvidence.Request {
        DiagnosisEvidence.Request(
            target: "/api/v1/session/start/payout",
            headers: [
                ("Host", "localhost"), ("Date", "Tue, 24 Nov 2026 12:00:00 GMT"), ("X-PARTNER-PROJECT", "test_project"),
            ]
        )
    }

    /// Everything that a server knows beside body, value and key.
    func evidence(headers: [(name: String, value: String)] = []) -> DiagnosisEvidence {
        var request = self.request
        request.headers += headers
        return DiagnosisEvidence(
            otherKeys: [DiagnosisEvidence.NamedKey(name: "the bank's key", key: forge.keys[.bank].publicKey)],
            otherBodies: [("the request before it", otherMessage)],
            request: request
        )
    }
}
