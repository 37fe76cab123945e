import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON
import Synchronization
import Testing

@testable import PayoutConformance

/// The partner suite, tried on the kit's own shop and on partners that are shell commands.
@Suite("Partner under test", .timeLimit(.minutes(5))) struct PartnerSuiteTests {
    private static func run(_ ids: [String], on target: any SuiteTarget) async throws -> SuiteReport {
        let cases = (ContractCases.partner + ContractCases.partnerV2).filter { ids.isEmpty || ids.contains($0.id) }
        return try await onThread { try SuiteRunner(suite: "partner", cases: cases, target: target).run() }
    }

    @Test func `the unbroken shop passes everything, in both versions`() async throws {
        let report = try await Self.run([], on: EmbeddedPartner())
        let wrong = report.results.filter { $0.outcome != .passed }
        #expect(wrong.map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" } == [])
        #expect(report.results.count > 150)
    }

    @Test func `every case has the rules that its findings name, and a twin where it refuses`() {
        for contractCase in ContractCases.partner {
            #expect(!contractCase.rules.isEmpty, "\(contractCase.id)")
            if contractCase.id.hasPrefix("partner.forged.") || contractCase.id.hasPrefix("partner.mismatch.") {
                #expect(contractCase.twin == "partner.flow.accepted", "\(contractCase.id)")
            }
        }
    }

    @Test func `no report tells the names, cards and hashes of orders`() async throws {
        let target = EmbeddedPartner(faults: [.sendsCardNumbers, .changesMetadata, .namesNoProject, .acceptsNothing])
        let ids = ["partner.flow.accepted", "partner.calls.name-latin", "partner.calls.signed"]
        var report = try await Self.run(ids, on: target)
        report.results += try await Self.run(ids, on: EmbeddedPartner(faults: [.changesName])).results
        #expect(report.results.filter { $0.outcome == .failed }.count >= 4)
        for form in ReportForm.allCases {
            let text = String(decoding: form.writer.write(report), as: UTF8.self)
            for canary in ["Иванов", "NEIL", "neil", "4242424242424242", "63191fa1", "Щукин"] {
                #expect(!text.contains(canary), "\(form) tells \(canary)")
            }
        }
    }

    @Test(
        arguments: [
            (.answers500, "the webhook was answered with HTTP 500"),
            (.closesOnWebhooks, "the webhook was not answered"),
        ] as [(ShopFault, String)]
    )
    func `the message says how a webhook was answered`(_ fault: ShopFault, _ message: String) async throws {
        let pace = PartnerPace(start: .seconds(20), confirm: .seconds(3), quiet: .milliseconds(50))
        let target = EmbeddedPartner(faults: [fault], pace: pace)
        let report = try await Self.run(["partner.flow.accepted"], on: target)
        let messages = report.results.flatMap(\.findings).filter { $0.rule == "WEBHOOK.ANSWER_200" }.map(\.message)
        #expect(Set(messages) == [message])
    }

    private static func result(
        _ command: String,
        _ id: String = "partner.flow.waits",
        pace: PartnerPace = PartnerPace(start: .seconds(20), confirm: .milliseconds(300), quiet: .milliseconds(50))
    ) async throws -> CaseResult {
        let bench = try ShopBench(start: .command(command), pace: pace)
        return try #require(await run([id], on: bench.target).results.first)
    }

    @Test func `a command that fails is a finding with its status`() async throws {
        let result = try await Self.result("exit 3")
        #expect(result.outcome == .failed)
        #expect(result.findings.contains { $0.rule == "ORDER.SENT" && $0.message.contains("it exited with status 3") })
    }

    @Test func `a command that is killed is a finding with its signal`() async throws {
        let result = try await Self.result("kill -9 $$")
        #expect(result.findings.contains { $0.message.contains("signal 9 ended it") })
    }

    @Test func `a command that accepts and calls nobody is a finding`() async throws {
        let result = try await Self.result("true")
        #expect(result.outcome == .failed)
        #expect(result.findings.map(\.message) == ["no call started a payout for the order"])
    }

    @Test func `commands that hang are ended with all they started, and not asked without end`() async throws {
        let folder = try ScratchFolder()
        let ids = ContractCases.partner.prefix(6).map(\.id)
        let pace = PartnerPace(start: .milliseconds(300), confirm: .milliseconds(200), quiet: .milliseconds(50))
        let command = "echo $$ >> \(folder.path)/pids; sleep 600 & sleep 600"
        let bench = try ShopBench(start: .command(command), pace: pace)
        let report = try await Self.run(ids, on: bench.target)
        let hung = report.results.filter { $0.findings.contains { $0.message.contains("it did not end in time") } }
        #expect(hung.count == 3)
        #expect(report.results.filter { $0.outcome.reason?.contains("hung 3 times") == true }.count == 3)
        let groups = "for p in $(cat \(folder.path)/pids); do kill -0 -- -$p 2>/dev/null && exit 1; done; exit 0"
        let child = try ChildProcess(ProcessCommand("/bin/sh", ["-c", groups]))
        #expect(child.finish(until: .after(.seconds(20))).end == .exited(0))
    }

    @Test func `commands get the order and the bank's address in their environment`() async throws {
        let folder = try ScratchFolder()
        let command =
            "env > \(folder.path)/env; cp $PAYOUT_ORDER_FILE \(folder.path)/order; "
            + "cp $PAYOUT_BANK_PUBLIC_KEY_FILE \(folder.path)/key"
        _ = try await Self.result(command)
        let show = try ChildProcess(ProcessCommand("/bin/cat", ["\(folder.path)/env", "\(folder.path)/order"]))
        let text = String(decoding: show.finish(until: .after(.seconds(20))).output, as: UTF8.self)
        #expect(text.contains("PAYOUT_BANK_URL=http://127.0.0.1:"))
        #expect(text.contains("PAYOUT_PROJECT=test_project"))
        for member in ["order_id", "amount", "currency", "recipient_full_name", "number_hash", "api", "metadata"] {
            #expect(text.contains("\"\(member)\":"), "\(member)")
        }
        let key = try ChildProcess(ProcessCommand("/bin/cat", ["\(folder.path)/key"]))
        let pem = key.finish(until: .after(.seconds(20))).output
        #expect(
            try PublicKey(pem: pem) == PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pub.pem"))
        )
    }

    @Test func `orders also go to a URL`() async throws {
        let orders = Mutex<[PartnerOrder]>([])
        let shops = Mutex<ReferenceShop?>(nil)
        let desk = try HTTPServer(configuration: HTTPServerConfiguration()) { request, _ in
            guard let order = (try? JSONDocument(parsing: request.body)).flatMap({ PartnerOrder($0.root) }) else {
                return HTTPReply(HTTPResponse(status: 400))
            }
            orders.withLock { $0.append(order) }
            let shop = shops.withLock { $0 }
            let promise = HTTPReplyPromise()
            try? WorkerThread.startDetached(name: "desk") {
                promise.give(HTTPReply(HTTPResponse(status: shop?.start(order) == true ? 202 : 409)))
            }
            return .later(promise)
        }
        defer { desk.stop(within: .zero) }
        let bench = try ShopBench(start: .url(HTTPURL("http://127.0.0.1:\(desk.port)/orders")))
        shops.withLock { $0 = bench.shop }
        var target = bench.target
        target.bankPort = try Self.freePort()
        bench.shop.use(bankAt: try HTTPURL("http://127.0.0.1:\(target.bankPort)/"))
        let ids = ["partner.flow.accepted", "partner.v2.flow.accepted", "partner.books.paid"]
        let outcomes = try await Self.run(ids, on: target).results.map { "\($0.id) \($0.outcome.name)" }
        #expect(
            outcomes == [
                "partner.flow.accepted passed", "partner.books.paid not applicable", "partner.v2.flow.accepted passed",
            ]
        )
        let versions = Set(orders.withLock { $0.map(\.api) })
        #expect(versions == [.v1, .v2])
        #expect(target.name.contains("its books are not judged"))
    }

    private static func preflightError(of target: PartnerTarget) async -> PreflightError? {
        do {
            _ = try await run(["partner.flow.waits"], on: target)
            return nil
        } catch {
            return error as? PreflightError
        }
    }

    /// A port that was free a moment ago.
    private static func freePort() throws -> UInt16 {
        let server = try HTTPServer(configuration: HTTPServerConfiguration()) { _, _ in
            HTTPReply(HTTPResponse(status: 200))
        }
        let port = server.port
        server.stop(within: .zero)
        return port
    }

    @Test func `a webhook address that nobody listens at ends the run before its first case`() async throws {
        let bench = try ShopBench(start: .command("true"))
        var target = bench.target
        target.webhookURL = try HTTPURL("http://127.0.0.1:\(Self.freePort())/")
        let error = await Self.preflightError(of: target)
        #expect(error?.code == .unreachable)
    }

    @Test func `a port that is taken ends the run before its first case`() async throws {
        let bench = try ShopBench(start: .command("true"))
        var target = bench.target
        target.bankPort = bench.shop.port
        let error = await Self.preflightError(of: target)
        #expect(error?.code == .sandbox)
        #expect(error?.description.contains("in use") == true)
    }

    @Test func `without a seed two runs never give a partner the same order`() async throws {
        let tags = try (0..<2)
            .map { _ in
                let key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
                let bank = try PartnerBank(
                    project: "p",
                    port: 0,
                    partnerKey: key.publicKey,
                    signingKey: nil,
                    pace: PartnerPace(),
                    seed: nil,
                    contract: nil
                )
                defer { bank.stop() }
                return bank.tag
            }
        #expect(tags[0] != tags[1])
    }
}

/// The kit's shop, and a target whose orders come to it by other ways than in process.
private final class ShopBench: Sendable {
    let shop: ReferenceShop
    let target: PartnerTarget

    init(
        start: PartnerCommands.Start,
        pace: PartnerPace = PartnerPace(start: .seconds(20), confirm: .seconds(10), quiet: .milliseconds(100))
    ) throws {
        let partnerKey = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        let bankKey = try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pub.pem"))
        shop = try ReferenceShop(partnerKey: partnerKey, bankKey: bankKey)
        target = PartnerTarget(
            webhookURL: try HTTPURL("http://127.0.0.1:\(shop.port)/"),
            commands: PartnerCommands(start: start),
            partnerKey: partnerKey.publicKey,
            bankPort: 0,
            pace: pace
        )
    }

    deinit {
        shop.close()
    }
}
