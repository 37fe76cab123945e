import StrictJSON

/// One conversation with Bowtie: each command has one answer, and the answer may depend on those before.
struct BowtieSession {
    /// The only dialect that the engine reads without being told its vocabularies.
    static let dialect = "https://json-schema.org/draft/2020-12/schema"

    private static let version: Int64 = 1
    private var isStarted = false
    /// The dialect of schemas without `$schema`, when it is not the engine's own.
    private var foreignDialect: String?

    /// Answers a line; nil after the command `stop`.
    ///
    /// - Throws: `BowtieFault` when the line is no command, or no command that may come now.
    mutating func answer(_ line: NDJSONLine) throws(BowtieFault) -> JSONTree? {
        let request = try BowtieRequest(line)
        switch request {
        case .stop:
            return nil
        case .start(let version):
            guard version.int64 == Self.version else {
                throw BowtieFault(line: line.number, reason: "only version 1 of the protocol is spoken here")
            }
            isStarted = true
            return ["version": .number(version), "implementation": Self.implementation]
        case .dialect, .run:
            guard isStarted else { throw BowtieFault(line: line.number, reason: "the first command must be start") }
        }
        if case .dialect(let uri) = request {
            foreignDialect = Self.isOwn(uri) ? nil : uri
            return ["ok": .boolean(foreignDialect == nil)]
        }
        guard case .run(let sequence, let testCase) = request else { return nil }
        return outcome(of: testCase).answer(to: JSONTree(sequence))
    }

    private func outcome(of testCase: JSONValue) -> BowtieOutcome {
        guard let testCase = BowtieCase(testCase) else {
            return .errored(message: "case needs schema, tests with an instance each, and an object as registry if any")
        }
        if let foreignDialect, !testCase.namesDialect {
            return .skipped(message: "schemas of \(foreignDialect) are not read here")
        }
        return testCase.run()
    }

    /// An empty fragment changes nothing about what a URI names.
    private static func isOwn(_ uri: String) -> Bool { uri == dialect || uri == "\(dialect)#" }

    /// What the protocol asks about an implementation.
    private static var implementation: JSONTree {
        [
            "language": "swift",
            "name": "payoutkit",
            "version": .string(PayoutKit.version),
            "dialects": [.string(dialect)],
            "homepage": .string(home),
            "issues": .string(home),
            "source": .string(home),
        ]
    }

    // The protocol demands URIs. `.invalid` (RFC 2606) promises that they lead nowhere: the kit has no public address.
    private static let home = "https://payoutkit.invalid/"
}
