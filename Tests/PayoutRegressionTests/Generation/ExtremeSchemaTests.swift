import PayoutContract
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Generation: limits at the ends of what a number holds", .timeLimit(.minutes(2))) struct ExtremeSchemaTests {
    private static let schemas = [
        #"{"type":"integer","minimum":-9223372036854775808}"#,
        #"{"type":"number","minimum":-9223372036854775808}"#,
        #"{"type":"number","maximum":9223372036854775807}"#,
        #"{"type":"integer","minimum":9223372036854775800,"multipleOf":10}"#,
        #"{"type":"integer","minimum":9223372036854775801,"multipleOf":7}"#,
        #"{"type":"integer","multipleOf":9223372036854775807}"#,
        #"{"type":"string","minLength":9007199254740993}"#,
        #"{"type":"array","minItems":9007199254740993,"items":{"type":"integer"}}"#,
        #"{"type":"string","x-maximum-bytes":{"METADATA.SIZE":9007199254740993}}"#,
        #"{"type":"string","x-maximum-bytes":{"METADATA.SIZE":-1}}"#,
    ]

    @Test(arguments: schemas) func `every way to break such a schema is listed, and messages are tried`(
        _ text: String
    ) throws {
        let schema = try JSONDocument(parsing: text)
        let subject = try MessageSubject(name: "message", direction: .request, schema: schema)
        var generator = MessageGenerator(subject, seed: 7)
        let breaks = BreakList(model: generator.model, random: SeededRandom(seed: 7)).all
        #expect(breaks.contains { $0.label.hasPrefix("type") })
        for sample in generator.valid(count: 20) {
            #expect(subject.judge.accepts(JSONWriter.compact.write(sample.body)))
        }
    }

    @Test func `what lies beyond a limit is still tried where it can be written`() throws {
        let schema = try JSONDocument(parsing: #"{"type":"number","minimum":-9223372036854775807}"#)
        let subject = try MessageSubject(name: "message", direction: .request, schema: schema)
        let breaks = BreakList(model: MessageGenerator(subject, seed: 7).model, random: SeededRandom(seed: 7)).all
        let minimum = try #require(breaks.first { $0.label == "minimum" })
        let values = minimum.edits.compactMap { edit in
            if case .replace(let value) = edit { value } else { nil as JSONTree? }
        }
        #expect(values.contains(.number(JSONNumber(Int64.min))))
    }
}
