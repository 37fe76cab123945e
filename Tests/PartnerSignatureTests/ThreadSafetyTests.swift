import COpenSSL
import PartnerSignature
import Testing

@Suite("Signatures: threads") struct ThreadSafetyTests {
    @Test(.timeLimit(.minutes(10))) func `one key serves many callers at the same time`() async throws {
        let keys = try PublishedKeys.partner.get()
        let expected = try (0..<8).map { try keys.privateKey.sign([UInt8($0)]) }
        let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<16 {
                group.addTask {
                    var wrong = 0
                    for round in 0..<40 {
                        let index = (task + round) % 8
                        let body = [UInt8(index)]
                        if try keys.privateKey.sign(body) != expected[index] { wrong += 1 }
                        if !keys.publicKey.verify(expected[index], over: body).isValid { wrong += 1 }
                        if keys.publicKey.verify(expected[index], over: body + [0]).isValid { wrong += 1 }
                        if ERR_peek_error() != 0 { wrong += 1 }
                    }
                    return wrong
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
