import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Generation: messages of the contract") struct GeneratorTests {
    /// The messages of both directions that differ most.
    static let types = ["session/start/payout", "session/status/response", "webhook/payment_finished", "token"]
        .compactMap { MessageType(name: $0, api: .v1) }

    private static func subject(_ type: MessageType) throws -> MessageSubject {
        try MessageSubject(type, contract: .embedded(), vectors: .embedded)
    }

    @Test(arguments: types) func `every generated message is right`(_ type: MessageType) throws {
        var generator = MessageGenerator(try Self.subject(type), seed: 7)
        let samples = generator.valid(count: 15)
        #expect(samples.count == 15)
        let contract = try Contract.embedded()
        for sample in samples {
            let result = try contract.check(JSONWriter.compact.write(sample.body), as: type)
            #expect(result.isAccepted, "\(sample.reaches) at \(sample.pointer)")
        }
    }

    @Test(arguments: types) func `every broken message breaks exactly the rule that it names`(
        _ type: MessageType
    ) throws {
        var generator = BreakingGenerator(try Self.subject(type), seed: 7)
        let broken = generator.all(count: 20)
        #expect(broken.count == 20)
        let contract = try Contract.embedded()
        for message in broken {
            let result = try contract.check(message.bytes, as: type)
            #expect(result.isAccepted != message.isRefused, "\(message.breaks)")
            let counted = result.findings.filter { $0.severity == .error || !message.isRefused }
            #expect(Set(counted.map(\.rule.rawValue)) == [message.rule], "\(message.breaks)")
        }
    }

    @Test func `the same seed gives the same messages`() throws {
        let type = try #require(MessageType(name: "session/init/payout", api: .v1))
        var bodies: [[JSONTree]] = []
        for seed in [3, 3, 4] as [UInt64] {
            var generator = MessageGenerator(try Self.subject(type), seed: seed)
            bodies.append(generator.valid(count: 20).map(\.body))
        }
        #expect(bodies[0] == bodies[1])
        #expect(bodies[0] != bodies[2])
    }

    @Test func `the branches of the instrument are reached`() throws {
        let type = try #require(MessageType(name: "session/start/payout", api: .v1))
        var generator = MessageGenerator(try Self.subject(type), seed: 1)
        let bodies = generator.valid(count: nil).map(\.body)
        for text in [
            "/payment_method/bank_account/ru/account", "/payment_method/card/bank_card/number",
            "/payment_method/card/tokenized_card/token", "/payment_method/wallet",
            "/participant_details/sender/full_name",
        ] {
            let place = try #require(JSONPointer(text))
            #expect(bodies.contains { $0[place] != nil }, "\(text)")
        }
    }

    @Test func `a rule can be asked for, and is broken alone`() throws {
        let type = try #require(MessageType(name: "session/start/payout", api: .v1))
        var generator = BreakingGenerator(try Self.subject(type), seed: 1)
        for rule in ["AMOUNT.MINOR_UNITS", "INSTRUMENT.MATCHES_TYPE", "START.COMPLETE", "HASH.FORMAT", "TEXT.UTF8"] {
            #expect(generator.all(rule: rule, count: 1).map(\.rule) == [rule])
        }
    }
}

@Suite("Generation: schemas of one's own") struct SchemaGeneratorTests {
    private static func subject(_ schema: String) throws -> MessageSubject {
        try MessageSubject(name: "schema", direction: .request, schema: JSONDocument(parsing: schema))
    }

    /// Schemas that use each keyword.
    static let schemas = [
        #"{"type":"integer","minimum":3,"exclusiveMaximum":9,"multipleOf":2}"#,
        #"{"type":"number","exclusiveMinimum":0,"maximum":1}"#,
        #"{"type":"string","minLength":2,"maxLength":4,"pattern":"^[a-c]+$"}"#,
        #"{"enum":["a",1,null,{"b":[]}]}"#,
        #"{"type":"array","prefixItems":[{"type":"string"}],"items":{"type":"integer"},"minItems":2,"maxItems":3}"#,
        #"{"type":"array","items":{"enum":[1,2,3]},"uniqueItems":true,"minItems":2}"#,
        #"{"type":"array","contains":{"const":5},"minContains":2,"items":{"type":"integer"}}"#,
        #"{"type":"object","required":["a"],"properties":{"a":{"type":"string"}},"additionalProperties":false}"#,
        #"{"type":"object","dependentRequired":{"a":["b"]},"properties":{"a":{"type":"string"},"b":{"type":"boolean"}}}"#,
        #"{"type":"object","patternProperties":{"^x_":{"type":"integer"}},"minProperties":1,"maxProperties":2}"#,
        #"{"oneOf":[{"type":"object","required":["a"]},{"type":"object","required":["b"]}]}"#,
        ##"""
        {"type":"object","properties":{"k":{"enum":["x","y"]}},"required":["k"],
         "if":{"properties":{"k":{"const":"x"}}},"then":{"required":["p"]},"else":{"required":["q"]}}
        """##,
        ##"""
        {"$ref":"#/$defs/tree","$defs":{"tree":{"type":"object","required":["v"],
         "properties":{"v":{"type":"integer"},"next":{"$ref":"#/$defs/tree"}}}}}
        """##,
        #"{"type":"string","not":{"enum":["a","b"]}}"#,
    ]

    @Test(arguments: schemas) func `right and broken messages are made for every keyword`(_ text: String) throws {
        let subject = try Self.subject(text)
        let schema = try Schema(compiling: JSONDocument(parsing: text))
        var generator = MessageGenerator(subject, seed: 5)
        let right = generator.valid(count: 20)
        #expect(!right.isEmpty)
        for sample in right {
            #expect(schema.accepts(try JSONDocument(parsing: JSONWriter.compact.write(sample.body))))
        }
        var breaking = BreakingGenerator(subject, seed: 5)
        let broken = breaking.all(count: 20)
        #expect(!broken.isEmpty)
        for message in broken { #expect(!schema.accepts(try JSONDocument(parsing: message.bytes))) }
    }

    @Test func `a schema that allows nothing gives nothing`() throws {
        let subject = try Self.subject(#"{"type":"string","enum":[1]}"#)
        var generator = MessageGenerator(subject, seed: 1)
        #expect(generator.valid(count: 5).isEmpty)
    }
}
