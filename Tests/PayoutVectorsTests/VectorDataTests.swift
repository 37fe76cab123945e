import PayoutVectors
import StrictJSON
import Testing

struct VectorDataTests {
    @Test func `all cases can be read, and their ids are unique`() throws {
        let cases = try VectorSet.embedded.cases()
        #expect(Set(cases.map(\.id)).count == cases.count)
        #expect(cases.contains { $0.kind == .message })
    }

    @Test func `every MUST about a body has a case that breaks it and a twin that keeps it`() throws {
        let cases = try VectorSet.embedded.cases().filter { !$0.isAccepted && $0.twin != nil }
        let broken = Set(cases.flatMap(\.expectedRules))
        let missing = try VectorSet.embedded.rules().all
            .filter { $0.level == .must && Self.isDecidedByBody($0) && !broken.contains($0.id) }
        #expect(missing.map(\.id).isEmpty)
    }

    @Test func `every rule about a message is named by an accepted case and by one that breaks or earns it`() throws {
        let cases = try VectorSet.embedded.cases()
        let kept = Set(
            cases.filter(\.isAccepted).flatMap { vector in vector.rules.filter { !vector.expectedRules.contains($0) } }
        )
        let broken = Set(cases.flatMap(\.expectedRules))
        let rules = try VectorSet.embedded.rules().all.filter(Self.isDecidedByBody).map(\.id)
        #expect(rules.filter { !kept.contains($0) } == [])
        #expect(rules.filter { !broken.contains($0) } == [])
    }

    @Test func `every rule about a message has an example that keeps it and one that breaks it`() throws {
        let rules = try VectorSet.embedded.rules().all.filter(Self.isDecidedByBody)
        #expect(rules.filter { $0.good == nil || $0.bad == nil }.map(\.id) == [])
    }

    @Test func `what rests on a choice of this kit alone fails nobody in the lenient profile`() throws {
        let rules = try VectorSet.embedded.rules().all
            .filter { $0.lenientLevel == .must && $0.sources.allSatisfy { $0.certainty == .kit } }
        #expect(rules.map(\.id) == [])
    }

    /// Rules about the way of a call, its headers, the order of calls and what a program does are shown by the suites,
    /// not by one body.
    private static func isDecidedByBody(_ rule: Rule) -> Bool {
        rule.subjects.contains { [.request, .response, .webhook].contains($0) }
    }

    @Test func `every schema has the URI of its path, a title, a description and examples`() throws {
        let documents = try VectorSet.embedded.schemaDocuments()
        #expect(documents.count > 20)
        for document in documents {
            let uri = try #require(document.root["$id"]?.string)
            for name in ["title", "description", "examples"] {
                #expect(document.root[name] != nil, "\(uri) \(name)")
            }
        }
    }

    @Test func `the schemas of one message are found by following references`() throws {
        let set = VectorSet.embedded
        let all = try set.schemaDocuments().count
        let uri = "urn:bank131:payout:v1:session-confirm-request"
        let reachable = try set.schemaDocuments(reachableFrom: uri)
        #expect(reachable.first?.root["$id"]?.string == uri)
        #expect(reachable.count > 1)
        #expect(reachable.count < all / 2)
        #expect(set.hasSchema(uri))
        #expect(!set.hasSchema("urn:bank131:payout:v1:nothing"))
        #expect(!set.hasSchema("urn:bank131:payout:v1:../../rules"))
    }

    @Test func `every rule named by a schema is in the register`() throws {
        let register = try VectorSet.embedded.rules()
        for document in try VectorSet.embedded.schemaDocuments() {
            var waiting = [document.root]
            while let value = waiting.popLast() {
                waiting += value.elements
                for member in value.members { waiting.append(member.value) }
                guard let rules = value["x-rules"], rules.kind == .object else { continue }
                for rule in rules.members {
                    let id = RuleID(rawValue: try #require(rule.value.string))
                    #expect(register[id] != nil, "\(id)")
                    #expect(value[rule.name] != nil, "\(rule.name) is not beside its rule \(id)")
                }
            }
        }
    }

    @Test(arguments: ["required", "type", "enum", "const", "minimum", "pattern", "minLength", "unevaluatedProperties"])
    func `a keyword has a default rule`(keyword: String) throws {
        #expect(try VectorSet.embedded.rules().defaultRule(forKeyword: keyword) != nil)
    }
}

extension VectorCase {
    /// The rules whose breach the case expects.
    fileprivate var expectedRules: [RuleID] {
        switch content {
        case .message(let message): message.expectation.findings.map(\.rule)
        case .text(let text): text.expectation.findings.map(\.rule)
        case .signature(let signature): [signature.brokenRule].compactMap(\.self)
        case .sequence(let sequence): [sequence.brokenRule].compactMap(\.self)
        }
    }
}
