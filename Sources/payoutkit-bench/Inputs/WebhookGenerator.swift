import PayoutRegression
import StrictJSON

/// Makes valid webhooks of API v1 that all differ, the same ones for the same seed.
struct WebhookGenerator {
    private static let names = [
        "Иванов Иван Иванович", "Петрова Мария Сергеевна", "Ольга Ким", "Ivanov Ivan", "O'Brien \"Mac\" Sean",
        "Салтыков-Щедрин Михаил Евграфович",
    ]

    private var generator: SeededRandom

    init(seed: UInt64) {
        generator = SeededRandom(seed: seed)
    }

    /// The next webhook: one to three payouts that wait for confirmation, or are finished.
    mutating func next() -> JSONTree {
        let waits = Bool.random(using: &generator)
        let fails = !waits && generator.pick([true, false, false, false])
        var session: JSONTree = [
            "id": .string("ps_\(generator.digits(Int.random(in: 4...9, using: &generator)))"),
            "status": waits ? "in_progress" : fails ? "error" : "accepted",
            "created_at": time(),
            "updated_at": time(),
        ]
        if waits { session["next_action"] = "confirm" }
        session["payments"] = .array(
            (0..<Int.random(in: 1...3, using: &generator)).map { _ in payout(waits: waits, fails: fails) }
        )
        return ["type": waits ? "ready_to_confirm" : "payment_finished", "session": session]
    }

    private mutating func payout(waits: Bool, fails: Bool) -> JSONTree {
        var payout: JSONTree = [
            "id": .string("po_\(generator.digits(Int.random(in: 4...9, using: &generator)))"),
            "status": waits ? "pending" : fails ? "failed" : "succeeded",
            "created_at": time(),
            "payment_method": ["type": "card", "card": card()],
            "participant_details": ["recipient": ["full_name": .string(generator.pick(Self.names))]],
            "amount_details": [
                "amount": .number(JSONNumber(Int.random(in: 1...99_999_999, using: &generator))),
                "currency": .string(generator.pick(["rub", "rub", "rub", "usd", "eur"])),
            ],
            "metadata": metadata(),
        ]
        guard !waits else { return payout }
        payout["finished_at"] = time()
        if fails {
            payout["error"] = ["code": "declined_by_issuer_bank", "description": "Declined by the issuer"]
        } else {
            payout["transaction_info"] = [
                "rrn": .string(generator.digits(12)), "auth_code": .string(generator.digits(6)),
            ]
        }
        return payout
    }

    private mutating func card() -> JSONTree {
        [
            "last4": .string(generator.digits(4)),
            "brand": .string(generator.pick(["mir", "visa", "mastercard"])),
            "bin": .string(generator.digits(6)),
            "country_iso3": .string(generator.pick(["RUS", "KAZ", "ARM"])),
        ]
    }

    private mutating func metadata() -> JSONTree {
        generator.pick([
            "good",
            .string("https://shop.example/orders/\(generator.digits(7))"),
            [
                "order": .string(generator.digits(8)),
                "note": "line one\nline two",
                "lines": [.number(JSONNumber(Int.random(in: 1...9, using: &generator))), .null, true],
            ],
        ])
    }

    private mutating func time() -> JSONTree {
        func two(_ range: ClosedRange<Int>) -> String {
            let number = Int.random(in: range, using: &generator)
            return number < 10 ? "0\(number)" : "\(number)"
        }
        let date = "2025-\(two(1...12))-\(two(1...28))"
        return .string("\(date)T\(two(0...23)):\(two(0...59)):\(two(0...59)).\(generator.digits(6))Z")
    }
}

extension WebhookGenerator {
    /// An array of webhooks as one compact JSON text.
    static func array(count: Int, seed: UInt64) -> [UInt8] {
        var generator = WebhookGenerator(seed: seed)
        var text: [UInt8] = []
        for number in 0..<count {
            text.append(number == 0 ? 0x5B : 0x2C)
            text += JSONWriter.compact.write(generator.next())
        }
        text.append(0x5D)
        return text
    }

    /// A file with one compact webhook a line; it is never in memory as a whole.
    static func lines(count: Int, seed: UInt64) throws(BenchError) -> (file: ScratchFile, byteCount: Int) {
        let file = try ScratchFile()
        var generator = WebhookGenerator(seed: seed)
        var pending: [UInt8] = []
        var byteCount = 0
        for number in 1...count {
            pending += JSONWriter.compact.write(generator.next())
            pending.append(0x0A)
            guard pending.count > 1 << 20 || number == count else { continue }
            try file.append(pending)
            byteCount += pending.count
            pending.removeAll(keepingCapacity: true)
        }
        return (file, byteCount)
    }
}
