import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Audit of the session's lifecycle") struct LifecycleAuditTests {
    /// The embedded sequences, with one rule's name in the place of another's.
    private static func cases(naming rule: String = "", insteadOf other: String = "-") throws -> [VectorCase] {
        let folder = VectorSet.embedded
        let paths = folder.jsonPaths(in: "sequences") + ["rules.json", "vectors.schema.json"]
        let files = try paths.map { path in
            let text = String(decoding: try #require(folder.bytes(at: path)), as: UTF8.self)
            let isRegister = !path.hasPrefix("sequences/")
            return (path, Array((isRegister ? text : text.replacingText(other, with: rule)).utf8))
        }
        return try VectorSet(files: Dictionary(uniqueKeysWithValues: files)).cases(kind: .sequence)
    }

    private static func survivors(_ cases: [VectorCase]) -> [String] {
        LifecycleAudit(cases).outcomes().filter { $0.fate == .survived }.map(\.mutant.alteration)
    }

    @Test func `the sequences notice every change`() throws {
        #expect(Self.survivors(try Self.cases()) == [])
    }

    @Test func `a case kills only a change whose rule it names`() throws {
        let cases = try Self.cases(naming: "SESSION.STATE", insteadOf: "SESSION.UNKNOWN")
        #expect(LifecycleAudit(cases).failures() == [])
        let survivors = Self.survivors(cases)
        #expect(survivors.count == 4)
        #expect(survivors.allSatisfy { $0.hasSuffix("without a session") })
    }
}
