import PayoutConformance
import PayoutVectors
import Testing

@Suite("List of cases") struct CaseListTests {
    @Test func `ids are unique and say the suite first`() {
        let ids = ContractCases.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ContractCases.bank.allSatisfy { $0.id.hasPrefix("bank.") })
        #expect((ContractCases.partner + ContractCases.partnerV2).allSatisfy { $0.id.hasPrefix("partner.") })
        #expect(ContractCases.adapter.allSatisfy { $0.id.hasPrefix("adapter.") })
    }

    // A case that plays a generated vector ends with its id, which names members and keywords as they are written.
    @Test(arguments: ContractCases.all.map(\.id).filter { !$0.contains(".gen.") })
    func `an id is lower case words with hyphens and dots`(id: String) {
        #expect(id.wholeMatch(of: /[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+/) != nil)
    }

    @Test func `the id of a case that plays a generated vector ends with that vector's id`() throws {
        // That it is a webhook, the suite's own part of the id says.
        let words = try VectorSet.embedded.cases(kind: .message).map { $0.id.split(separator: ".") }
        let vectors = Set(words.map { $0.filter { $0 != "webhook" }.joined(separator: ".") })
        let played = ContractCases.all.map(\.id).filter { $0.contains(".gen.") }
        #expect(!played.isEmpty)
        for id in played {
            let start = try #require(id.firstRange(of: "gen.")).lowerBound
            let isVector = vectors.contains(String(id[start...]))
            #expect(isVector, "\(id)")
        }
    }

    @Test func `every case names its rules, and the register knows them`() throws {
        let register = try VectorSet.embedded.rules()
        for contractCase in ContractCases.all {
            #expect(!contractCase.rules.isEmpty, "\(contractCase.id)")
            for rule in contractCase.rules {
                #expect(register[rule] != nil, "\(contractCase.id) names \(rule.rawValue)")
            }
        }
    }

    @Test func `every twin is a case that is no negative itself`() throws {
        for contractCase in ContractCases.all {
            guard let twin = contractCase.twin else { continue }
            let found = try #require(ContractCases.named(twin), "\(contractCase.id)")
            #expect(found.twin == nil, "\(contractCase.id)")
        }
    }

    @Test func `every negative case has a twin`() {
        for contractCase in ContractCases.all where contractCase.tags.contains("negative") {
            #expect(contractCase.twin != nil, "\(contractCase.id)")
        }
    }
}
