import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON
import TestSupport
import Testing

@testable import PayoutRegression

@Suite(
    "Generation: a foreign validator",
    .enabled(if: Program.hasPythonValidator, "Python has no package jsonschema"),
    .timeLimit(.minutes(5))
)
struct ForeignValidatorTests {
    /// Reads schemas and bodies, and prints the number of each body whose verdict differs from the one given.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        from referencing import Registry, Resource
        schemas = json.load(open(sys.argv[1], encoding="utf-8"))
        registry = Registry().with_resources([(s["$id"], Resource.from_contents(s)) for s in schemas])
        validator = Draft202012Validator({"$ref": schemas[0]["$id"]}, registry=registry)
        for number, line in enumerate(open(sys.argv[2], encoding="utf-8")):
            record = json.loads(line)
            if validator.is_valid(record["body"]) != record["accepted"]:
                print(number)
        """

    @Test(arguments: ["session/start/payout", "session/status/response", "webhook/ready_to_confirm"])
    func `a validator in Python gives the same verdict`(_ name: String) throws {
        let type = try #require(MessageType(name: name, api: .v1))
        let subject = try MessageSubject(type, contract: .embedded(), vectors: .embedded)
        var generator = MessageGenerator(subject, seed: 11)
        var bodies = generator.valid(count: 120).map { JSONWriter.compact.write($0.body) }
        var breaking = BreakingGenerator(subject, seed: 11)
        bodies += breaking.all(count: 160).map(\.bytes)
        var lines: [UInt8] = []
        var verdicts: Set<Bool> = []
        for body in bodies {
            guard let document = try? JSONDocument(parsing: body) else { continue }
            let accepted = subject.judge.schema.accepts(document)
            verdicts.insert(accepted)
            let record: JSONTree = ["accepted": .boolean(accepted), "body": JSONTree(document.root)]
            lines += JSONWriter.compact.write(record) + [0x0A]
        }
        #expect(verdicts == [true, false])
        let folder = try TemporaryFolder()
        let documents = try VectorSet.embedded.schemaDocuments(reachableFrom: type.schemaURI)
        let schemas = try folder.write(
            JSONWriter.compact.write(.array(documents.map { JSONTree($0.root) })),
            to: "schemas.json"
        )
        let script = try folder.write(Array(Self.script.utf8), to: "validate.py")
        let messages = try folder.write(lines, to: "messages.ndjson")
        let answer = Program.run("python3 \(script) \(schemas) \(messages)")
        #expect(answer.isSuccess)
        #expect(answer.output.isEmpty)
    }
}
