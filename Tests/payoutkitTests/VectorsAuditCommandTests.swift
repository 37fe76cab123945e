import PayoutVectors
import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: vectors audit") struct VectorsAuditCommandTests {
    private static let accepted = """
        {"id": "tiny.accepted", "title": "t", "rule": ["ID.LENGTH"], "level": "MUST", "comment": "c", "tags": [],
         "since": "0.1.0", "body": "{\\"session_id\\":\\"abc\\"}", "expect": {"verdict": "accept"}}
        """

    /// Runs the audit of a folder whose contract is one limit, and whose cases keep it and never break it.
    private func audit(_ options: String...) throws -> (status: ExitCode, output: String) {
        let folder = try TemporaryFolder()
        let rules = try #require(VectorSet.embedded.bytes(at: "rules.json"))
        let schema = """
            {"$id": "urn:bank131:payout:v1:session-confirm-request",
             "properties": {"session_id": {"maxLength": 3, "x-rules": {"maxLength": "ID.LENGTH"}}}}
            """
        let cases = """
            {"format": 1, "kind": "message", "api": "v1", "message": "session/confirm", "direction": "request",
             "count": 1, "cases": [\(Self.accepted)]}
            """
        for (name, text) in [
            ("rules.json", String(decoding: rules, as: UTF8.self)),
            ("schemas/v1/session-confirm-request.json", schema),
            ("payloads/v1/session-confirm-request.json", cases),
        ] {
            try File.createFolders(to: folder.file(name))
            _ = try folder.write(name, text)
        }
        let console = RecordingConsole()
        let status = PayoutKit.run(
            ["vectors", "audit", "--vectors", folder.path, "--rule", "ID.LENGTH"] + options,
            on: console.console
        )
        return (status, console.output)
    }

    @Test func `a constraint that no case breaks is named, and the exit code is 1`() throws {
        let (status, output) = try audit()
        #expect(status == .wrong)
        let subject = "v1/session-confirm-request#/properties/session_id/maxLength"
        #expect(output.contains("survived: \(subject) is gone [ID.LENGTH]\n"))
        #expect(output.contains("survived: \(subject) is 4 [ID.LENGTH]\n"))
        #expect(output.hasSuffix("3 mutants: 1 killed, 0 equivalent, 2 survived\n"))
    }

    @Test func `with --verbose each mutant is there with the case that killed it`() throws {
        let (status, output) = try audit("--verbose")
        #expect(status == .wrong)
        #expect(
            output.contains(
                "killed by tiny.accepted: v1/session-confirm-request#/properties/session_id/maxLength is 2\n"
            )
        )
    }
}
