import PayoutContract
import PayoutVectors
import Testing

@Suite("Contract: verdict alone") struct VerdictTests {
    @Test(arguments: Profile.allCases) func `it is that of the findings, for every case`(_ profile: Profile) throws {
        let contract = try Contract.embedded()
        var verdicts: [Bool: Int] = [:]
        for vector in try VectorSet.embedded.cases() {
            guard case .message(let message) = vector.content, let type = MessageType(message) else { continue }
            let verdict = try contract.accepts(message.body, as: type, profile: profile)
            let whole = try contract.check(message.body, as: type, profile: profile).isAccepted
            #expect(verdict == whole, "\(vector.id)")
            verdicts[verdict, default: 0] += 1
        }
        #expect(verdicts.values.allSatisfy { $0 > 300 } && verdicts.count == 2)
    }
}
