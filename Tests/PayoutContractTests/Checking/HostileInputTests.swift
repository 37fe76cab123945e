import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

/// Inputs that try to break the check: each gives a result.
struct HostileInputTests {
    static func check(_ bytes: [UInt8], _ profile: Profile = .strict) throws -> CheckResult {
        let message = try #require(MessageType(.request(.startPayout), api: .v1))
        return try MessageVectorTests.contract.get().check(bytes, as: message, profile: profile)
    }

    static func text(_ result: CheckResult) -> String { FindingFormatter().format(result, path: "a") }

    @Test func `ten megabytes in one string`() throws {
        let bytes = Array("{\"session_id\": \"".utf8) + [UInt8](repeating: 0x61, count: 10_000_000) + Array("\"}".utf8)
        let result = try Self.check(bytes)
        #expect(!result.isAccepted)
        #expect(Self.text(result).utf8.count < 10_000)
    }

    @Test func `a megabyte of metadata is advised against and nothing else`() throws {
        let text = String(repeating: "я", count: 1 << 19)
        let body = FindingFormatterTests.body.replacing("\"good\"", with: "\"\(text)\"")
        #expect(body.utf8.count > 1 << 20)
        let result = try Self.check(Array(body.utf8))
        #expect(result.isAccepted)
        #expect(result.findings.map(\.rule) == ["METADATA.SIZE"])
        #expect(result.document?.root["metadata"]?.string == text)
        let cut = try Self.check(Array(body.utf8.prefix(1 << 20)))
        #expect(cut.findings.map(\.rule) == ["TEXT.RFC8259"])
        #expect(Self.text(cut).utf8.count < 10_000)
    }

    @Test(arguments: Profile.allCases, [127, 200, 1_000, 100_000])
    func `deep nesting`(profile: Profile, depth: Int) throws {
        let bytes =
            Array("{\"metadata\":".utf8) + [UInt8](repeating: 0x5B, count: depth)
            + [UInt8](repeating: 0x5D, count: depth) + [0x7D]
        let result = try Self.check(bytes, profile)
        #expect(!result.isAccepted)
        #expect(result.findings.contains { $0.rule == "TEXT.DEPTH" } == (depth > 127))
        #expect((result.document == nil) == (depth > (profile == .strict ? 127 : 1_000)))
        #expect(!Self.text(result).isEmpty)
    }

    @Test(
        arguments: [
            [], [0], [0, 0, 0, 0], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0x7B, 0x00], [0x22], [0x5C],
            [0x7B, 0x22],
            [0xF0, 0x9F], [0x0A, 0x0A, 0x0A], [0xED, 0xA0, 0x80], Array("{\"\\u0000\": \"\\u0000\"}".utf8),
            Array("{\"a\":\"\u{0}\"}".utf8), Array("\"\\".utf8), Array("NaN".utf8), Array("{\"a\":1e999999999}".utf8),
        ] as [[UInt8]]
    )
    func `scraps and nulls`(bytes: [UInt8]) throws {
        let result = try Self.check(bytes)
        #expect(!result.isAccepted)
        #expect(!Self.text(result).isEmpty)
    }

    @Test func `a prefix of any length of a right message gives findings or is right`() throws {
        let bytes = Array(FindingFormatterTests.body.utf8)
        for count in 0..<bytes.count - 2 {
            let result = try Self.check(Array(bytes[..<count]))
            #expect(!result.isAccepted)
            #expect(!Self.text(result).isEmpty)
        }
    }

    @Test func `very many findings are bounded, and said to be more`() throws {
        let members = (0..<5_000).map { "\"unknown\($0)\":1" }.joined(separator: ",")
        let result = try Self.check(Array("{\(members)}".utf8))
        #expect(result.findings.count == Contract.maximumFindingCount)
        #expect(result.isTruncated)
        #expect(Self.text(result).hasSuffix("a: there are more findings\n"))
    }

    @Test(arguments: Profile.allCases, ["100.00", "10000.0"])
    func `one error is found behind thousands of warnings`(profile: Profile, amount: String) throws {
        let members = (0..<5_000).map { "\"unknown\($0)\":1," }.joined()
        let body = "{" + members + FindingFormatterTests.body.dropFirst().replacing("10000", with: amount)
        let result = try Self.check(Array(body.utf8), profile)
        #expect(!result.isAccepted)
        #expect(result.findings.contains { $0.rule == "AMOUNT.MINOR_UNITS" && $0.severity == .error })
        #expect(result.isTruncated)
        #expect(result.findings.map(\.byteRange.lowerBound) == result.findings.map(\.byteRange.lowerBound).sorted())
    }

    @Test func `very long names are cut`() throws {
        let name = String(repeating: "ы", count: 1_000_000)
        let result = try Self.check(Array("{\"\(name)\": 1}".utf8))
        for finding in result.findings { #expect(finding.message.utf8.count < 1_000) }
    }

    @Test(arguments: ["1", "\"x\"", "null", "true", "[]", "[{}]", "{}"])
    func `roots of every kind`(text: String) throws {
        #expect(!(try Self.check(Array(text.utf8))).isAccepted)
    }
}
