import PayoutRegression
import PayoutVectors
import StrictJSON
import Testing

struct VectorAuditTests {
    private static func fate(_ alteration: String, of subject: String, in set: VectorSet) throws -> MutantOutcome.Fate?
    {
        try VectorAudit(set).run().outcomes
            .first { $0.mutant.subject == subject && $0.mutant.alteration == alteration }?
            .fate
    }

    private static let maxLength = "\(TinyVectors.schemaPlace)/maxLength"

    @Test func `a constraint that no case breaks is a survivor`() throws {
        let set = TinyVectors.make([TinyVectors.accepted, TinyVectors.missing])
        #expect(try Self.fate("is gone", of: Self.maxLength, in: set) == .survived)
        #expect(try Self.fate("is 4", of: Self.maxLength, in: set) == .survived)
        #expect(try !VectorAudit(set).run().isPassed)
    }

    @Test func `a case that breaks it fills the hole`() throws {
        let set = TinyVectors.make([TinyVectors.accepted, TinyVectors.tooLong])
        #expect(try Self.fate("is gone", of: Self.maxLength, in: set) == .killed(by: "tiny.too-long"))
        #expect(try Self.fate("is 4", of: Self.maxLength, in: set) == .killed(by: "tiny.too-long"))
    }

    @Test func `a bound that is one too narrow is killed by the accepted case at the bound`() throws {
        let set = TinyVectors.make([TinyVectors.accepted, TinyVectors.tooLong])
        #expect(try Self.fate("is 2", of: Self.maxLength, in: set) == .killed(by: "tiny.accepted"))
    }

    @Test func `a case that does not name the rule kills nothing`() throws {
        let other = TinyVectors.vector(
            "tiny.accepted",
            "MEMBER.TYPE",
            #"{"session_id":"abc"}"#,
            #"{"verdict": "accept"}"#
        )
        let set = TinyVectors.make([other, TinyVectors.missing])
        #expect(try Self.fate("is 2", of: Self.maxLength, in: set) == .survived)
    }

    @Test func `a required name that is dropped is killed by the body without it`() throws {
        let set = TinyVectors.make([TinyVectors.accepted, TinyVectors.missing])
        let subject = "v1/session-confirm-request#/required"
        #expect(try Self.fate("without the name session_id", of: subject, in: set) == .killed(by: "tiny.missing"))
    }

    @Test func `a case that fails without any change stops the audit`() throws {
        let wrong = TinyVectors.vector("tiny.wrong", "ID.LENGTH", "{}", #"{"verdict": "accept"}"#)
        let error = #expect(throws: AuditError.self) { try VectorAudit(TinyVectors.make([wrong])).run() }
        #expect(error?.description == "these cases fail without any change: tiny.wrong")
    }

    @Test func `an accepted case must list exactly the advice that is given`() throws {
        let advice = #"{"verdict": "accept", "warns": [{"rule": "MEMBER.NULL", "pointer": "/session_id"}]}"#
        let unlisted = TinyVectors.vector("tiny.unlisted", "ID.LENGTH", #"{"session_id":"abc"}"#, advice)
        #expect(throws: AuditError.self) { try VectorAudit(TinyVectors.make([unlisted])).run() }
    }

    private static let listed = """
        {"format": 1, "mutants": [
          {"subject": "v*/session-confirm-request#/properties/session_id/maxLength", "alteration": "is gone", "reason": "tiny"},
          {"subject": "nothing", "alteration": "is gone", "reason": "stale"}
        ]}
        """

    @Test func `a survivor that is listed with a reason is equivalent, and an entry for none is out of date`() throws {
        let set = TinyVectors.make([TinyVectors.accepted, TinyVectors.missing], equivalents: Self.listed)
        #expect(try Self.fate("is gone", of: Self.maxLength, in: set) == .equivalent("tiny"))
        #expect(try VectorAudit(set).run().staleEquivalents == ["nothing is gone"])
    }

    @Test(arguments: [
        (#"{"mutants": []}"#, "format"), (#"{"format": 1}"#, "mutants"),
        (#"{"format": 1, "mutants": [], "more": 1}"#, "more"),
        (#"{"format": 1, "mutants": [{"subject": "a", "alteration": "b"}]}"#, "reason"),
        (#"{"format": 1, "mutants": [{"subject": "a", "alteration": "b", "reason": "c", "subjet": "d"}]}"#, "subjet"),
        (#"{"format": 1, "mutants": {}}"#, "mutants"),
    ])
    func `the list of equivalent mutants is read strictly`(_ list: String, _ member: String) {
        let set = TinyVectors.make([TinyVectors.accepted], equivalents: list)
        let error = #expect(throws: AuditError.self) { try VectorAudit(set) }
        #expect(error?.description.hasPrefix("equivalent-mutants.json:") == true)
        #expect(error?.description.contains(member) == true)
    }

    private static let needless = """
        {"format": 1, "mutants": [
          {"subject": "v*/session-confirm-request#/properties/session_id/maxLength", "alteration": "is gone", "reason": "tiny"}
        ]}
        """

    @Test func `an entry for a mutant that a case kills is out of date, and fails the audit`() throws {
        let set = TinyVectors.make([TinyVectors.accepted, TinyVectors.tooLong], equivalents: Self.needless)
        let report = try VectorAudit(set).run()
        #expect(try Self.fate("is gone", of: Self.maxLength, in: set) == .killed(by: "tiny.too-long"))
        #expect(report.staleEquivalents == ["v*/session-confirm-request#/properties/session_id/maxLength is gone"])
        #expect(!report.isPassed)
    }

    // The rules of the whole package are tried by `payoutkit vectors audit`.
    @Test func `a start of a payout by the other name is refused alike, with its second finding or without`() throws {
        let rules = try VectorSet.embedded.rules()
        for rule in ["START.COMPLETE", "MEMBER.OTHER_VERSION"] as [RuleID] {
            #expect(rules[rule]?.level == .must, "the list of equivalent mutants rests on this")
            #expect(rules[rule]?.lenientLevel == .should, "the list of equivalent mutants rests on this")
        }
    }

    @Test func `the report for programs counts what the report counts`() throws {
        let report = try VectorAudit(TinyVectors.make([TinyVectors.accepted, TinyVectors.missing])).run()
        #expect(report.tree["mutants"] == .number(JSONNumber(report.outcomes.count)))
        #expect(report.tree["survived"] == .number(JSONNumber(report.survivors.count)))
        #expect(report.killedCount + report.equivalentCount + report.survivors.count == report.outcomes.count)
        #expect(report.tree["outcomes"]?.elements?.count == report.outcomes.count)
    }
}
