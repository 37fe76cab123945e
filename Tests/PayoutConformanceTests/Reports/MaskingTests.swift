import ConformanceZoo
import HTTPWire
import PayoutConformance
import Testing

/// Reports leave the machine, so the personal data of the requests in them must not.
@Suite("Masking in reports", .timeLimit(.minutes(2))) struct MaskingTests {
    @Test func `no report of a run full of failures shows names, hashes or card numbers`() async throws {
        let acceptsAnything = try #require(Zoo.all.first { $0.name == "takes any key" })
        let report = try await onThread { try SuiteRunner(target: acceptsAnything.target).run() }
        #expect(report.summary.failed >= 10)
        for writer in [TerminalReport(), JSONReport(), JUnitReport()] as [any ReportWriter] {
            let text = String(decoding: writer.write(report), as: UTF8.self)
            #expect(text.contains("full_name"), "bodies with personal data are part of the report")
            for canary in ["Иванов", "63191fa17cc7edf8", "2200240000014940"] {
                #expect(!text.contains(canary), "\(canary) in \(type(of: writer))")
            }
        }
    }
}
