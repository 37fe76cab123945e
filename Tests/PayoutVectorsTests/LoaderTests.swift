import PayoutVectors
import StrictJSON
import Testing

/// What the loader refuses: a right pair of files with one mistake at a time.
struct LoaderTests {
    static let rules = """
        {"format": 1, "rules": [
        {"id": "A.B", "level": "MUST", "applies_to": ["request"], "keywords": ["type"],
        "statement": {"en": "s", "ru": "s"}, "why": {"en": "w", "ru": "w"}, "fix": {"en": "f", "ru": "f"},
        "sources": [{"certainty": "kit", "where": "here"}], "since": "0.1.0"},
        {"id": "A.C", "level": "SHOULD", "applies_to": ["text"], "keywords": ["enum"],
        "statement": {"en": "s", "ru": "s"}, "why": {"en": "w", "ru": "w"}, "fix": {"en": "f", "ru": "f"},
        "sources": [{"certainty": "kit", "where": "here"}], "since": "0.1.0"}
        ]}
        """
    static let cases = """
        {"format": 1, "kind": "message", "api": "v1", "message": "token", "direction": "request", "count": 2, "cases": [
        {"id": "a", "title": "t", "rule": ["A.B"], "level": "MUST", "comment": "c", "since": "0.1.0",
        "tags": [], "body": "{}", "expect": {"verdict": "accept"}},
        {"id": "b", "title": "u", "rule": ["A.B"], "level": "MUST", "comment": "c", "since": "0.1.0",
        "twin": "a", "tags": [], "body_base64": "W10=", "expect": {"verdict": "reject", "rule": "A.B", "pointer": "/x"}}
        ]}
        """

    struct Mistake: CustomTestStringConvertible {
        let right: String
        let wrong: String
        let reason: String

        init(_ right: String, _ wrong: String, _ reason: String) {
            self.right = right
            self.wrong = wrong
            self.reason = reason
        }

        var testDescription: String { reason }
    }

    /// The files with the last occurrence of a text changed.
    static func set(rules: String = rules, cases: String = cases, path: String = "payloads/v1/a.json") -> VectorSet {
        VectorSet(files: ["rules.json": Array(rules.utf8), path: Array(cases.utf8)])
    }

    static func changed(_ text: String, by mistake: Mistake) throws -> String {
        var text = text
        let range = try #require(text.ranges(of: mistake.right).last)
        text.replaceSubrange(range, with: mistake.wrong)
        return text
    }

    @Test func `a right pair of cases is read`() throws {
        let cases = try Self.set().cases()
        #expect(cases.map(\.id) == ["a", "b"])
        #expect(cases.map(\.line) == [2, 4])
        #expect(cases.map(\.isAccepted) == [true, false])
        #expect(cases[1].twin == "a")
        #expect(cases[1].description == "b: u")
        guard case .message(let message) = cases[1].content else {
            Issue.record("not a message")
            return
        }
        #expect(message.body == Array("[]".utf8))
        #expect(message.direction == .request)
        #expect(message.expectation.findings.map(\.rule) == ["A.B"])
        #expect(message.expectation.findings.first?.pointer?.description == "/x")
    }

