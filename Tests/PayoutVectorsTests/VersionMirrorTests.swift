import JSONSchema
import PayoutVectors
import StrictJSON
import Testing

@testable import VectorGeneration

/// API v2, made from API v1.
struct VersionMirrorTests {
    @Test(arguments: [
        (#"{"payment_method":1}"#, #"{"payout_details":1}"#),
        ("{\"payments\" \t\r\n: []}", "{\"payout_list\" \t\r\n: []}"),
        (#"{"metadata":"payments","x":["payments"]}"#, #"{"metadata":"payments","x":["payments"]}"#),
        (#"{"a":{"payment_list":[],"acquiring_payments":[]}}"#, #"{"a":{"acquiring_payments":[],"payment_list":[]}}"#),
        (#"{"payment_methods":1,"payment":2}"#, #"{"payment_methods":1,"payment":2}"#),
        (#"{"payment_method"#, #"{"payment_method"#),
        (#"{'payment_method': "payout_details": }"#, #"{'payment_method': "payment_method": }"#),
    ])
    func `a body changes in the names of its members alone`(body: String, mirrored: String) {
        #expect(String(decoding: VersionMirror.body(Array(body.utf8)), as: UTF8.self) == mirrored)
    }

    @Test func `a body that is mirrored twice is the same body`() throws {
        for vector in try VectorSet.embedded.cases(kind: .message) {
            guard case .message(let message) = vector.content else { continue }
            #expect(VersionMirror.body(VersionMirror.body(message.body)) == message.body, "\(vector.id)")
        }
    }

    @Test(arguments: [
        ("payment_method in API v1", "payout_details in API v2"),
        ("An incoming payment, one of many payments.", "An incoming payment, one of many payments."),
        ("session.payments as an object", "session.payout_list as an object"),
        ("payment_methods and v10 stay", "payment_methods and v10 stay"),
    ])
    func `a sentence says the names of the other version`(sentence: String, mirrored: String) {
        #expect(VersionMirror.sentence(sentence) == mirrored)
    }

    @Test func `a schema exchanges the names that it allows, demands and refuses`() throws {
        let source: JSONTree = [
            "$id": "urn:bank131:payout:v1:a",
            "required": ["payment_method"],
            "properties": [
                "payment_method": ["$ref": "urn:bank131:payout:v1:b#/x"],
                "payout_details": ["not": [:], "x-instead": "payment_method"],
                "amount": ["$ref": "urn:bank131:payout:common:c"],
            ],
            "x-echo": "/payment_method/card",
        ]
        let mirror = VersionMirror.schema(source, from: "schemas/v1/a.json")
        #expect(mirror["$id"] == "urn:bank131:payout:v2:a")
        #expect(mirror["required"] == ["payout_details"])
        #expect(mirror["properties"]?["payout_details"] == ["$ref": "urn:bank131:payout:v2:b#/x"])
        #expect(mirror["properties"]?["payment_method"] == ["not": [:], "x-instead": "payout_details"])
        #expect(mirror["properties"]?["amount"] == ["$ref": "urn:bank131:payout:common:c"])
        #expect(mirror["x-echo"] == "/payout_details/card")
        #expect(mirror["$comment"]?.string?.contains("schemas/v1/a.json") == true)
    }

    @Test func `a case names its twin and its place in the other version, and claims no publisher`() {
        let source: JSONTree = [
            "id": "v1.a.b", "title": "payout_details for payment_method", "comment": "From the bank's page.",
            "tags": ["golden", "bank"], "twin": "v1.a.c", "body": #"{"payout_details":1}"#,
            "expect": ["verdict": "reject", "rule": "A.B", "pointer": "/session/payments/0/payout_details"],
        ]
        let mirror = VersionMirror.messageCase(source)
        #expect(mirror["id"] == "v2.a.b")
        #expect(mirror["twin"] == "v2.a.c")
        #expect(mirror["body"] == #"{"payment_method":1}"#)
        #expect(mirror["tags"] == ["golden", "mirrored"])
        #expect(mirror["comment"] == "The published form is v1.a.b.")
        #expect(mirror["expect"]?["pointer"] == "/session/payout_list/0/payment_method")
    }

    /// The files of this checkout.
    private static func files() throws -> [String: [UInt8]] {
        let folder = try VectorsFolder.read()
        return Dictionary(uniqueKeysWithValues: folder.paths.map { ($0, folder.bytes(at: $0) ?? []) })
    }

    // That all made files are as they stand, `payoutkit vectors regenerate --check` proves.
    @Test func `what is mirrored is byte for byte what stands in the folder`() throws {
        let made = try VectorGenerator.versionFiles(from: VectorsFolder.read())
        #expect(made.contains { $0.path.hasPrefix("vectors/webhooks/v2/mirrored/") })
        for file in made {
            let path = String(file.path.dropFirst("vectors/".count))
            let isSame = VectorSet.embedded.bytes(at: path) == file.bytes
            #expect(isSame, "\(path): run payoutkit vectors regenerate")
        }
    }

    @Test func `a schema that people write stands in the place of a mirrored one`() throws {
        var files = try Self.files()
        files["schemas/v2/session.json"] = Array(#"{"$id": "urn:bank131:payout:v2:session"}"#.utf8)
        let paths = try VectorGenerator.versionFiles(from: VectorSet(files: files)).map(\.path)
        #expect(paths.contains("vectors/schemas/v2/webhook.json"))
        #expect(!paths.contains("vectors/schemas/v2/session.json"))
        // Nothing else refers to the object payout.
        #expect(!paths.contains("vectors/schemas/v2/payout.json"))
    }

    @Test func `a file in a folder of made files that is not made any more is left over`() throws {
        let folder = VectorSet.embedded
        let paths = folder.paths.filter { $0.hasPrefix("keys/") || $0 == "rules.json" }
        var files = Dictionary(uniqueKeysWithValues: paths.map { ($0, folder.bytes(at: $0) ?? []) })
        files["payloads/v2/mirrored/gone.json"] = Array("{}".utf8)
        let made = try VectorGenerator.make(from: VectorSet(files: files))
        #expect(made.stale == ["vectors/payloads/v2/mirrored/gone.json"])
    }

    @Test func `a reference that leads nowhere is an error that names the file`() throws {
        var files = try Self.files()
        files["schemas/v1/session.json"] = nil
        let error = #expect(throws: VectorGenerationError.self) {
            try VectorGenerator.versionFiles(from: VectorSet(files: files))
        }
        #expect(error?.code == .unreadableFile)
        #expect(error?.subject == "schemas/v1/session.json: there is no such file")
    }
}
