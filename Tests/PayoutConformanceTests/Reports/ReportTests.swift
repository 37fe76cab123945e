import PayoutConformance
import StrictJSON
import Testing

@Suite("Reports") struct ReportTests {
    @Test func `the terminal shows one line a case, what is wrong below it, and the summary last`() {
        let text = String(decoding: TerminalReport().write(.sample), as: UTF8.self)
        let expected = """
            passed          a.passed
            warned          a.warned
                            title of a.warned
                            the bank accepted it  [SIG.KEY, SHOULD]
                              rule      The signature is made with the sender's own key.
                              expected  a refusal with <error.code>
                              received  HTTP 200 {"status":"ok"}?
                              sent      POST /api/v1/token {}
                              fix       verify the signature
            failed          a.failed
                            title of a.failed
                            the bank accepted it  [SIG.KEY, MUST]
                              rule      The signature is made with the sender's own key.
                              expected  a refusal with <error.code>
                              received  HTTP 200 {"status":"ok"}?
                              sent      POST /api/v1/token {}
                              fix       verify the signature
            known failing   a.known
                            title of a.known
                            the bank accepted it  [SIG.KEY, MUST]
                              rule      The signature is made with the sender's own key.
                              expected  a refusal with <error.code>
                              received  HTTP 200 {"status":"ok"}?
                              sent      POST /api/v1/token {}
                              fix       verify the signature
            not run         a.not-run
                            no hash <&>
            not applicable  a.not-applicable
                            no widget

            Broken rules:
              SIG.KEY  1 case, 1 warning, first: a.warned

            bank at http://127.0.0.1:8131/: 6 cases: 1 passed, 1 warned, 1 failed, 1 known failing, 1 not run, \
            1 not applicable (1.042 s)
            The contract is broken.
            \(SuiteReport.signatureScope)

            """
        #expect(text == expected)
    }

    @Test func `JSON holds every case with all that is known of it`() throws {
        let document = try JSONDocument(parsing: JSONReport().write(.sample))
        #expect(document.root["exit_code"]?.number?.int64 == 1)
        #expect(document.root["summary"]?["not_applicable"]?.number?.int64 == 1)
        let cases = try #require(document.root["cases"])
        #expect(
            cases.elements.map { $0["outcome"]?.string } == [
                "passed", "warned", "failed", "known failing", "not run", "not applicable",
            ]
        )
        let failed = try #require(cases[2])
        #expect(failed["id"]?.string == "a.failed")
        #expect(failed["twin"]?.string == "a.passed")
        #expect(failed["expected"]?.string == "a refusal with <error.code>")
        #expect(failed["findings"]?[0]?["rule"]?.string == "SIG.KEY")
        #expect(cases[4]?["reason"]?.string == "no hash <&>")
    }

    @Test func `JUnit has one testcase a case, with failure, skipped and system-out`() {
        let text = String(decoding: JUnitReport().write(.sample), as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines.filter { $0.contains("<testcase ") }.count == 6)
        #expect(text.contains(#"tests="6" failures="1" errors="0" skipped="3" time="1.042""#))
        #expect(text.contains(#"<failure message="SIG.KEY: the bank accepted it">"#))
        #expect(text.contains(#"<skipped message="not run: no hash &lt;&amp;&gt;"/>"#))
        #expect(text.contains(#"<skipped message="not applicable: no widget"/>"#))
        #expect(text.contains(#"<skipped message="known failing"/>"#))
        #expect(text.contains("<system-out>SIG.KEY (SHOULD): the bank accepted it"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `every report says what a signature does not cover`() {
        #expect(
            ["path", "method", "project", "idempotency key", "time"].allSatisfy(SuiteReport.signatureScope.contains)
        )
        for writer in [TerminalReport(), JSONReport(), JUnitReport()] as [any ReportWriter] {
            #expect(String(decoding: writer.write(.sample), as: UTF8.self).contains(SuiteReport.signatureScope))
        }
    }

    @Test func `an incomplete run says so`() {
        let report = SuiteReport(suite: "bank", target: "t", results: [], duration: .zero)
        #expect(
            TerminalReport().summary(of: report) == "t: 0 cases (0.000 s)\n" + """
                Nothing failed, but the run is incomplete: a MUST was not proven.
                \(SuiteReport.signatureScope)

                """
        )
    }
}
