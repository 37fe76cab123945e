import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

/// Every text case of the vectors, run through the text check of the contract.
struct TextVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let text: TextCase

        var testDescription: String { id }
    }

    static let vectors: [Vector] = ((try? VectorSet.embedded.cases(kind: .text)) ?? [])
        .compactMap { vector in
            guard case .text(let text) = vector.content else { return nil }
            return Vector(id: vector.id, text: text)
        }

    @Test func `there are text cases`() {
        #expect(Self.vectors.count > 50)
    }

    @Test(arguments: vectors)
    func `a text has the verdict, the rule and the offset that it expects`(vector: Vector) throws {
        let contract = try MessageVectorTests.contract.get()
        let type = try #require(MessageType(.request(.createSession), api: .v1))
        let strict = try contract.check(vector.text.body, as: type, profile: .strict)
        let lenient = try contract.check(vector.text.body, as: type, profile: .lenient)
        switch vector.text.expectation {
        case .accept:
            #expect(strict.document != nil, "\(strict.summary)")
            #expect(lenient.document != nil, "\(lenient.summary)")
        case .reject(let expected):
            #expect(strict.document == nil)
            #expect(strict.has(expected, .error), "\(expected.summary) is not in \(strict.summary)")
            #expect(lenient.document == nil)
        case .rejectStrictly(let expected):
            #expect(strict.document == nil)
            #expect(strict.has(expected, .error), "\(expected.summary) is not in \(strict.summary)")
            #expect(lenient.document != nil, "\(lenient.summary)")
            #expect(lenient.has(expected, .warning), "\(expected.summary) is not in \(lenient.summary)")
        }
        guard let expected = vector.text.expectation.findings.first else { return }
        let error = #expect(throws: JSONTextError.self) { try JSONDocument(parsing: vector.text.body) }
        #expect(error?.offset == expected.offset)
    }
}
