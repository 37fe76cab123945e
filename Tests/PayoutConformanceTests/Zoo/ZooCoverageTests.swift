import ConformanceZoo
import PayoutVectors
import Testing

/// The proof that the zoo leaves no rule out.
@Suite("Coverage of the zoo") struct ZooCoverageTests {
    /// About operations beside the payout flow to a card, which no suite calls or asks for; vectors and the sandbox cover them.
    private static let other = "an operation that no suite calls"

    /// MUST rules that no specimen breaks, and why none can.
    private static let exceptions: [RuleID: String] = [
        "ACCOUNT.PREFIX_NOMINAL": other,
        "PURPOSE.NOMINAL": other,
        "NOMINAL.BENEFICIARY": other,
        "ACCOUNT.PREFIX_SETTLEMENT": other,
        "SETTLEMENT.SENDER_ACCOUNT": other,
        "FISCAL.REQUIRED": other,
        "VERIFICATION.INSTRUMENT": other,
        "TOKENIZE.ELEMENT": other,
        "MULTI.NOT_EMPTY": other,
        "METHOD.GET": other,
        "TRANSPORT.HOST": "a suite gives the address itself; explain and check read what was recorded elsewhere",
        "SECRET.PRIVATE_KEY": "no suite sees the code and the logs of what is under test",
        "SECRET.CARD_NUMBER": "no suite sees the database and the logs of what is under test",
    ]

    @Test func `every MUST rule is broken by a specimen, or has a reason why none can`() throws {
        let broken = Set(Zoo.all.map(\.rule))
        let musts = try VectorSet.embedded.rules().all.filter { $0.level == .must }.map(\.id)
        #expect(musts.filter { !broken.contains($0) && Self.exceptions[$0] == nil } == [])
        #expect(musts.count > 100)
    }

    @Test func `no exception is stale`() throws {
        let broken = Set(Zoo.all.map(\.rule))
        let musts = Set(try VectorSet.embedded.rules().all.filter { $0.level == .must }.map(\.id))
        #expect(Self.exceptions.keys.filter { broken.contains($0) || !musts.contains($0) }.sorted() == [])
    }
}
