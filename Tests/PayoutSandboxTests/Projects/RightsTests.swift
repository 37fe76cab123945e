import PartnerSignature
import PayoutContract
import Testing

@testable import PayoutSandbox

@Suite("Projects: rights, submerchants, several projects") struct RightsTests {
    private static func bank(_ projects: [SandboxProject]) throws -> (Bank, Reception) {
        let directory = try ProjectDirectory(projects, testKeys: TestKeys())
        return (Bank(seed: 1), Reception(projects: directory, contract: try Contract.embedded()))
    }

    @Test func `an operation beyond the rights is refused behind the signature`() throws {
        let partner = try TestPartner.shared.get()
        var project = SandboxProject(name: TestPartner.project)
        project.rights = [.createSession]
        var (bank, reception) = try Self.bank([project])
        let allowed = bank.handle(try partner.call("session/create", "{}"), reception: reception, at: .bankExample)
        #expect(allowed.status == 200)
        var call = try partner.call("session/status", "not JSON")
        let refused = bank.handle(call, reception: reception, at: .bankExample)
        #expect(refused.errorCode == "authorization_error")
        #expect(refused.status == 403)
        call.signatures = []
        #expect(bank.handle(call, reception: reception, at: .bankExample).errorCode == "authentication_error")
    }

    @Test(
        arguments: [(["shop"], nil), ([], "authorization_error"), (["other"], "authorization_error")]
            as [([String], String?)]
    )
    func `a project with submerchants wants one of them`(_ values: [String], _ code: String?) throws {
        let partner = try TestPartner.shared.get()
        var project = SandboxProject(name: TestPartner.project)
        project.submerchants = ["shop", "branch"]
        var (bank, reception) = try Self.bank([project])
        var call = try partner.call("session/create", "{}")
        call.submerchants = values
        #expect(bank.handle(call, reception: reception, at: .bankExample).errorCode == code)
    }

    @Test func `nobody sees the sessions of another project`() throws {
        let partner = try TestPartner.shared.get()
        var (bank, reception) = try Self.bank([SandboxProject(name: "a"), SandboxProject(name: "b")])
        var call = try partner.call("session/create", "{}")
        call.projects = ["a"]
        let id = try #require(bank.handle(call, reception: reception, at: .bankExample).sessionID)
        for (project, code) in [("a", nil), ("b", "invalid_request")] as [(String, String?)] {
            var ask = try partner.call("session/status", Bodies.session(id))
            ask.projects = [project]
            #expect(bank.handle(ask, reception: reception, at: .bankExample).errorCode == code)
        }
    }

    @Test func `each project has a key of its own`() throws {
        let partner = try TestPartner.shared.get()
        var other = SandboxProject(name: "b")
        other.partnerKey = partner.bankKey.publicKey
        var (bank, reception) = try Self.bank([SandboxProject(name: "a"), other])
        var call = try partner.call("session/create", "{}")
        call.projects = ["b"]
        #expect(bank.handle(call, reception: reception, at: .bankExample).errorCode == "authentication_error")
        call.signatures = [try partner.bankKey.sign(call.body)]
        #expect(bank.handle(call, reception: reception, at: .bankExample).status == 200)
    }

    @Test(arguments: [[], ["a", "a"], [""]])
    func `projects that do not fit together are an error`(_ names: [String]) throws {
        let error = #expect(throws: SandboxError.self) {
            try ProjectDirectory(names.map { SandboxProject(name: $0) }, testKeys: TestKeys())
        }
        #expect(error?.code == .configuration)
    }
}
