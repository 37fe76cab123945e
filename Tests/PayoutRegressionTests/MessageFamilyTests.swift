import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON
import Testing
import VectorGeneration

struct MessageFamilyTests {
    static let families = Result { try MessageFamilies(.embedded) }
    static let generated = ((try? VectorSet.embedded.cases(kind: .message)) ?? [])
        .filter { $0.path.contains("/generated/") }

    @Test func `the generator makes the files that are there, byte for byte, and no other`() throws {
        let families = try Self.families.get()
        let paths = VectorSet.embedded.paths.filter { $0.contains("/generated/") }.map { "vectors/\($0)" }
        #expect(families.files.map(\.path) == paths)
        for file in families.files {
            let isSame = VectorSet.embedded.bytes(at: String(file.path.dropFirst("vectors/".count))) == file.bytes
            #expect(isSame, "\(file.path): run payoutkit vectors regenerate")
        }
    }

    @Test func `every gap is a constraint and has a reason`() throws {
        let families = try Self.families.get()
        #expect(families.gaps.allSatisfy { !$0.reason.isEmpty })
        #expect(Set(families.gaps.map(\.constraint)).count == families.gaps.count)
    }

    @Test func `there are many generated cases, and the id of each says so`() {
        #expect(Self.generated.count > 500)
        #expect(Self.generated.allSatisfy { $0.id.hasPrefix("gen.") && $0.tags.contains("generated") })
    }

    @Test func `a generated case that is refused has its finding and no error in another place`() throws {
        let contract = try Contract.embedded()
        for vector in Self.generated {
            guard case .message(let message) = vector.content, let type = MessageType(message),
                let expected = message.expectation.findings.first, !message.expectation.isAccept
            else { continue }
            let request = try message.request.map { try JSONDocument(parsing: $0) }
            let errors = try contract.check(message.body, as: type, request: request).findings
                .filter { $0.severity == .error }
            #expect(errors.contains { $0.rule == expected.rule }, "\(vector.id)")
            #expect(errors.allSatisfy { $0.pointer == expected.pointer }, "\(vector.id)")
        }
    }

    @Test func `a generated case that is refused differs from an accepted twin of the same message`() throws {
        let all = Dictionary(
            uniqueKeysWithValues: try VectorSet.embedded.cases(kind: .message).map { ($0.id, $0) }
        )
        for vector in Self.generated where !vector.isAccepted {
            let twin = try #require(vector.twin.flatMap { all[$0] })
            guard case .message(let own) = vector.content, case .message(let other) = twin.content else { continue }
            #expect(own.message == other.message && own.direction == other.direction && own.api == other.api)
            #expect(own.body != other.body || own.request != other.request, "\(vector.id)")
        }
    }
}
