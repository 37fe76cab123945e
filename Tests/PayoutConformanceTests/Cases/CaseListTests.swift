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

    /// Where a case comes from a schema, its id names members and keywords as they are.
    @Test(arguments: ContractCases.all.map(\.id))
    func `an id is words with hyphens and dots`(id: String) {
        #expect(id.wholeMatch(of: /[a-z]+(\.[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*)+/) != nil)
        #expect(id.contains(".gen.") || id.lowercased() == id)
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
