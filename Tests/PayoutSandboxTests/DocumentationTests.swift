import TestSupport
import Testing

@testable import PayoutSandbox

/// The tables that people read are those that the code has.
@Suite("Sandbox: documentation") struct DocumentationTests {
    private static func read(_ name: String) throws -> String {
        String(decoding: try Files.bytes(at: name), as: UTF8.self)
    }

    @Test func `the README has every outcome`() throws {
        let readme = try Self.read("README.md")
        for line in OutcomeTable.lines { #expect(readme.contains(line), "\(line)") }
    }

    @Test func `the page of the sandbox has every switch with its values`() throws {
        let page = try Self.read("Sources/PayoutSandbox/PayoutSandbox.docc/Sandbox.md")
        for entry in BehaviourSwitch.all {
            let text = "\(entry.values): \(entry.summary) (\(entry.text(in: BankBehaviour())))"
            #expect(page.contains(entry.name) && page.contains(text), "\(entry.name)")
        }
    }

    @Test func `the page of the sandbox has a line of curl for every path of the control API`() throws {
        let page = try Self.read("Sources/PayoutSandbox/PayoutSandbox.docc/Sandbox.md")
        for route in ControlRoute.all {
            let line = route.curl(base: "http://127.0.0.1:8131/")
            #expect(page.contains(line), "\(line)")
        }
    }
}
