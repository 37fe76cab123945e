import JSONSchema
import StrictJSON
import Testing

@Suite("Violations for people")
struct ViolationTests {
    static let messages: [(schema: String, instance: String, message: String)] = [
        (#"{"type":"integer"}"#, "100.50", "must be an integer, found 100.50"),
        (#"{"type":["string","null"]}"#, "[]", "must be a string or null, found an array"),
        (#"{"type":"object"}"#, #""secret""#, "must be an object, found a string"),
        (#"{"enum":["ok","error"]}"#, #""secret""#, "must be one of ok, error"),
        (#"{"enum":[1,2]}"#, "3", "must be one of 1, 2, found 3"),
        (#"{"const":"a b"}"#, #""secret""#, #"must be "a b""#),
        (#"{"minimum":1}"#, "0", "must be at least 1, found 0"),
        (#"{"exclusiveMaximum":1}"#, "1", "must be less than 1, found 1"),
        (#"{"multipleOf":0.5}"#, "0.7", "must be a multiple of 0.5, found 0.7"),
        (#"{"minLength":1}"#, #""""#, "must have at least 1 character, has 0"),
        (#"{"maxLength":2}"#, #""абв""#, "must have at most 2 characters, has 3"),
        (#"{"pattern":"^[0-9]+$"}"#, #""secret""#, "must match the pattern ^[0-9]+$"),
        (#"{"required":["session_id"]}"#, "{}", "must have the member session_id"),
        (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, "must have the member b when it has a"),
        (#"{"additionalProperties":false}"#, #"{"zzz":1}"#, "must not have the member zzz"),
        (
            #"{"properties":{"payout_details":{"not":{}}}}"#, #"{"payout_details":1}"#,
            "must not have the member payout_details"
        ),
        (#"{"not":{"required":["a"]}}"#, #"{"a":1}"#, "must not have the member a"),
        (#"{"not":{"type":"null"}}"#, "null", "must not be null"),
        (#"{"uniqueItems":true}"#, "[1,2,1]", "must not have equal elements, found them at 0 and 2"),
        (#"{"contains":{"const":1}}"#, "[2]", "must have at least 1 element of the kind asked for, has 0"),
        (#"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, "3", "must match exactly one of 2 alternatives, matches 2"),
        (#"{"oneOf":[{"type":"string"},{"type":"null"}]}"#, "5", "must be a string or null, found 5"),
        (#"{"anyOf":[{"required":["a"]},{"required":["b"]}]}"#, "{}", "must have the member a or b"),
        (#"{"minItems":1}"#, "[]", "must have at least 1 element, has 0"),
        (#"{"maxProperties":0}"#, #"{"a":1}"#, "must have at most 0 members, has 1"),
    ]

    @Test(arguments: messages.indices)
    func `the words say what is wrong and show no string of the instance`(_ index: Int) throws {
        let test = Self.messages[index]
        #expect(try violations(test.schema, test.instance).map(\.message) == [test.message])
    }

    @Test func `long lists of alternatives are cut`() throws {
        let values = (1...20).map(String.init).joined(separator: ",")
        let found = try violations(#"{"enum":[\#(values)]}"#, "0")
        #expect(found.map(\.message) == ["must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, and 8 more, found 0"])
    }

    static let method = #"""
        {"oneOf":[
          {"properties":{"type":{"const":"card"},"card":{"type":"object"}},"required":["type","card"]},
          {"properties":{"type":{"const":"wallet"},"wallet":{"type":"object"}},"required":["type","wallet"]}]}
        """#

    @Test func `of oneOf the branch that its discriminator means is reported`() throws {
        let found = try violations(Self.method, #"{"type":"wallet","card":{}}"#)
        #expect(found.map(\.message) == ["must have the member wallet"])
        #expect(found.map(\.keywordLocation) == ["/oneOf/1/required"])
        #expect(found.map(\.memberName) == ["wallet"])
    }

    @Test func `an unknown discriminator is reported at its value with the known ones`() throws {
        let found = try violations(Self.method, #"{"type":"cash","card":{}}"#)
        #expect(found.map(\.message) == ["must be one of card, wallet"])
        #expect(found.map(\.keyword) == ["oneOf"])
        #expect(found.map(\.instanceLocation.description) == ["/type"])
    }

    @Test func `without a discriminator the branch with the least wrong is reported`() throws {
        let text = #"{"anyOf":[{"required":["a","b","c"]},{"required":["a","d"]},{"type":"null"}]}"#
        #expect(try violations(text, #"{"a":1}"#).map(\.message) == ["must have the member d"])
    }

    @Test func `a branch is judged beyond its references`() throws {
        let text = ##"""
            {"$defs":{"x":{"allOf":[{"properties":{"k":{"enum":["x","X"]}}}],"required":["a"]},
                      "y":{"properties":{"k":{"const":"y"}},"required":["b"]}},
             "anyOf":[{"$ref":"#/$defs/x"},{"$ref":"#/$defs/y"}]}
            """##
        #expect(try violations(text, #"{"k":"y"}"#).map(\.keywordLocation) == ["/anyOf/1/$ref/required"])
    }

    @Test func `violations come in the order of the text with their bytes`() throws {
        let text =
            #"{"required":["z"],"properties":{"a":{"type":"null"},"b":{"minimum":5}},"additionalProperties":false}"#
        let instance = #"{"b": 1, "c": 2, "a": 3}"#
        let found = try violations(text, instance)
        #expect(found.map(\.keyword) == ["required", "minimum", "additionalProperties", "type"])
        #expect(found.map(\.byteRange) == [0..<24, 6..<7, 9..<12, 22..<23])
        #expect(found.map(\.memberName) == ["z", nil, "c", nil])
    }

    @Test func `then and else stand in the keyword location`() throws {
        let text = #"{"if":{"minimum":5},"then":{"maximum":7},"else":{"multipleOf":2}}"#
        #expect(try violations(text, "8").map(\.keywordLocation) == ["/then/maximum"])
        #expect(try violations(text, "3").map(\.keywordLocation) == ["/else/multipleOf"])
    }

    @Test func `a member that is wrong is still one that was evaluated`() throws {
        let text = #"{"allOf":[{"properties":{"a":{"type":"null"}}}],"unevaluatedProperties":false}"#
        #expect(try violations(text, #"{"a":1}"#).map(\.keyword) == ["type"])
    }

    @Test func `names under propertyNames are pointed at`() throws {
        let found = try violations(#"{"propertyNames":{"pattern":"^a"}}"#, #"{"a":1,"b":2}"#)
        #expect(found.map(\.memberName) == ["b"])
        #expect(found.map(\.byteRange) == [7..<10])
        #expect(found.map(\.keywordLocation) == ["/propertyNames/pattern"])
    }

    @Test func `locations start at the value that was checked`() throws {
        let schema = try schema(#"{"properties":{"a":{"type":"null"}}}"#)
        let document = try JSONDocument(parsing: #"{"x":[0,{"a":1}]}"#)
        let value = try #require(document.root["x"]?[1])
        #expect(!schema.accepts(value))
        #expect(schema.violations(in: value).map(\.instanceLocation.description) == ["/a"])
        #expect(schema.violations(in: value).map(\.byteRange) == [13..<14])
    }
}
