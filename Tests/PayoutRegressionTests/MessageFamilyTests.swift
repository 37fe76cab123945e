import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON
import Testing
import VectorGeneration

// That the files of the package are what the generator makes, `payoutkit vectors regenerate --check` proves.
struct MessageFamilyTests {
    private static let written = TinyVectors.make([TinyVectors.accepted])

    /// The set with the generated files.
    private static func completed() throws -> VectorSet {
        let made = try MessageFamilies(written).files.map { (String($0.path.dropFirst("vectors/".count)), $0.bytes) }
        let kept = written.paths.map { ($0, written.bytes(at: $0) ?? []) }
        return VectorSet(files: Dictionary(uniqueKeysWithValues: kept + made))
    }

    private static func generated() throws -> [VectorCase] {
        try completed().cases(kind: .message).filter { $0.path.contains("/generated/") }
    }

    @Test func `a constraint gets a case that breaks it and those at its edges`() throws {
        let place = "gen.v1.session-confirm-request"
        let ids = try Self.generated().map(\.id)
        #expect(ids.contains("\(place).session_id.maxLength"))
        #expect(ids.contains("\(place).required.session_id"))
        #expect(try Self.generated().allSatisfy { $0.id.hasPrefix("gen.") && $0.tags.contains("generated") })
    }

    @Test func `what is made leaves no mutant of the schemas alive`() throws {
        let report = try VectorAudit(Self.completed()).run()
        let subject = "v1/session-confirm-request#"
        let own = report.outcomes.filter { $0.mutant.subject.hasPrefix(subject) }
        #expect(own.count > 5)
        #expect(own.filter { $0.fate == .survived }.map(\.mutant.description) == [])
    }

    @Test func `the same files are made again, whatever was made before`() throws {
        let first = try MessageFamilies(Self.written).files
        #expect(!first.isEmpty)
        #expect(try MessageFamilies(Self.completed()).files == first)
    }

    @Test func `a constraint that no accepted body meets is a gap with the reason`() throws {
        let families = try MessageFamilies(TinyVectors.make([TinyVectors.missing]))
        #expect(families.files.isEmpty)
        #expect(families.gaps.map(\.constraint.description).contains("\(TinyVectors.schemaPlace)/maxLength"))
        #expect(families.gaps.allSatisfy { $0.reason == "no accepted body reaches the schema" })
    }

    @Test func `a refused case has its finding, and no error in another place`() throws {
        let contract = try Contract(vectors: Self.written)
        let refused = try Self.generated().filter { !$0.isAccepted }
        #expect(!refused.isEmpty)
        for vector in refused {
            guard case .message(let message) = vector.content, let type = MessageType(message) else { continue }
            let expected = message.expectation.findings.first
            let errors = try contract.check(message.body, as: type).findings.filter { $0.severity == .error }
            #expect(errors.contains { $0.rule == expected?.rule }, "\(vector.id)")
            #expect(errors.allSatisfy { $0.pointer == expected?.pointer }, "\(vector.id)")
        }
    }

    @Test func `a refused case differs from its twin, which is accepted`() throws {
        let all = Dictionary(uniqueKeysWithValues: try Self.completed().cases(kind: .message).map { ($0.id, $0) })
        for vector in try Self.generated() where !vector.isAccepted {
            let twin = try #require(vector.twin.flatMap { all[$0] })
            #expect(twin.isAccepted)
            #expect(twin.body != vector.body, "\(vector.id)")
        }
    }
}
