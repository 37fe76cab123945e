import JSONSchema
import StrictJSON
import Testing

@Suite("Formats")
struct FormatTests {
    static let cases: [(format: String, accepted: [String], refused: [String])] = [
        (
            "date-time", ["2025-05-27T02:03:00Z", "1998-12-31t23:59:60z"],
            ["2025-02-30T00:00:00Z", "2025-05-27 02:03:00Z", "2025-05-27T02:03:00"]
        ),
        ("date", ["2024-02-29"], ["2023-02-29", "2025-13-01", "2025-1-1"]),
        ("time", ["23:59:59.5+03:00", "02:59:60+03:00"], ["24:00:00Z", "12:00", "12:00:60Z"]),
        ("duration", ["P1Y2M3DT4H5M6S", "P2W", "PT36H"], ["P", "P1Y2W", "PT", "P1S"]),
        ("email", ["a.b@example.com", "\\\"a b\\\"@example.com", "a@[127.0.0.1]"], ["a@", "a..b@c", "@b", "a b@c"]),
        ("idn-email", ["ёж@пример.рф"], ["ёж", "ё ж@пример.рф"]),
        ("hostname", ["demo.bank131.ru"], ["-a.b", "a_b", "a..b", ""]),
        ("ipv4", ["192.168.0.1"], ["192.168.0", "256.0.0.1", "01.0.0.1"]),
        ("ipv6", ["::1", "1::d6:192.168.0.1"], ["1::2::3", "12345::", "1:2"]),
        ("uri", ["urn:bank131:payout", "https://a.b/c?d#e"], ["/a", "http://a b", "http://a/%zz"]),
        ("uri-reference", ["../a#b", ""], ["a\\\\b", "1:b"]),
        ("iri", ["https://пример.рф/ё"], ["ё"]),
        ("iri-reference", ["/ё"], ["ё<"]),
        (
            "uuid", ["2eb8aa08-aa98-11ea-b4aa-73b441d16380"],
            ["2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g"]
        ),
        ("uri-template", ["/a/{b}{?c,d}"], ["/a/{b", "{}"]),
        ("json-pointer", ["", "/a~0b/c"], ["a", "/~2"]),
        ("relative-json-pointer", ["0#", "1/a"], ["/a", "01/a"]),
        ("regex", ["^a+$", "(?=a)b", "(a)\\\\1"], ["(", "\\\\a"]),
    ]

    @Test(arguments: cases.indices)
    func `a format is asserted on request alone`(_ index: Int) throws {
        let test = Self.cases[index]
        let text = #"{"format":"\#(test.format)"}"#
        let asserted = SchemaOptions(assertsFormat: true)
        for value in test.accepted { #expect(try accepts(text, "\"\(value)\"", options: asserted), "\(value)") }
        for value in test.refused {
            #expect(try !accepts(text, "\"\(value)\"", options: asserted), "\(value)")
            #expect(try accepts(text, "\"\(value)\""))
        }
        #expect(try accepts(text, "5", options: asserted))
    }
}
