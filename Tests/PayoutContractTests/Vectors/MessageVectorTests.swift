import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

/// Every message case of the vectors, run through the contract in both profiles.
struct MessageVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let message: MessageCase

        var testDescription: String { id }
    }

    static let contract = Result { try Contract() }
    static let vectors: [Vector] = load()
        .compactMap { vector in
            guard case .message(let message) = vector.content else { return nil }
            return Vector(id: vector.id, message: message)
        }

    private static func load() -> [VectorCase] {
        // A wrong file gives no cases here; the count below then fails, and the tests of the loader say why.
        (try? VectorSet.embedded.cases(kind: .message)) ?? []
    }

    @Test func `there are cases of every message that has a schema`() throws {
        let contract = try Self.contract.get()
        let covered = Set(Self.vectors.compactMap { MessageType($0.message) })
        for api in APIVersion.allCases {
            for message in MessageType.all(of: api) where contract.supports(message) {
                #expect(covered.contains(message), "\(message)")
            }
        }
    }

    @Test(arguments: vectors)
    func `a case has the verdict, the rule and the place that it expects`(vector: Vector) throws {
        let contract = try Self.contract.get()
        let type = try #require(MessageType(vector.message))
        let request = try vector.message.request.map { try JSONDocument(parsing: $0) }
        let strict = try contract.check(vector.message.body, as: type, profile: .strict, request: request)
        let lenient = try contract.check(vector.message.body, as: type, profile: .lenient, request: request)
        switch vector.message.expectation {
        case .accept(let warnings):
            #expect(strict.isAccepted, "\(strict.summary)")
            #expect(lenient.isAccepted, "\(lenient.summary)")
            let given = strict.findings.filter { $0.severity == .warning }
            #expect(Set(given.map { ExpectedFinding(rule: $0.rule, pointer: $0.pointer) }) == Set(warnings))
        case .reject(let expected):
            #expect(strict.has(expected, .error), "\(expected.summary) is not in \(strict.summary)")
            #expect(lenient.has(expected, .error), "\(expected.summary) is not in \(lenient.summary)")
        case .rejectStrictly(let expected):
            #expect(strict.has(expected, .error), "\(expected.summary) is not in \(strict.summary)")
            #expect(lenient.isAccepted, "\(lenient.summary)")
            #expect(lenient.has(expected, .warning), "\(expected.summary) is not in \(lenient.summary)")
        }
    }

    @Test(arguments: vectors)
    func `findings are in the order of the text, inside of it, and say something`(vector: Vector) throws {
        let type = try #require(MessageType(vector.message))
        let result = try Self.contract.get().check(vector.message.body, as: type, profile: .strict)
        let starts = result.findings.map(\.byteRange.lowerBound)
        #expect(starts == starts.sorted())
        for finding in result.findings {
            #expect(finding.byteRange.lowerBound >= 0 && finding.byteRange.upperBound <= vector.message.body.count)
            #expect(finding.message.count > 5)
            #expect(!finding.message.hasSuffix("."))
        }
    }
}

extension CheckResult {
    var summary: String {
        findings.isEmpty
            ? "no findings"
            : findings.map { "\($0.severity) \($0.rule) at '\($0.pointer)': \($0.message)" }.joined(separator: "; ")
    }

    func has(_ expected: ExpectedFinding, _ severity: Severity) -> Bool {
        findings.contains { finding in
            finding.rule == expected.rule && finding.severity == severity
                && (expected.pointer == nil || finding.pointer == expected.pointer)
        }
    }
}

extension ExpectedFinding {
    var summary: String { "\(rule) at '\(pointer?.description ?? offset.map(String.init) ?? "")'" }
}
