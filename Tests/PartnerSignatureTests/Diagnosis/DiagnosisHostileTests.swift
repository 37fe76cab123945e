import PartnerSignature
import Testing

/// Input that a search could be lost in: it ends within its budget, and says what it left out.
@Suite("Diagnosis: hostile input", .timeLimit(.minutes(10))) struct DiagnosisHostileTests {
    static let values: [(name: String, value: String)] = [
        ("empty", ""), ("a megabyte of A", String(repeating: "A", count: 1 << 20)),
        ("a megabyte of quotation marks", String(repeating: "\"", count: 1 << 20)),
        ("32 KiB of percent signs", String(repeating: "%", count: 32_768)),
        ("32 KiB of commas", String(repeating: ",", count: 32_768)),
        ("32 KiB of =", String(repeating: "=", count: 32_768)),
        ("zero bytes", "\0\0\0"), ("a zero byte inside", "AAAA\0AAAA"), ("Cyrillic", "\u{416}\u{417}"),
        ("only blanks", " \t\r\n "), ("a lone quotation mark", "\""), ("0x", "0x"), ("three points", "eyJ.."),
        ("a PEM line", "-----BEGIN SIGNATURE-----"), ("signature=\"", "signature=\""), ("backslashes", "\\\\\\u00"),
        ("one character", "A"), ("a DER header", "MIIB"), ("an OCTET STRING of no length", "BIIA"),
    ]

    @Test(arguments: values)
    func `no header value breaks the search`(_ example: (name: String, value: String)) throws {
        let key = try PublishedKeys.partner.get().publicKey
        let diagnosis = SignatureDiagnosis.explain(example.value, over: Array("{}".utf8), key: key)
        #expect(diagnosis.fault != nil)
        #expect(diagnosis.candidateCount <= DiagnosisBudget.standard.candidateCount)
    }

    static let bodies: [(name: String, bytes: [UInt8])] = [
        ("10 MB that are no UTF-8", [UInt8](repeating: 0xFF, count: 10_000_000)),
        ("deep arrays", [UInt8](repeating: 0x5B, count: 100_000)),
        (
            "128 levels",
            Array((String(repeating: "{\"a\":", count: 127) + "{}" + String(repeating: "}", count: 127)).utf8)
        ),
        ("many members", Array("{\((0..<2_000).map { "\"m\($0)\":null" }.joined(separator: ","))}".utf8)),
        ("many small arrays", Array("[\(Array(repeating: "[]", count: 50_000).joined(separator: ","))]".utf8)),
        ("lone surrogates", Array(#"{"a":"\ud800","b":"\udc00\ud800x","c":"\ud83d\ude00"}"#.utf8)),
        ("equal names", Array(#"{"a":1,"a":null,"a":{}}"#.utf8)),
        ("numbers out of range", Array(#"{"a":1e400,"b":-1e-400,"c":123456789012345678901234567890,"d":-0}"#.utf8)),
        ("marks in no order", Array("{\"a\":\"e\u{323}\u{302}\u{302}\u{323}\u{301}\"}".utf8)),
        ("a mark first", Array("\"\u{301}\u{301}\"".utf8)), ("a scalar", Array("1".utf8)),
        ("an empty string", [0x22, 0x22]),
        ("blanks", [0x20, 0x0A]), ("a byte order mark alone", [0xEF, 0xBB, 0xBF]), ("no byte", []),
        ("escapes at the end", Array(#""\\\\\"\/\u0041""#.utf8)),
        ("an array of arrays", Array("[[1,[2,{\"a\":[]}]]]".utf8)),
    ]

    @Test(arguments: bodies)
    func `no body breaks the search`(_ example: (name: String, bytes: [UInt8])) throws {
        let keys = try PublishedKeys.partner.get()
        let value = try keys.privateKey.sign(Array("something else".utf8))
        let diagnosis = SignatureDiagnosis.explain(value, over: example.bytes, key: keys.publicKey)
        guard case .somethingElse = diagnosis.conclusion else {
            Issue.record("concluded \(diagnosis.sentence)")
            return
        }
        #expect(diagnosis.candidateCount <= DiagnosisBudget.standard.candidateCount)
    }

    @Test func `a family that a large body skips is not told to be ruled out`() throws {
        let keys = try PublishedKeys.partner.get()
        let body = [UInt8](repeating: 0x31, count: 300_000)
        let value = try keys.privateKey.sign(Array("something else".utf8))
        let diagnosis = SignatureDiagnosis.explain(value, over: body, key: keys.publicKey)
        #expect(diagnosis.isBudgetSpent)
        #expect(!diagnosis.ruledOut.contains { $0.contains("the same JSON") })
    }

    @Test func `hundreds of keys, messages and header fields are not all tried`() throws {
        let keys = try PublishedKeys.partner.get()
        let other = try PublishedKeys.other.get()
        var evidence = DiagnosisEvidence(
            otherKeys: Array(repeating: .init(name: "other", key: other.publicKey), count: 500),
            request: .init(target: "/", headers: Array(repeating: ("a", try keys.privateKey.sign([1])), count: 500))
        )
        evidence.otherBodies = Array(repeating: ("other", [UInt8](repeating: 0x20, count: 100)), count: 500)
        let diagnosis = SignatureDiagnosis.explain("AAAA", over: [], key: keys.publicKey, evidence: evidence)
        #expect(diagnosis.candidateCount <= DiagnosisBudget.standard.candidateCount)
    }

    @Test func `a budget of nothing still tells the recovered digest`() throws {
        let keys = try PublishedKeys.partner.get()
        let diagnosis = SignatureDiagnosis.explain(
            try keys.privateKey.sign(Array("{}\n".utf8)),
            over: Array("{}".utf8),
            key: keys.publicKey,
            budget: DiagnosisBudget(candidateCount: 0)
        )
        #expect(diagnosis.isBudgetSpent)
        #expect(diagnosis.candidateCount == 0)
        #expect(diagnosis.digestInfo == SHA256Digest(of: Array("{}\n".utf8)).digestInfo)
    }
}
