import StrictJSON
import Testing

@testable import payoutkit

@Suite("Command line: bowtie") struct BowtieTests {
    private static let start = #"{"cmd":"start","version":1}"#
    private static let dialect = #"{"cmd":"dialect","dialect":"https://json-schema.org/draft/2020-12/schema"}"#

    private struct WrongCount: Error {
        var answers: Int
    }

    /// The answers to `lines` after the start, the lines of standard error, and the exit status.
    private func talk(_ lines: String...) throws -> (answers: [JSONTree], error: String, status: payoutkit.ExitCode) {
        let text = ([Self.start] + lines).joined(separator: "\n")
        let console = RecordingConsole(input: Array(text.utf8))
        let status = console.run("bowtie")
        let answers = try console.output.split(separator: "\n").map { try JSONTree(parsing: String($0)) }
        return (Array(answers.dropFirst()), console.error, status)
    }

    /// The answer to a run of `schema` on `instances`.
    private func answer(_ schema: String, registry: String = "{}", _ instances: String...) throws -> JSONTree {
        let tests = instances.map { #"{"description":"t","instance":\#($0)}"# }.joined(separator: ",")
        let members = #""description":"c","schema":\#(schema),"registry":\#(registry),"tests":[\#(tests)]"#
        let run = #"{"cmd":"run","seq":7,"case":{\#(members)}}"#
        let (answers, error, status) = try talk(Self.dialect, run, #"{"cmd":"stop"}"#)
        #expect(error.isEmpty)
        #expect(status == .right)
        guard answers.count == 2 else { throw WrongCount(answers: answers.count) }
        #expect(answers[0] == ["ok": true])
        #expect(answers[1]["seq"] == 7)
        return answers[1]
    }

    @Test func `start is answered with the implementation and its dialect`() throws {
        let console = RecordingConsole(input: Array(Self.start.utf8))
        #expect(console.run("bowtie") == .right)
        let answer = try JSONTree(parsing: console.output)
        #expect(answer["version"] == 1)
        let implementation = try #require(answer["implementation"])
        #expect(implementation["name"] == "payoutkit")
        #expect(implementation["language"] == "swift")
        #expect(implementation["version"] == .string(PayoutKit.version))
        #expect(implementation["dialects"] == ["https://json-schema.org/draft/2020-12/schema"])
        for member in ["homepage", "issues", "source"] {
            #expect(implementation[member]?.string?.hasPrefix("https://") == true)
        }
    }

    @Test(arguments: [
        ("https://json-schema.org/draft/2020-12/schema", true),
        ("https://json-schema.org/draft/2020-12/schema#", true),
        ("http://json-schema.org/draft-07/schema#", false),
        ("", false),
    ])
    func `only draft 2020-12 is taken as the dialect`(uri: String, isTaken: Bool) throws {
        let (answers, _, _) = try talk(#"{"cmd":"dialect","dialect":"\#(uri)"}"#)
        #expect(answers == [["ok": .boolean(isTaken)]])
    }

    @Test func `every instance has its verdict in order`() throws {
        let answer = try answer(#"{"type":"integer"}"#, "1", #""x""#, "1.0", "null")
        #expect(answer["results"] == [["valid": true], ["valid": false], ["valid": true], ["valid": false]])
    }

    @Test func `references lead into the registry of the case`() throws {
        let answer = try answer(
            #"{"$ref":"http://localhost:1234/text.json"}"#,
            registry: #"{"http://localhost:1234/text.json":{"type":"string"}}"#,
            #""x""#,
            "1"
        )
        #expect(answer["results"] == [["valid": true], ["valid": false]])
    }

    @Test func `the schema's own dialect comes from the registry`() throws {
        let metaschema = """
            {"$id":"http://localhost:1234/no-validation.json","$vocabulary":{
            "https://json-schema.org/draft/2020-12/vocab/core":true,
            "https://json-schema.org/draft/2020-12/vocab/applicator":true}}
            """
            .split(separator: "\n").joined()
        let answer = try answer(
            #"{"$schema":"http://localhost:1234/no-validation.json","minimum":10}"#,
            registry: #"{"http://localhost:1234/no-validation.json":\#(metaschema)}"#,
            "1"
        )
        #expect(answer["results"] == [["valid": true]])
    }

    @Test(arguments: [
        #"{"pattern":"(a)\\1"}"#,
        #"{"dependencies":{"a":["b"]}}"#,
        #"{"$schema":"http://json-schema.org/draft-07/schema#"}"#,
    ])
    func `a schema that is refused on purpose is skipped with the reason`(schema: String) throws {
        let answer = try answer(schema, "1")
        #expect(answer["skipped"] == true)
        #expect(answer["message"]?.string?.isEmpty == false)
        #expect(answer["results"] == nil)
    }

    @Test(arguments: [#"{"type":"no such type"}"#, "7", #"{"$ref":"http://localhost:1234/absent.json"}"#])
    func `a wrong schema is an error of its case alone`(schema: String) throws {
        let answer = try answer(schema, "1")
        #expect(answer["errored"] == true)
        #expect(answer["context"]?["message"]?.string?.isEmpty == false)
    }

    @Test func `a wrong schema in the registry is named when it was needed`() throws {
        let registry =
            #"{"http://localhost:1234/7.json":{"$id":"http://localhost:1234/7.json#a"},"http://localhost:1234/ok.json":true}"#
        #expect(try answer("true", registry: registry, "1")["results"] == [["valid": true]])
        let missing = try answer(#"{"$ref":"http://localhost:1234/7.json"}"#, registry: registry, "1")
        #expect(missing["context"]?["message"]?.string?.contains("registry http://localhost:1234/7.json") == true)
    }

    @Test func `schemas of another dialect are skipped unless they name their own`() throws {
        let other = #"{"cmd":"dialect","dialect":"http://json-schema.org/draft-07/schema#"}"#
        let run = #"{"cmd":"run","seq":1,"case":{"schema":true,"tests":[{"instance":1}]}}"#
        let named = run.replacing("true", with: #"{"$schema":"https://json-schema.org/draft/2020-12/schema"}"#)
        let (answers, _, _) = try talk(other, run, named)
        #expect(answers[1]["skipped"] == true)
        #expect(answers[2]["results"] == [["valid": true]])
    }

    @Test(arguments: [
        "{}", #"{"schema":true}"#, #"{"schema":true,"tests":[{}]}"#, "[]", #"{"schema":true,"tests":{}}"#,
    ])
    func `a case without its parts is an error of that case alone`(testCase: String) throws {
        let run = #"{"cmd":"run","seq":"s","case":\#(testCase)}"#
        let (answers, _, status) = try talk(run)
        #expect(answers.first?["errored"] == true)
        #expect(answers.first?["seq"] == "s")
        #expect(status == .right)
    }

    @Test func `nothing after stop is read`() throws {
        let (answers, error, status) = try talk(#"{"cmd":"stop"}"#, "not json")
        #expect(answers.isEmpty)
        #expect(error.isEmpty)
        #expect(status == .right)
    }

    @Test(arguments: [
        ("not json", "line 2: not a JSON text"),
        ("{}", "cmd is missing"),
        (#"{"cmd":7}"#, "cmd is missing"),
        (#"{"cmd":"go"}"#, "unknown command"),
        (#"{"cmd":"run","seq":1}"#, "run needs seq and case"),
        (#"{"cmd":"dialect"}"#, "dialect needs"),
        (#"{"cmd":"start","version":2}"#, "only version 1"),
        (#"{"cmd":"start"}"#, "start needs"),
    ])
    func `a line that is no command ends the session with status 2`(line: String, sentence: String) throws {
        let (answers, error, status) = try talk(line, Self.dialect)
        #expect(answers.isEmpty)
        #expect(error.contains("standard input, line 2"))
        #expect(error.contains(sentence))
        #expect(status == .usage)
    }

    @Test func `the first command must be start`() {
        let console = RecordingConsole(input: Array(Self.dialect.utf8))
        #expect(console.run("bowtie") == .usage)
        #expect(console.error.contains("the first command must be start"))
        #expect(console.output.isEmpty)
    }
}
