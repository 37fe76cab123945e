import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutVectors
import Testing

@testable import PayoutConformance

@Suite("Doctor", .timeLimit(.minutes(10))) struct DoctorTests {
    private func target(_ url: String, bankKey: String = "public-test-key-bank.pub.pem") throws -> BankTarget {
        BankTarget(
            url: try HTTPURL(url),
            project: "test_project",
            partnerKey: try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem")),
            bankKey: try PublicKey(pem: VectorSet.embedded.key(named: bankKey))
        )
    }

    /// What the doctor says of a server that answers everything so.
    private func diagnoses(
        _ headers: HTTPHeaders = [:],
        bankKey: String = "public-test-key-bank.pub.pem"
    ) async throws -> [Diagnosis] {
        let body = Array(#"{"status":"error","error":{"code":"invalid_request","description":"no"}}"#.utf8)
        let server = try HTTPServer { _, _ in
            HTTPReply(HTTPResponse(status: 400, headers: headers, body: body))
        }
        defer { server.stop(within: .zero) }
        let target = try target("http://127.0.0.1:\(server.port)", bankKey: bankKey)
        return try await onThread { BankDoctor(target).examine() }
    }

    private func verdict(_ part: String, _ diagnoses: [Diagnosis]) -> Diagnosis.Verdict? {
        diagnoses.first { $0.part == part }?.verdict
    }

    @Test func `the embedded sandbox is in good health`() async throws {
        let diagnoses = try await onThread { try EmbeddedBank().examine() }
        #expect(diagnoses.map(\.part) == ["address", "TLS", "keys", "clock", "pauses"])
        #expect(diagnoses.filter { $0.part != "pauses" }.allSatisfy { $0.verdict == .right })
    }

    @Test func `an address where nothing answers is wrong`() async throws {
        let target = try target("http://127.0.0.1:1")
        let diagnoses = try await onThread { BankDoctor(target).examine() }
        #expect(verdict("address", diagnoses) == .wrong)
    }

    @Test func `a server without TLS behind https is wrong`() async throws {
        let server = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 200)) }
        defer { server.stop(within: .zero) }
        let target = try target("https://127.0.0.1:\(server.port)")
        let diagnoses = try await onThread { BankDoctor(target).examine() }
        #expect(verdict("TLS", diagnoses) == .wrong)
    }

    @Test func `the own key in the place of the bank's is wrong`() async throws {
        let diagnoses = try await diagnoses(bankKey: "public-test-key-partner.pub.pem")
        #expect(verdict("keys", diagnoses) == .wrong)
    }

    @Test func `a clock that is a day off is wrong`() async throws {
        #expect(verdict("clock", try await diagnoses(["Date": "Sun, 06 Nov 1994 08:49:37 GMT"])) == .wrong)
    }

    @Test func `a pause of 40 ms in each answer is told`() {
        let diagnosis = BankDoctor.pauses(.milliseconds(42), onLoopback: true)
        #expect(diagnosis.verdict == .doubtful)
        #expect(diagnosis.fix?.contains("TCP_NODELAY") == true)
    }

    @Test(arguments: [(0, true), (34, true), (61, true), (42, false)])
    func `any other time is no pause, and neither is the way to a far bank`(milliseconds: Int, isLoopback: Bool) {
        #expect(BankDoctor.pauses(.milliseconds(milliseconds), onLoopback: isLoopback).verdict == .right)
    }

    @Test func `the time of the answers is looked at`() async throws {
        #expect(verdict("pauses", try await diagnoses()) != nil)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
    ])
    func `a Date is read`(text: String, seconds: Int) {
        #expect(WallClock.seconds(ofDate: text) == seconds)
    }

    @Test(arguments: [
        "", "now", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 MSK", "Sunday, 06-Nov-94 08:49:37 GMT",
    ])
    func `what is no Date is none`(text: String) {
        #expect(WallClock.seconds(ofDate: text) == nil)
    }
}
