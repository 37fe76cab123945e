import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

struct FindingFormatterTests {
    static let body = """
        {
          "session_id": "ps_3230",
          "payment_method": {
            "type": "card",
            "card": {
              "type": "encrypted_card",
              "encrypted_card": {"number_hash": "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"}
            }
          },
          "participant_details": {
            "recipient": {"full_name": "Иванов Иван Иванович"}
          },
          "amount_details": {
            "amount": 10000,
            "currency": "rub"
          },
          "metadata": "good"
        }

        """

    static func check(_ body: String, as name: String = "session/start/payout") throws -> CheckResult {
        let message = try #require(MessageType(name: name, api: .v1))
        return try MessageVectorTests.contract.get().check(Array(body.utf8), as: message)
    }

    static func formatted(_ body: String, as name: String = "session/start/payout") throws -> String {
        FindingFormatter().format(try check(body, as: name), path: "payout.json")
    }

    @Test func `a right message has nothing to show`() throws {
        #expect(try Self.formatted(Self.body) == "")
    }

    @Test func `a finding shows place, message, rule, line, carets, pointer and fix`() throws {
        let text = try Self.formatted(Self.body.replacing("10000", with: "100.00"))
        #expect(
            text == """
                payout.json:14:15: error: amount must be an integer in minor units, found 100.00  [AMOUNT.MINOR_UNITS]
                   14 |     "amount": 100.00,
                      |               ^^^^^^
                      = at /amount_details/amount of session/start/payout (v1)
                      = fix: write 10000 for 100 roubles

                """
        )
    }

    @Test func `the name of the other version is pointed at`() throws {
        let text = try Self.formatted(Self.body.replacing("payment_method", with: "payout_details"))
        #expect(text.hasPrefix("payout.json:3:"))
        #expect(text.contains("payout_details belongs to the other API version, did you mean payment_method?"))
        #expect(text.contains("[MEMBER.OTHER_VERSION]\n    3 |   \"payout_details\": {\n"))
        #expect(text.contains("= fix: write payment_method\n"))
    }

    @Test func `a repeated name says where the first one is`() throws {
        let text = try Self.formatted(
            Self.body.replacing("\"metadata\": \"good\"", with: "\"session_id\": \"ps_3231\"")
        )
        #expect(
            text.hasPrefix(
                """
                payout.json:17:3: error: duplicate member name session_id, first at line 2  [TEXT.UNIQUE_NAMES]
                   17 |   "session_id": "ps_3231"
                      |   ^^^^^^^^^^^^
                      = in session/start/payout (v1)

                """
            )
        )
    }

    @Test func `a text that is cut in half is pointed at where it ends`() throws {
        let half = String(Self.body.prefix(81)) + "\n\n"
        let text = try Self.formatted(half)
        #expect(
            text.hasPrefix(
                """
                payout.json:5:11: error: the text ends before its value is complete  [TEXT.RFC8259]
                    5 |     "card"
                      |           ^

                """
            )
        )
    }

    @Test func `nothing at all is pointed at the start`() throws {
        let text = try Self.formatted("")
        #expect(text.hasPrefix("payout.json:1:1: error: "))
        #expect(text.contains("\n    1 |\n      | ^\n"))
    }

    @Test func `a long line is cut around the carets`() throws {
        let compact = Self.body.replacing("\n", with: "").replacing("  ", with: "")
        let wrong = compact.replacing("10000", with: "1e4").replacing("good", with: String(repeating: "x", count: 99))
        let lines = try Self.formatted(wrong).split(separator: "\n")
        try #require(lines.count > 2)
        #expect(lines[1].hasPrefix("    1 | ...") && lines[1].hasSuffix("..."))
        #expect(lines[1].unicodeScalars.count == 8 + 100 + 6)
        let caret = try #require(lines[2].firstIndex(of: "^"))
        let column = lines[2].distance(from: lines[2].startIndex, to: caret)
        #expect(lines[1].dropFirst(column).hasPrefix("1e4,"))
        #expect(lines[2].hasSuffix(" ^^^"))
    }

    @Test func `a line of a million characters is cut as well`() throws {
        let long = "{\"metadata\": \"" + String(repeating: "x", count: 1_000_000) + "\", \"session_id\": 7}"
        let text = try Self.formatted(long, as: "session/confirm")
        #expect(text.utf8.count < 5_000)
        #expect(text.contains("session_id must be a string, found 7"))
    }

    @Test func `tabs stay tabs, so that carets stay below their place`() throws {
        let text = try Self.formatted("{\n\t\"session_id\":\t7}", as: "session/confirm")
        #expect(text.contains("    2 | \t\"session_id\":\t7}\n      | \t             \t^\n"))
    }

    @Test func `wide characters move the carets by two columns and marks by none`() throws {
        let text = try Self.formatted("{\"metadata\": \"支付e\u{301}\", \"session_id\": 7}", as: "session/confirm")
        #expect(text.contains("\n      | " + String(repeating: " ", count: 36) + "^\n"))
        #expect(text.contains(":1:36: "))
    }

    @Test func `control characters never reach a terminal`() throws {
        let body = "{\"session_id\": \"ps_1\", \"\u{1B}[31m\u{202E}\u{85}\": 1, \"\\u001b]0;\": 2}"
        for path in ["a", "\u{1B}[2J\n"] {
            let text = FindingFormatter().format(try Self.check(body, as: "session/confirm"), path: path)
            let controls = text.unicodeScalars.filter { scalar in
                scalar != "\n"
                    && (scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format)
            }
            #expect(controls.isEmpty)
            #expect(!text.isEmpty)
        }
    }

    @Test func `bytes that are not UTF-8 are written as numbers`() throws {
        let message = try #require(MessageType(name: "session/confirm", api: .v1))
        let bytes = Array("{\"session_id\": \"".utf8) + [0xC8, 0xFF] + Array("\"}".utf8)
        let result = try MessageVectorTests.contract.get().check(bytes, as: message)
        let text = FindingFormatter(showsSensitive: true).format(result, path: "a")
        #expect(text.contains("[TEXT.UTF8]\n    1 | {\"session_id\": \"<C8><FF>\"}\n      |                 ^^^^\n"))
    }

    @Test func `colours are only there when they are wanted`() throws {
        let result = try Self.check(Self.body.replacing("10000", with: "100.00"))
        #expect(!FindingFormatter().format(result, path: "a").contains("\u{1B}"))
        let colored = FindingFormatter(usesColor: true).format(result, path: "a")
        #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
        #expect(colored.contains("\u{1B}[31m^^^^^^\u{1B}[0m"))
    }

    @Test func `a finding can be shown without a message type`() throws {
        let result = try Self.check("[1,]", as: "session/confirm")
        let finding = try #require(result.findings.first)
        let text = FindingFormatter().format(finding, in: result.bytes, message: nil, path: "a")
        #expect(text.contains("    1 | [1,]\n"))
        #expect(!text.contains("session/confirm"))
    }

    @Test func `personal data are hidden in the excerpt unless they are wanted`() throws {
        let body = Self.body.replacing(
            "{\"full_name\": \"Иванов Иван Иванович\"}",
            with: "[\"Иванов\"], \"phone\": 79680000000"
        )
        let result = try Self.check(body)
        #expect(!result.isAccepted)
        let hidden = FindingFormatter().format(result, path: "a")
        #expect(!hidden.contains("79680000000"))
        let shown = FindingFormatter(showsSensitive: true).format(result, path: "a")
        #expect(shown.contains("79680000000"))
    }
}
