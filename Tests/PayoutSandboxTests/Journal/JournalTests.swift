import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON
import TestSupport
import Testing

@testable import PayoutSandbox

@Suite("Journal", .timeLimit(.minutes(10))) struct JournalTests {
    private static func lines(_ folder: TemporaryFolder, _ name: String = "journal.ndjson") throws -> [JSONDocument] {
        try folder.read(name).split(separator: 0x0A).map { try JSONDocument(parsing: Array($0)) }
    }

    private static func bench(
        _ folder: TemporaryFolder,
        _ name: String = "journal.ndjson",
        resumes: Bool = false,
        showsSensitive: Bool = false,
        _ configure: (inout SandboxConfiguration) -> Void = { _ in }
    ) throws -> SandboxBench {
        try SandboxBench { configuration in
            configuration.journal = JournalSettings(
                path: folder.file(name),
                resumes: resumes,
                showsSensitive: showsSensitive
            )
            configure(&configuration)
        }
    }

    @Test func `a call is written with its exact bytes when the answer is there`() async throws {
        let folder = try TemporaryFolder()
        let bench = try Self.bench(folder, showsSensitive: true)
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        let line = try #require(try Self.lines(folder).first { $0.root["kind"]?.string == "exchange" }).root
        #expect(line["request"]?["method"]?.string == "POST")
        #expect(try Base64.decode(line["request"]?["body_base64"]?.string ?? "") == Array(Bodies.initPayout().utf8))
        #expect(try Base64.decode(line["answer"]?["body_base64"]?.string ?? "") == said.response.body)
        let head = try Base64.decode(line["request"]?["head_base64"]?.string ?? "")
        #expect(String(decoding: head, as: UTF8.self).hasPrefix("POST /api/v1/session/init/payout HTTP/1.1\r\n"))
        #expect(line["signature"]?.string == "valid")
        #expect(line["session_id"]?.string == (try said.text("/session/id")))
        try await bench.stop()
    }

    @Test func `names, hashes and tokens are masked unless told otherwise`() async throws {
        let folder = try TemporaryFolder()
        let bench = try Self.bench(folder)
        let hash = try await bench.hash(of: "4242424242424242")
        _ = try await bench.call("session/init/payout", Bodies.initPayout(hash: hash))
        let decoded = try Self.lines(folder)
            .flatMap { line in
                [line.root["request"]?["body_base64"], line.root["answer"]?["body_base64"]].compactMap { $0?.string }
            }
        let text = try decoded.map { String(decoding: try Base64.decode($0), as: UTF8.self) }.joined()
        let raw = String(decoding: try folder.read("journal.ndjson"), as: UTF8.self)
        for secret in ["Иванов", hash, "4242424242424242"] {
            #expect(!text.contains(secret) && !raw.contains(secret))
        }
        #expect(text.contains("participant_details"))
        try await bench.stop()
    }

    @Test(arguments: [false, true])
    func `a sandbox goes on where a killed one ended`(_ showsSensitive: Bool) async throws {
        let folder = try TemporaryFolder()
        let first = try Self.bench(folder, showsSensitive: showsSensitive)
        let hash = try await first.hash(of: "4242424242424242")
        let created = try #require(try await first.call("session/create", #"{"metadata":{"a":1}}"#).text("/session/id"))
        let waiting = try #require(
            try await first.call("session/init/payout", Bodies.initPayout(hash: hash)).text("/session/id")
        )
        _ = try await first.deliveries(count: 1)
        let before = try await first.call("session/status", Bodies.session(waiting)).response.body
        // What the file holds now is what a process that is killed now leaves, with half a line behind it.
        try folder.write(try folder.read("journal.ndjson") + Array(#"{"kind":"exch"#.utf8), to: "copy.ndjson")
        try await first.stop()

        let listener = try WebhookListener()
        let second = try Self.bench(folder, "copy.ndjson", resumes: true, showsSensitive: showsSensitive) {
            $0.webhookURL = listener.url
        }
        #expect(second.sandbox.resumption?.repairedByteCount == 13)
        #expect(second.sandbox.resumption?.sessionCount == 2)
        let after = try await second.call("session/status", Bodies.session(waiting)).response.body
        #expect((after == before) == showsSensitive)
        #expect(second.sandbox.session(id: waiting)?.state == .awaitingConfirmation)
        #expect(try await second.call("session/start/payout", Bodies.start(created, hash: hash)).response.status == 200)
        #expect(try await second.call("session/confirm", Bodies.session(waiting)).response.status == 200)
        _ = try await listener.requests(count: 2)
        let fresh = try #require(try await second.call("session/create", "{}").text("/session/id"))
        #expect(fresh != created && fresh != waiting)
        try await second.stop()
    }

    @Test func `a webhook that was not taken is sent by the next run`() async throws {
        let folder = try TemporaryFolder()
        let first = try Self.bench(folder) { $0.webhookURL = try? HTTPURL("http://127.0.0.1:1/") }
        let id = try #require(try await first.call("session/init/payout", Bodies.initPayout()).text("/session/id"))
        _ = try await onThread {
            let end = Deadline.after(.seconds(10))
            while first.sandbox.deliveries.first?.attempts.isEmpty != false, !end.hasPassed {}
        }
        try await first.stop()
        let listener = try WebhookListener()
        let second = try Self.bench(folder, resumes: true) { $0.webhookURL = listener.url }
        #expect(second.sandbox.resumption?.webhookCount == 1)
        let request = try #require(try await listener.requests(count: 1).first)
        #expect(try request.webhookText("/session/id") == id)
        #expect(request.isSigned(by: second.partner.bankKey.publicKey))
        _ = try await second.deliveries(count: 1)
        try await second.stop()
        let third = try Self.bench(folder, resumes: true)
        #expect(third.sandbox.resumption?.webhookCount == 0)
        try await third.stop()
    }

    @Test func `used tokens and idempotency keys stay used`() async throws {
        let folder = try TemporaryFolder()
        let first = try Self.bench(folder)
        let token = try #require(
            try await first.call("token", #"{"tokenize_widget":{"access":true}}"#).text("/public_token")
        )
        #expect(try await first.tokenize(token, "4242424242424242").response.status == 200)
        var request = try first.partner.request("session/init/payout", Bodies.initPayout())
        request.headers["X-PARTNER-IDEMPOTENCY-KEY"] = "order-1"
        #expect(try await first.send(request).response.status == 200)
        try await first.stop()
        let second = try Self.bench(folder, resumes: true)
        #expect(try await second.tokenize(token, "4242424242424242").text("/error") == "token_used")
        #expect(try await second.send(request).text("/error/code") == "idempotency_key_already_exists")
        let fresh = try await second.call("token", #"{"tokenize_widget":{"access":true}}"#).text("/public_token")
        #expect(fresh != token)
        try await second.stop()
    }

    @Test func `without resumption a journal goes on and its books do not`() async throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 {
            let bench = try Self.bench(folder)
            _ = try await bench.call("session/create", "{}")
            #expect(bench.sandbox.sessions.count == 1)
            try await bench.stop()
        }
        #expect(try Self.lines(folder).filter { $0.root["kind"]?.string == "start" }.count == 2)
        let resumed = try Self.bench(folder, resumes: true)
        #expect(resumed.sandbox.sessions.count == 1)
        resumed.sandbox.reset()
        try await resumed.stop()
        let empty = try Self.bench(folder, resumes: true)
        #expect(empty.sandbox.sessions.isEmpty)
        try await empty.stop()
    }

    @Test func `every kind of entry is read back as it was written`() throws {
        var walk = try BankWalk { $0.payoutsInList = 2 }
        var states: [PayoutSession] = []
        let hash = try walk.hash(of: "2200240000040200")
        let id = try walk.started(hash: hash)
        states += walk.bank.allSessions
        try walk.pass()
        states += walk.bank.allSessions
        _ = try walk.call("session/confirm", Bodies.session(id))
        try walk.pass(.seconds(60))
        let account =
            #"{"payment_method":{"type":"wallet","wallet":{"type":"yoomoney","yoomoney":{"account":"4100175017397"}}},"#
            + #""amount_details":\#(Bodies.amount),"customer":{"reference":"u"}}"#
        _ = try walk.call("session/create", account)
        _ = try walk.call("session/init/payout", account)
        let cancelled = try walk.started(hash: hash)
        try walk.pass()
        _ = try walk.call("session/cancel", Bodies.session(cancelled))
        states += walk.bank.allSessions
        for state in states {
            var out = JSONOutput()
            EntryWriter(showsSensitive: true).write(.session(state), to: &out)
            let entry = JournalEntry(value: try JSONDocument(parsing: out.bytes).root)
            #expect(try entry.change() == .session(state))
        }
        #expect(states.contains { $0.payout?.refund != nil })
    }

    @Test func `the newer of two records of a session counts`() {
        var books = ResumedBooks()
        var session = PayoutSession(
            id: "ps_1",
            project: "p",
            version: .v1,
            createdAt: .bankExample,
            updatedAt: .bankExample,
            lifecycle: SessionLifecycle(),
            terms: PayoutTerms()
        )
        session.revision = 5
        books.take(.session(session))
        session.revision = 4
        books.take(.session(session))
        #expect(books.sessions["ps_1"]?.revision == 5)
    }

    @Test(arguments: [
        ("not JSON\n", "line 1: "), ("{\"kind\":\"start\"}\n", "line 1: at is missing or wrong"),
        ("{\"kind\":\"x\",\"at\":1}\n", "line 1: kind is missing or wrong"),
        (
            "{\"kind\":\"start\",\"at\":1,\"version\":9,\"seed\":\"1\",\"resumes\":false}\n",
            "line 1: version is missing or wrong"
        ),
        ("{\"kind\":\"start\",\"at\":1,\"version\":1,\"seed\":\"7\",\"resumes\":false}\n", "with the seed 7"),
    ])
    func `a journal that can't be resumed is told its line`(_ text: String, _ part: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(text.utf8), to: "journal.ndjson")
        let error = #expect(throws: SandboxError.self) { try Self.bench(folder, resumes: true) }
        #expect(error?.code == .journal)
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test func `a sandbox that cannot listen leaves the books as they were`() async throws {
        let folder = try TemporaryFolder()
        let first = try Self.bench(folder)
        _ = try await first.call("session/create", "{}")
        try await first.stop()
        let other = try SandboxBench()
        #expect(throws: SandboxError.self) { try Self.bench(folder) { $0.port = other.sandbox.port } }
        try await other.stop()
        let resumed = try Self.bench(folder, resumes: true)
        #expect(resumed.sandbox.sessions.count == 1)
        try await resumed.stop()
    }

    @Test func `one file has one writer`() async throws {
        let folder = try TemporaryFolder()
        let bench = try Self.bench(folder)
        let error = #expect(throws: SandboxError.self) { try Self.bench(folder) }
        #expect(error?.description.contains("in use") == true)
        try await bench.stop()
    }

    @Test(arguments: ["/nowhere/journal", "/tmp", "/dev/null"])
    func `a path that is no file of lines is refused`(_ path: String) {
        let error = #expect(throws: SandboxError.self) {
            try SandboxBench { $0.journal = JournalSettings(path: path) }
        }
        #expect(error?.code == .journal)
    }
}
