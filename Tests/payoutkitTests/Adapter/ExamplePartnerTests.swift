import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutVectors
import TestSupport
import Testing

@testable import PayoutConformance
@testable import payoutkit

/// The whole partner under `Examples/`, where its language is installed.
@Suite("Example partners", .serialized, .timeLimit(.minutes(5))) struct ExamplePartnerTests {
    private static let program =
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Examples/Partners/python/partner.py"

    private static func succeeds(_ check: String) -> Bool { (try? ShellCheck(check))?.isSuccess == true }

    /// A port that was free a moment ago.
    private static func freePort() throws -> UInt16 {
        let server = try HTTPServer(configuration: HTTPServerConfiguration()) { _, _ in
            HTTPReply(HTTPResponse(status: 200))
        }
        defer { server.stop(within: .zero) }
        return server.port
    }

    @Test(.enabled(if: succeeds("python3 -c 'import cryptography'"), "python3 with cryptography is not installed"))
    func `the partner in Python passes`() async throws {
        let folder = try TemporaryFolder()
        for name in ["public-test-key-partner.pem", "public-test-key-bank.pub.pem"] {
            let pem = String(decoding: try VectorSet.embedded.key(named: name), as: UTF8.self)
            _ = try folder.write(name, pem)
        }
        let (port, bankPort) = (try Self.freePort(), try Self.freePort())
        let shop =
            "SHOP_BOOKS=\(folder.file("books.db")) SHOP_KEY=\(folder.file("public-test-key-partner.pem")) "
            + "SHOP_BANK_KEY=\(folder.file("public-test-key-bank.pub.pem"))"
        let bank = "PAYOUT_BANK_URL=http://127.0.0.1:\(bankPort) PAYOUT_PROJECT=test_project"
        func command(_ name: String) -> String { "\(shop) exec python3 \(Self.program) \(name)" }
        let server = try ChildProcess(ProcessCommand("/bin/sh", ["-c", "\(bank) \(command("serve \(port)"))"]))
        defer { server.kill() }
        let target = PartnerTarget(
            webhookURL: try HTTPURL("http://127.0.0.1:\(port)/"),
            commands: PartnerCommands(
                start: .command(command("start")),
                cancel: command("cancel"),
                ledger: command("ledger")
            ),
            partnerKey: try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pub.pem")),
            bankPort: bankPort,
            pace: PartnerPace(start: .seconds(60), confirm: .seconds(30), books: .seconds(10))
        )
        let tags = ["smoke", "delivery", "books", "cancel", "answers", "money", "order"]
        let cases = ContractCases.partner.filter { !$0.tags.filter(tags.contains).isEmpty }
        let report = try await onThread {
            try Self.awaitServer(at: target.webhookURL)
            return try SuiteRunner(suite: "partner", cases: cases, target: target).run()
        }
        let wrong = report.results.filter { $0.outcome != .passed }
        #expect(wrong.map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" } == [])
        #expect(report.results.count > 40)
    }

    /// Waits until anything answers; Python takes a moment to start.
    private static func awaitServer(at url: HTTPURL) throws {
        let client = HTTPClient()
        defer { client.close() }
        let deadline = Deadline.after(.seconds(60))
        while true {
            do throws(HTTPError) {
                _ = try client.send(HTTPRequest(method: "POST", target: "/", body: []), to: url)
                return
            } catch {
                guard !deadline.hasPassed else { throw error }
                Polling.pause(.milliseconds(50))
            }
        }
    }
}
