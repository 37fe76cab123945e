import BlockingWork
import ConformanceZoo
import HTTPWire
import PayoutConformance
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

/// Reports leave the machine, so the personal data in them must not.
@Suite("Masking in reports", .timeLimit(.minutes(10))) struct MaskingTests {
    /// What is planted, and must be found in no form of a report.
    private static let canaries = [
        "4111111111111111", "5555555555554444", "2200240000014940", "40817810099910004312", "+79161234567",
        "79161234567", "Канарейкин",
        "63191fa17cc7edf8", "MIIEvQIBADANBgkqhkiG",
    ]

    /// Everything that a report can be, by its name.
    private func forms(of report: SuiteReport) -> [(String, String)] {
        let all: [(String, any ReportWriter)] =
            [("terminal", TerminalReport())] + ReportForm.allCases.map { ($0.rawValue, $0.writer) }
        return all.map { ($0.0, String(decoding: $0.1.write(report), as: UTF8.self)) }
    }

    private func expectNoCanary(in report: SuiteReport, and more: String...) {
        for (name, text) in forms(of: report) {
            for canary in Self.canaries + more {
                let isFound = text.contains(canary)
                #expect(!isFound, "\(canary) in \(name)")
            }
        }
    }

    @Test func `no report of a bank that takes everything shows names, hashes or card numbers`() async throws {
        let acceptsAnything = try #require(Zoo.all.first { $0.name == "takes any key" })
        let report = try await onThread { try SuiteRunner(target: acceptsAnything.target).run() }
        #expect(report.summary.failed >= 10)
        #expect(forms(of: report)[0].1.contains("full_name"), "bodies with personal data are part of the report")
        expectNoCanary(in: report, and: "Иванов")
    }

    @Test func `no report of a partner that blurts everything out shows it`() async throws {
        let target = InProcessPartner(
            PartnerParts(name: "gossip", signer: Gossip(), client: Gossip(), receiver: Gossip())
        )
        let report = try await onThread {
            try SuiteRunner(suite: "adapter", cases: ContractCases.adapter, target: target).run()
        }
        #expect(report.summary.failed > 200)
        expectNoCanary(in: report)
    }
}

/// A partner whose every answer and every error is full of what must stay inside.
private struct Gossip: PartnerSigner, BankClient, WebhookReceiver {
    private struct Blurted: Error, CustomStringConvertible {
        let description: String
    }

    func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String {
        if body.count.isMultiple(of: 2) { return String(decoding: privateKeyPEM, as: UTF8.self) }
        throw Blurted(description: "can't pay 4111111111111111 with \(String(decoding: privateKeyPEM, as: UTF8.self))")
    }

    func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool {
        throw Blurted(description: "no account 40817810099910004312")
    }

    func body(of operation: Operation, api: APIVersion, input: RequestInput) throws -> [UInt8] {
        JSONWriter()
            .write([
                "session_id": "4111111111111111", "payment_method": ["type": "4111111111111111"],
                "comment": "5555555555554444", "amount_details": ["amount": "100", "currency": "rub"],
                "participant_details": ["recipient": ["full_name": "Канарейкин Кеша", "phone": "+79161234567"]],
                "account": "40817810099910004312", "number_hash": "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd",
            ])
    }

    func receive(_ webhook: ReceivedWebhook) throws -> WebhookReaction {
        WebhookReaction(status: 200, action: .confirm, sessionID: "4111111111111111")
    }
}
