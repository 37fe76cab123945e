import Testing

@testable import PayoutSandbox

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The tables that people read are those that the code has.
@Suite("Sandbox: documentation") struct DocumentationTests {
    private static func read(_ name: String, from file: String = #filePath) throws -> String {
        let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        guard let stream = fopen("\(root)/\(name)", "rb") else { throw ScratchError(code: errno) }
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, stream)], as: UTF8.self)
    }

    @Test func `the README has every outcome`() throws {
        let readme = try Self.read("README.md")
        for line in OutcomeTable.lines { #expect(readme.contains(line), "\(line)") }
    }

    @Test func `the page of the sandbox has every switch with its values`() throws {
        let page = try Self.read("docs/sandbox.md")
        for entry in BehaviourSwitch.all {
            let text = "\(entry.values): \(entry.summary) (\(entry.text(in: BankBehaviour())))"
            #expect(page.contains(entry.name) && page.contains(text), "\(entry.name)")
        }
    }

    @Test func `the page of the sandbox has a line of curl for every path of the control API`() throws {
        let page = try Self.read("docs/sandbox.md")
        for route in ControlRoute.all {
            let line = route.curl(base: "http://127.0.0.1:8131/")
            #expect(page.contains(line), "\(line)")
        }
    }
}