    @Test(arguments: [
        Mistake("\"b\"", "\"a\"", "4:1: the id a is already used in payloads/v1/a.json, line 2"),
        Mistake("\"twin\": \"a\"", "\"twin\": \"c\"", "4:1: the twin c of the case b does not exist"),
        Mistake("\"twin\": \"a\"", "\"twin\": \"b\"", "4:1: the twin b of the case b is not an accepted case"),
        Mistake("[\"A.B\"]", "[\"A.D\"]", "4:1: the case b names the rule A.D, which is not in rules.json"),
        Mistake("\"rule\": \"A.B\"", "\"rule\": \"A\"", "4:1: the case b names the rule A, which is not in rules.json"),
        Mistake("[\"A.B\"]", "[]", "4:1: the case b names no rule"),
        Mistake("\"count\": 2", "\"count\": 3", "1:100: count is 3, but there are 2 cases"),
        Mistake("\"count\": 2", "\"count\": -1", "1:100: count must be a number from 0"),
        Mistake("\"format\": 1", "\"format\": 2", "1:1: format must be 1"),
        Mistake("\"kind\": \"message\"", "\"kind\": \"text\"", "1:1: cases of kind text do not belong in this folder"),
        Mistake("\"title\"", "\"titel\"", "4:1: a case must have the member title"),
        Mistake("\"tags\"", "\"labels\"", "5:14: a case has no member labels"),
        Mistake("\"comment\": \"c\", ", "", "4:1: a case must have the member comment"),
        Mistake("\"body_base64\": \"W10=\", ", "", "4:1: a case must have the member body or body_base64"),
        Mistake(
            "\"body_base64\"",
            "\"body\": \"\", \"body_base64\"",
            "5:53: a case must not have both body and body_base64"
        ),
        Mistake("W10=", "W10", "5:41: body_base64 must be padded Base64 of the standard alphabet"),
        Mistake("W10=", "W11=", "5:41: body_base64 must be padded Base64 of the standard alphabet"),
        Mistake("W10=", "W1_=", "5:41: body_base64 must be padded Base64 of the standard alphabet"),
        Mistake("W10=", "====", "5:41: body_base64 must be padded Base64 of the standard alphabet"),
        Mistake("\"reject\"", "\"maybe\"", "5:71: verdict must be one of accept, reject, either"),
        Mistake(
            "\"reject\"",
            "\"either\", \"profile\": \"lenient\"",
            "5:59: profile must be strict: the profile that rejects"
        ),
        Mistake("\"/x\"", "\"x\"", "5:107: pointer must be a JSON pointer"),
        Mistake("\"pointer\"", "\"offset\"", "5:59: expect must have the member pointer"),
        Mistake("\"MUST\"", "\"HAVE TO\"", "4:53: level must be one of MUST, SHOULD, MAY"),
        Mistake("\"b\"", "1", "4:8: id must be a string"),
        Mistake("\"b\"", "\"\"", "4:8: id must not be empty"),
        Mistake("\"tags\": []", "\"tags\": 0", "5:22: tags must be an array"),
        Mistake("}\n]}", "}, 7\n]}", "5:115: a case must be an object"),
        Mistake("}\n]}", "}\n]", "6:2: the text ends before its value is complete"),
    ])
    func `a wrong case file is refused with its place and the reason`(mistake: Mistake) throws {
        let set = Self.set(cases: try Self.changed(Self.cases, by: mistake))
        let error = #expect(throws: VectorError.self) { try set.cases() }
        #expect(error?.description == "payloads/v1/a.json:" + mistake.reason)
    }

    @Test(arguments: [
        Mistake("\"A.C\"", "\"A.B\"", "5:1: the rule A.B is there twice"),
        Mistake("[\"enum\"]", "[\"type\"]", "5:1: the keyword type has two default rules"),
        Mistake("\"kit\"", "\"rumour\"", "7:27: certainty must be one of bank, sdk, sibling, observed, kit"),
        Mistake("[{\"certainty\": \"kit\", \"where\": \"here\"}]", "[]", "5:1: the rule A.C names no source"),
        Mistake("[\"text\"]", "[]", "5:1: the rule A.C applies to nothing"),
        Mistake("\"ru\": \"f\"", "\"ru\": \"\"", "6:94: ru must not be empty"),
        Mistake(", \"ru\": \"f\"", "", "6:76: fix must have the member ru"),
        Mistake("\"since\"", "\"from\"", "5:1: a rule must have the member since"),
        Mistake("\"since\"", "\"note\": 1, \"since\"", "7:53: a rule has no member note"),
    ])
    func `a wrong register is refused with its place and the reason`(mistake: Mistake) throws {
        let set = Self.set(rules: try Self.changed(Self.rules, by: mistake))
        let error = #expect(throws: VectorError.self) { try set.rules() }
        #expect(error?.description == "rules.json:" + mistake.reason)
    }

    @Test func `a set without a register is refused`() {
        let set = VectorSet(files: [:])
        let error = #expect(throws: VectorError.self) { try set.rules() }
        #expect(error?.description == "rules.json: there is no such file")
    }

    @Test func `a schema under another path than its URI says is refused`() {
        let schema = #"{"$id": "urn:bank131:payout:v1:other"}"#
        let set = VectorSet(files: ["schemas/v1/token-request.json": Array(schema.utf8)])
        let error = #expect(throws: VectorError.self) { try set.schemaDocuments() }
        #expect(error?.description == "schemas/v1/token-request.json:1:9: $id must be the URI that belongs to the path")
    }

    @Test func `a reference to a schema that is not there is refused`() {
        let schema = #"{"$id": "urn:bank131:payout:v1:a", "items": {"$ref": "urn:bank131:payout:common:b#/x"}}"#
        let set = VectorSet(files: ["schemas/v1/a.json": Array(schema.utf8)])
        let error = #expect(throws: VectorError.self) {
            try set.schemaDocuments(reachableFrom: "urn:bank131:payout:v1:a")
        }
        #expect(error?.description == "schemas/common/b.json: there is no such file")
    }
}
