import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import Testing

@testable import PayoutSandbox

@Suite("Projects: the file") struct ProjectFileTests {
    private static func read(_ text: String) throws(ProjectFileError) -> [SandboxProject] {
        try ProjectFile(name: "projects.json") { path in
            try VectorSet.embedded.key(named: path)
        }
        .read(Array(text.utf8))
    }

    @Test func `every member is read`() throws {
        let projects = try Self.read(
            """
            {"projects": [
                {"name": "shop", "partner_key": "public-test-key-other.pub.pem",
                 "bank_signing_key": "public-test-key-other.pem", "webhook_url": "http://127.0.0.1:9000/w",
                 "submerchants": ["branch"], "rights": ["session/create"],
                 "switches": {"profile": "strict", "fee": 250, "unknown_members": true, "readiness": 0.5}},
                {"name": "other"}
            ]}
            """
        )
        let shop = try #require(projects.first)
        #expect(projects.map(\.name) == ["shop", "other"])
        #expect(shop.partnerKey == (try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pub.pem"))))
        #expect(shop.bankKey?.publicKey == shop.partnerKey)
        #expect(shop.webhookURL?.description == "http://127.0.0.1:9000/w")
        #expect(shop.submerchants == ["branch"])
        #expect(shop.rights == [.createSession])
        #expect(shop.behaviour.profile == .strict)
        #expect(shop.behaviour.fee == 250)
        #expect(shop.behaviour.unknownMembers)
        #expect(shop.behaviour.timing.readiness == .milliseconds(500))
        #expect(projects[1].behaviour == BankBehaviour())
    }

    @Test(arguments: [
        ("{", "projects.json:1:2: "),
        ("[]", "projects.json:1:1: the file must be an object"),
        ("{}", "projects.json:1:1: projects must be a list of 1 to 64 projects"),
        ("{\"projects\":[]}", "projects.json:1:13: projects must be a list"),
        ("{\"project\":[]}", "projects.json:1:2: project is no known member, did you mean projects?"),
        ("{\"projects\":[{}]}", "projects.json:1:14: projects[0].name must be a string that is not empty"),
        (
            "{\"projects\":[{\"name\":\"a\"},\n {\"name\":\"a\"}]}",
            "projects.json:2:10: projects[1].name is given twice"
        ),
        (
            "{\"projects\":[{\"name\":\"a\",\n  \"webhok_url\":\"\"}]}",
            "projects.json:2:3: projects[0].webhok_url is no known member, did you mean webhook_url?"
        ),
        (
            "{\"projects\":[{\"name\":\"a\",\n\"webhook_url\":\"x\"}]}",
            "projects.json:2:15: projects[0].webhook_url is no URL"
        ),
        ("{\"projects\":[{\"name\":\"a\",\n\"rights\":[\"session\"]}]}", "projects.json:2:10: projects[0].rights has"),
        (
            "{\"projects\":[{\"name\":\"a\",\n\"rights\":1}]}",
            "projects.json:2:10: projects[0].rights must be a list of strings"
        ),
        (
            "{\"projects\":[{\"name\":\"a\",\n\"switches\":{\n\"fees\":1}}]}",
            "projects.json:3:1: projects[0].switches.fees is no known member, did you mean fee?"
        ),
        (
            "{\"projects\":[{\"name\":\"a\",\n\"switches\":{\n\"profile\":\"lax\"}}]}",
            "projects.json:3:11: projects[0].switches.profile takes strict|lenient"
        ),
        (
            "{\"projects\":[{\"name\":\"a\",\n\"partner_key\":\"public-test-key-bank.pem\"}]}",
            "projects.json:2:15: projects[0].partner_key cannot be used: "
        ),
        ("{\"projects\":[{\"name\":\"a\",\"name\":\"b\"}]}", "projects.json:1:26: "),
    ])
    func `a wrong file is told file, line and member`(_ text: String, _ start: String) {
        let error = #expect(throws: ProjectFileError.self) { try Self.read(text) }
        #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("\n") == false)
    }

    @Test(arguments: [
        ("error_status", "error_status is not NAME=VALUE"),
        ("error_statu=200", "there is no switch error_statu, did you mean error_status?"),
        ("error_status=500", "error_status takes by_kind|400|200, not 500"),
    ])
    func `a wrong assignment is told name and values`(_ text: String, _ sentence: String) {
        var behaviour = BankBehaviour()
        let error = #expect(throws: SandboxError.self) { try behaviour.set(text) }
        #expect(error?.description == sentence)
    }
}
