import Testing

@testable import PayoutRegression

@Suite("Contract diff: pairing") struct PairingTests {
    @Test func `each element is in one pair, and what is left keeps its order`() {
        let pairing = Pairing([1, 5, 1, 2, 6], ["1", "7", "2", "8", "9", "1"]) { String($0) == $1 }
        #expect(pairing.kept.map(\.old) == [1, 1, 2])
        #expect(pairing.gone == [5, 6])
        #expect(pairing.come == ["7", "8", "9"])
        #expect(pairing.changed.map(\.new) == ["7", "8"])
        #expect(pairing.removed.isEmpty)
        #expect(Array(pairing.added) == ["9"])
    }

    @Test func `what is gone without anything that came is removed`() {
        let pairing = Pairing([1, 2, 3], [9]) { $0 == $1 }
        #expect(pairing.changed.map(\.old) == [1])
        #expect(Array(pairing.removed) == [2, 3])
    }
}
