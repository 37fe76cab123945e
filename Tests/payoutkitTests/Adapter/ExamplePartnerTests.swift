import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutVectors
import TestSupport
import Testing

@testable import PayoutConformance
@testable import payoutkit

/// The whole partners under `Examples/`, where their language is installed.
@Suite("Example partners", .serialized, .timeLimit(.minutes(10))) struct ExamplePartnerTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Examples/Partners/"

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
        let program = Self.folder + "python/partner.py"
        let tags = ["smoke", "delivery", "books", "cancel", "answers", "money", "order"]
        let cases = ContractCases.partner.filter { !$0.tags.filter(tags.contains).isEmpty }
        let report = try await Self.run(cases, command: "python3 \(program)") { "python3 \(program) serve \($0)" }
        #expect(Self.wrong(in: report) == [])
        #expect(report.results.count > 50)
    }

    @Test(
        .enabled(
            if: succeeds("php -r 'exit(function_exists(\"openssl_sign\") && function_exists(\"curl_init\") ? 0 : 1);'"),
            "php with openssl and curl is not installed"
        )
    )
    func `the partner in PHP passes, in both versions`() async throws {
        let program = Self.folder + "php/"
        let cases = ContractCases.partner + ContractCases.partnerV2
        let report = try await Self.run(cases, command: "php \(program)shop.php") { port in
            "env PHP_CLI_SERVER_WORKERS=8 php -S 127.0.0.1:\(port) \(program)webhooks.php"
        }
        #expect(Self.wrong(in: report) == [])
        #expect(report.results.count > 200)
    }

    @Test func `no file of an example partner in PHP has 60 lines or more`() throws {
        let files = try #require(Files.names(in: Self.folder + "php"))
        #expect(files.count >= 4)
        for file in files where file.hasSuffix(".php") {
            let lines = try Files.bytes(at: Self.folder + "php/" + file)
                .split(separator: 0x0A, omittingEmptySubsequences: false)
            #expect(lines.count <= 60, "\(file)")
        }
    }

    private static func wrong(in report: SuiteReport) -> [String] {
        report.results.filter { $0.outcome != .passed }
            .map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" }
    }

    /// Starts a partner's server, and runs cases against it.
    ///
    /// - Parameters:
    ///   - command: What `start`, `cancel` and `ledger` are put behind.
    ///   - serve: The command that takes webhooks at a port.
    private static func run(
        _ cases: [ContractCase],
        command: String,
        serve: (UInt16) -> String
    ) async throws -> SuiteReport {
        let folder = try TemporaryFolder()
        for name in ["public-test-key-partner.pem", "public-test-key-bank.pub.pem"] {
            let pem = String(decoding: try VectorSet.embedded.key(named: name), as: UTF8.self)
            _ = try folder.write(name, pem)
        }
        let (port, bankPort) = (try freePort(), try freePort())
        let shop =
            "SHOP_BOOKS=\(folder.file("books.db")) SHOP_KEY=\(folder.file("public-test-key-partner.pem")) "
            + "SHOP_BANK_KEY=\(folder.file("public-test-key-bank.pub.pem"))"
        let bank = "PAYOUT_BANK_URL=http://127.0.0.1:\(bankPort) PAYOUT_PROJECT=test_project"
        let server = try ChildProcess(ProcessCommand("/bin/sh", ["-c", "\(bank) \(shop) exec \(serve(port))"]))
        defer { server.kill() }
        let target = PartnerTarget(
            webhookURL: try HTTPURL("http://127.0.0.1:\(port)/"),
            commands: PartnerCommands(
                start: .command("\(shop) exec \(command) start"),
                cancel: "\(shop) exec \(command) cancel",
                ledger: "\(shop) exec \(command) ledger"
            ),
            partnerKey: try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pub.pem")),
            bankPort: bankPort,
            pace: PartnerPace(start: .seconds(60), confirm: .seconds(30), books: .seconds(10))
        )
        return try await onThread {
            try awaitServer(at: target.webhookURL)
            return try SuiteRunner(suite: "partner", cases: cases, target: target).run()
        }
    }

    /// Waits until anything answers; a server takes a moment to start.
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
