import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON
import TestSupport
import Testing

@testable import PayoutRegression

@Suite("Traffic: replaying") struct ReplayTests {
    private static func start(card number: String, metadata: String = "1") -> String {
        #"{"session_id":"ps_1","payment_method":{"type":"card","card":{"type":"bank_card","bank_card":"#
            + #"{"number":"\#(number)"}}},"participant_details":{"recipient":{"full_name":"A B"}},"#
            + #""amount_details":{"amount":1,"currency":"rub"},"metadata":\#(metadata)}"#
    }

    private static func exchange(_ body: String, _ target: String = "/api/v1/session/start/payout") -> String {
        let encoded = Base64.encode(Array(body.utf8))
        return
            #"{"kind":"exchange","at":1,"request":{"method":"POST","target":"\#(target)","body_base64":"\#(encoded)"}}"#
    }

    private static func summary(_ lines: [String], _ replay: Replay, threads: Int = 1) throws -> ReplaySummary {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "traffic.ndjson")
        return try replay.run(file: file, threads: threads, minimumPartByteCount: 1_000)
    }

    private static func stricter() throws -> Replay {
        let old = try Contract(vectors: VectorSet.embedded.revision(named: "2024-05-24"))
        let new = try Contract(vectors: VectorSet.embedded.revision(named: "2024-04-19"))
        return Replay(name: "2024-04-19", contract: new, old: ("2024-05-24", old))
    }

    @Test func `exactly the messages that change their verdict are counted, by rule`() throws {
        let numbers = ["378282246310005", "4242424242424242", "30569309025904", "12"]
        let summary = try Self.summary(numbers.map { Self.exchange(Self.start(card: $0)) }, Self.stricter())
        let counts = try #require(summary.messages["session/start/payout (v1)"])
        #expect(counts == .init(total: 4, refused: 3, broken: 2, mended: 0))
        let place = "/payment_method/card/bank_card/number"
        let key = ReplaySummary.RuleKey(
            effect: "broken",
            rule: "CARD.NUMBER",
            message: "session/start/payout (v1)",
            place: place
        )
        #expect(summary.rules[key] == 2)
        #expect(summary.text.contains("session/start/payout (v1): 2 of 4 break, 0 are right now\n"))
    }

    @Test func `a message that the new contract does not have breaks`() throws {
        let old = try Contract.embedded()
        let new = try Contract(vectors: VectorSet.embedded.revision(named: "2024-05-30"))
        let replay = Replay(name: "2024-05-30", contract: new, old: ("current", old))
        let line = Self.exchange(#"{"session_id":"ps_1"}"#, "/api/v2/session/confirm")
        let summary = try Self.summary([line], replay)
        #expect(summary.messages["session/confirm (v2)"]?.broken == 1)
    }

    @Test(arguments: [
        (#"{"kind":"start","at":1,"version":1,"resumes":false,"seed":"1"}"#, 0, 0, 0),
        (#"{"kind":"step","at":1,"changes":[]}"#, 0, 0, 0),
        ("not json", 0, 1, 0), (#"{"kind":"exchange","at":1}"#, 0, 1, 0),
        (#"{"kind":"exchange","at":1,"request":{"target":"/x","body_base64":"e30="}}"#, 0, 0, 1),
        (#"{"kind":"exchange","at":1,"request":{"target":"/api/v1/session/create","body_base64":"?"}}"#, 0, 1, 0),
        (#"{"message":"session/create","api":"v2","body":"{}"}"#, 1, 0, 0),
        (#"{"session_id":"ps_1"}"#, 1, 0, 0),
    ])
    func `each kind of line is read for what it is`(
        _ line: String,
        _ messages: Int,
        _ unreadable: Int,
        _ unknown: Int
    ) throws {
        let summary = try Self.summary([line], Replay(name: "current", contract: .embedded()))
        #expect(summary.messages.values.map(\.total).reduce(0, +) == messages)
        #expect(summary.unreadableCount == unreadable)
        #expect(summary.unknownCount == unknown)
        #expect(summary.lineCount == 1)
    }

    @Test func `a delivery of the sandbox is a webhook of the version that its names tell`() throws {
        for (name, version) in [("payments", "v1"), ("payout_list", "v2")] {
            let body = #"{"type":"ready_to_confirm","session":{"id":"ps_1","\#(name)":[]}}"#
            let line =
                #"{"kind":"delivery","at":1,"id":1,"type":"ready_to_confirm","status":200,"body_base64":"#
                + "\"\(Base64.encode(Array(body.utf8)))\"}"
            let summary = try Self.summary([line], Replay(name: "current", contract: .embedded()))
            #expect(Array(summary.messages.keys) == ["webhook/ready_to_confirm (\(version))"])
        }
    }

    @Test func `any number of threads and any split into files give the same counts`() throws {
        let lines = (0..<60)
            .map { Self.exchange(Self.start(card: $0 % 3 == 0 ? "378282246310005" : "4242424242424242")) }
        let replay = try Self.stricter()
        let whole = try Self.summary(lines, replay)
        #expect(whole.lineCount == 60)
        #expect(whole.messages["session/start/payout (v1)"]?.broken == 20)
        for threads in [2, 3, 5] { #expect(try Self.summary(lines, replay, threads: threads) == whole) }
        var joined = replay.emptySummary
        for part in [lines[..<1], lines[1..<25], lines[25...]] {
            let summary = try Self.summary(Array(part), replay)
            joined.add(try #require(ReplaySummary(JSONTree(parsing: JSONWriter.compact.write(summary.json)))))
        }
        #expect(joined == whole)
    }

    @Test func `a masked journal is said to be one, also after its parts were joined`() throws {
        let replay = Replay(name: "current", contract: try .embedded())
        let start = #"{"kind":"start","at":1,"version":1,"seed":"1","resumes":false,"masked":true}"#
        let masked = try Self.summary([start], replay)
        #expect(masked.isMasked)
        var joined = try Self.summary([#"{"session_id":"ps_1"}"#], replay)
        #expect(!joined.isMasked)
        joined.add(try #require(ReplaySummary(JSONTree(parsing: JSONWriter.compact.write(masked.json)))))
        #expect(joined.isMasked)
        #expect(joined.text.contains("personal data are masked"))
    }

    @Test func `an answer that the sandbox spoiled on demand is no message of the bank`() throws {
        let line = Self.exchange(#"{"session_id":"ps_1"}"#, "/api/v1/session/confirm").dropLast()
        let spoiled = line + #","answer":{"status":200,"headers":[],"body_base64":"eyI=","goes_wrong_by_order":true}}"#
        let summary = try Self.summary([String(spoiled)], Replay(name: "current", contract: .embedded()))
        #expect(summary.messages.map(\.key) == ["session/confirm (v1)"])
    }

    @Test func `an HTTP Archive is read, bodies in Base64 too`() throws {
        let har = """
            {"log":{"version":"1.2","entries":[{"time":12.5,"request":{"method":"POST",
            "url":"https://demo.bank131.ru/api/v1/session/status","headers":[{"name":"X-A","value":"b"}],
            "postData":{"mimeType":"application/json","text":"{\\"session_id\\":\\"ps_1\\"}"}},
            "response":{"status":200,"headers":[],"content":{"text":"e30=","encoding":"base64"}}}]}}
            """
        let records = try HARImport.records(JSONDocument(parsing: har))
        let record = try #require(records.first)
        #expect(record.target == "/api/v1/session/status")
        #expect(record.requestBody == Array(#"{"session_id":"ps_1"}"#.utf8))
        #expect(record.answerBody == Array("{}".utf8))
        #expect(record.duration == 12_500)
        #expect(throws: HARImport.Failure.self) { try HARImport.records(JSONDocument(parsing: "{}")) }
    }
}

@Suite("Traffic: drift") struct DriftTests {
    private static let usual = """
        {"type":"ready_to_confirm","session":{"id":"ps_3230","status":"in_progress","created_at":"2025-05-27T02:03:00.000000Z",\
        "updated_at":"2025-05-27T02:03:00.000000Z","next_action":"confirm","payments":[{"id":"po_2025","status":"pending",\
        "created_at":"2025-05-27T02:03:00.000000Z","payment_method":{"type":"card","card":{"last4":"4940","brand":"mir"}},\
        "amount_details":{"amount":10000,"currency":"rub"}}]}}
        """

    private static func shapes(_ body: String, milliseconds: Int64 = 10, count: Int = 3) throws -> MessageShapes {
        var shapes = MessageShapes()
        let line = """
            {"kind":"delivery","at":1,"duration":\(milliseconds * 1_000),"body_base64":"\(Base64.encode(Array(body.utf8)))"}
            """
        for number in 1...count {
            try shapes.look(at: NDJSONLine(number: number, offset: 0, bytes: Array(line.utf8)), by: .embedded())
        }
        return shapes
    }

    private static func drift(_ old: String, _ new: String) throws -> [String] {
        let changed = usual.replacing(old, with: new)
        try #require(changed != usual)
        return Drift.between(try shapes(usual), try shapes(changed)).map(\.description)
    }

    @Test func `the same messages have not drifted, also by way of a file`() throws {
        let shapes = try Self.shapes(Self.usual)
        #expect(Drift.between(shapes, shapes).isEmpty)
        #expect(MessageShapes(try JSONTree(parsing: JSONWriter.pretty.write(shapes.json))) == shapes)
    }

    @Test(arguments: [
        (
            #""brand":"mir""#, #""brand":"mir","level":"gold""#, "new-member",
            "/session/payments/*/payment_method/card/level"
        ),
        (#","brand":"mir""#, "", "member-gone", "/session/payments/*/payment_method/card/brand"),
        (#""amount":10000"#, #""amount":"10000""#, "changed-type", "/session/payments/*/amount_details/amount"),
        (#""currency":"rub""#, #""currency":"kzt""#, "new-value", "/session/payments/*/amount_details/currency"),
        ("00.000000Z\",\"next", "00Z\",\"next", "changed-form", "/session/updated_at"),
        (
            "00.000000Z\",\"next", "00.000Z\",\"next", "changed-form",
            "/session/updated_at: 9999-99-99a99:99:99.999999a became 9999-99-99a99:99:99.999a"
        ),
        (
            #""id":"ps_3230","status":"in_progress""#, #""status":"in_progress","id":"ps_3230""#, "changed-order",
            "/session"
        ),
        (#""last4":"4940""#, #""last4":"494""#, "new-refusal", "MEMBER.FORMAT"),
    ])
    func `each kind of drift is found where it is`(
        _ old: String,
        _ new: String,
        _ kind: String,
        _ place: String
    ) throws {
        let drift = try Self.drift(old, new)
        #expect(drift.contains { $0.hasPrefix("\(kind): webhook/ready_to_confirm (v1) \(place)") }, "\(drift)")
    }

    @Test func `slower answers are drift, and a member that is sometimes missing`() throws {
        let fast = try Self.shapes(Self.usual, milliseconds: 10)
        let slow = Drift.between(fast, try Self.shapes(Self.usual, milliseconds: 400))
        #expect(slow.map(\.kind) == [.slower])
        let faster = try Self.shapes(Self.usual, milliseconds: 1)
        #expect(Drift.between(faster, fast).isEmpty, "a few milliseconds are noise")
        var mixed = try Self.shapes(Self.usual)
        mixed.add(try Self.shapes(Self.usual.replacing(#","brand":"mir""#, with: ""), count: 1))
        let drift = Drift.between(fast, mixed).filter { $0.kind == .memberMissing }
        #expect(drift.map(\.detail) == ["in 1 of 4"])
    }

    @Test func `no personal data is kept`() throws {
        let body = Self.usual.replacing(
            #""amount_details":{"#,
            with:
                #""participant_details":{"recipient":{"full_name":"Ivanov","account":"40817810400003869535"}},"amount_details":{"#
        )
        let kept = JSONWriter.compact.writeString(try Self.shapes(body).json)
        #expect(!kept.contains("Ivanov"))
        #expect(!kept.contains("40817810400003869535"))
        #expect(!kept.contains("ps_3230"))
    }
}
