@_spi(Tape) import StrictJSON
import Testing

@testable import JSONSchema

@Suite("What evaluation costs")
struct CostTests {
    /// Schemas whose one keyword takes long on their instance.
    static let dearKeywords: [(schema: String, instance: String)] = [
        (#"{"uniqueItems":true}"#, "[\(list(200) { "[\($0)]" })]"),
        (#"{"enum":[\#(list(50) { "[0,0,0,0,\($0)]" })]}"#, "[0,0,0,0,49]"),
        (#"{"const":[\#(list(200) { "[\($0)]" })]}"#, "[\(list(200) { "[\($0)]" })]"),
        (#"{"required":[\#(list(80) { "\"a\($0)\"" })]}"#, "{\(list(80) { "\"a\($0)\":1" })}"),
        (#"{"dependentRequired":{"a0":[\#(list(80) { "\"a\($0)\"" })]}}"#, "{\(list(80) { "\"a\($0)\":1" })}"),
        (
            #"{"dependentSchemas":{\#(list(80) { "\"a\($0)\":{\"minProperties\":1}" })}}"#,
            "{\(list(80) { "\"a\($0)\":1" })}"
        ),
        (#"{"patternProperties":{\#(list(80) { "\"b\($0)\":false" })}}"#, "{\(list(80) { "\"a\($0)\":1" })}"),
        (#"{"allOf":[{"pattern":"^a*$"},{"not":{"pattern":"b"}}]}"#, #""\#(String(repeating: "a", count: 20_000))""#),
        (#"{"pattern":"^(a|b)*a(a|b){40}$"}"#, #""\#(String(repeating: "a", count: 100))""#),
        (#"{"items":{"maxLength":1000000}}"#, #"["\#(String(repeating: "ё", count: 20_000))"]"#),
    ]

    static func list(_ count: Int, _ item: (Int) -> String) -> String {
        (0..<count).map(item).joined(separator: ",")
    }

    /// An evaluator that lists ten violations at most.
    static func evaluator(
        _ schema: Schema,
        _ tape: JSONTape,
        _ budget: UnsafeMutablePointer<EvaluationBudget>
    ) -> Evaluator {
        Evaluator(program: schema.program, tape: tape, isSilent: false, limit: 10, budget: budget)
    }

    @Test(arguments: dearKeywords.indices)
    func `a keyword pays for the work that it makes`(_ index: Int) throws {
        let test = Self.dearKeywords[index]
        let schema = try schema(test.schema)
        let document = try JSONDocument(parsing: test.instance)
        #expect(schema.accepts(document))
        document.withTape { tape in
            var budget = EvaluationBudget(depth: 100, applications: 200)
            withUnsafeMutablePointer(to: &budget) { budget in
                let machine = VerdictMachine(program: schema.program, tape: tape, budget: budget, remainder: nil)
                #expect(!machine.accepts(0, 0))
                #expect(budget.pointee.isTooLong)
            }
            budget = EvaluationBudget(depth: 100, applications: 200)
            withUnsafeMutablePointer(to: &budget) { budget in
                var evaluator = Self.evaluator(schema, tape, budget)
                let isAccepted = evaluator.evaluate(0, 0, tracks: false)
                #expect(!isAccepted)
                #expect(evaluator.records.isEmpty)
                #expect(budget.pointee.isTooLong)
            }
        }
    }

    @Test func `what the same scalar is asked again and again is paid for each time`() throws {
        let steps = (0..<30)
            .map { ##""a\##($0)":{"allOf":[{"$ref":"#/$defs/a\##($0 + 1)"},{"$ref":"#/$defs/a\##($0 + 1)"}]}"## }
        let text =
            ##"{"$ref":"#/$defs/a0","$defs":{\##(steps.joined(separator: ",")),"a30":{"pattern":"^a*$"}}}"##
        let schema = try schema(text)
        try JSONDocument(parsing: #""\#(String(repeating: "a", count: 6_400))""#)
            .withTape { tape in
                var budget = EvaluationBudget(depth: 100, applications: 100_000)
                withUnsafeMutablePointer(to: &budget) { budget in
                    let machine = VerdictMachine(program: schema.program, tape: tape, budget: budget, remainder: nil)
                    #expect(!machine.accepts(0, 0))
                    #expect(budget.pointee.isTooLong)
                }
            }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a full list of violations ends the evaluation`() throws {
        let schema = try schema(#"{"items":{"anyOf":[{"maximum":1},{"type":"string"}]}}"#)
        let document = try JSONDocument(parsing: "[\(Self.list(3_000) { _ in "5" })]")
        document.withTape { tape in
            var budget = EvaluationBudget(depth: 100, applications: 50_000)
            withUnsafeMutablePointer(to: &budget) { budget in
                var evaluator = Self.evaluator(schema, tape, budget)
                _ = evaluator.evaluate(0, 0, tracks: false)
                #expect(evaluator.records.count == 10)
                #expect(budget.pointee.applications > 46_000)
            }
        }
    }

    @Test func `ordinary work costs little`() throws {
        let schema = try schema(#"{"required":["a"],"properties":{"a":{"enum":["x","y"]},"b":{"uniqueItems":true}}}"#)
        try JSONDocument(parsing: #"{"a":"x","b":[1,2,3]}"#)
            .withTape { tape in
                var budget = EvaluationBudget(depth: 100, applications: 60)
                withUnsafeMutablePointer(to: &budget) { budget in
                    let machine = VerdictMachine(program: schema.program, tape: tape, budget: budget, remainder: nil)
                    #expect(machine.accepts(0, 0))
                    #expect(!budget.pointee.isExceeded)
                }
            }
    }

    @Test(.timeLimit(.minutes(10)))
    func `names that begin and end alike are found without a search`() throws {
        let names = (10_000..<30_000).map { "\"the_same\($0)for_all_\"" }
        let text =
            #"{"additionalProperties":false,"properties":{\#(names.map { $0 + ":{\"type\":\"integer\"}" }.joined(separator: ","))}}"#
        let instance = "{\(names.map { $0 + ":1" }.joined(separator: ","))}"
        let schema = try Schema(compiling: try JSONDocument(parsing: text, policy: BoundednessTests.policy))
        #expect(schema.accepts(try JSONDocument(parsing: instance, policy: BoundednessTests.policy)))
        #expect(!schema.accepts(try JSONDocument(parsing: #"{"the_same10000for_all_":""}"#)))
        #expect(!schema.accepts(try JSONDocument(parsing: #"{"the_same50000for_all_":1}"#)))
        let values = try Schema(
            compiling: try JSONDocument(
                parsing: "{\"enum\":[\(names.joined(separator: ","))]}",
                policy: BoundednessTests.policy
            )
        )
        #expect(values.accepts(try JSONDocument(parsing: #""the_same29999for_all_""#)))
        #expect(values.accepts(try JSONDocument(parsing: #""the_same29999for\u005fall_""#)))
        #expect(!values.accepts(try JSONDocument(parsing: #""the_same30000for_all_""#)))
    }

    @Test(.timeLimit(.minutes(10)))
    func `an enum of many numbers is no search for each`() throws {
        let numbers = (0..<20_000).map { String($0 * 2) }.joined(separator: ",")
        let schema = try schema("{\"items\":{\"enum\":[\(numbers)]}}")
        #expect(schema.accepts(try JSONDocument(parsing: "[\(numbers)]", policy: BoundednessTests.policy)))
        #expect(!schema.accepts(try JSONDocument(parsing: "[\(numbers),7]", policy: BoundednessTests.policy)))
    }

    @Test func `a divisor of a hundred digits is exact`() throws {
        let digits = String(repeating: "3", count: 100)
        #expect(try accepts("{\"multipleOf\":\(digits)}", "\(digits)000"))
        #expect(try !accepts("{\"multipleOf\":\(digits)}", "\(digits)001"))
        #expect(try accepts("{\"multipleOf\":1e-1000}", "1e-999"))
    }
}
