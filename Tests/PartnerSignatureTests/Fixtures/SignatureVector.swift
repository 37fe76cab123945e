import PartnerSignature
import StrictJSON
import Testing

/// One case of `vectors/signatures`, read from its file.
struct SignatureVector: Sendable, CustomTestStringConvertible {
    struct Malformed: Error {
        let id: String
        let member: String
    }

    static let fileNames = ["bodies", "bytes", "keys", "schemes", "texts"]

    let id: String
    let isSigning: Bool
    let keyPath: String
    let body: [UInt8]
    let sha256: String
    let digestInfo: String
    let signature: String
    /// The rule that is broken; nil when the signature is accepted.
    let brokenRule: String?
    let twin: String?

    var testDescription: String { id }

    /// The cases of all files; a file that lacks what it counts is an error.
    static func all() throws -> [SignatureVector] {
        try fileNames.flatMap { name in
            let document = try JSONDocument(parsing: Files.read("vectors/signatures/\(name).json"))
            let cases = try #require(document.root["cases"])
            let count = try #require(document.root["count"]?.number?.int64)
            try #require(count > 0 && cases.count == Int(count))
            return try cases.elements.map(SignatureVector.init)
        }
    }

    private init(_ value: JSONValue) throws {
        let id = value["id"]?.string ?? "?"
        func text(_ member: String) throws -> String {
            guard let text = value[member]?.string else { throw Malformed(id: id, member: member) }
            return text
        }
        self.id = try text("id")
        isSigning = try text("operation") == "sign"
        keyPath = try "vectors/" + text("key")
        if let encoded = value["body_base64"]?.string {
            body = try Base64.decode(encoded)
        } else {
            body = Array(try text("body").utf8)
        }
        sha256 = try text("sha256")
        digestInfo = try text("digest_info")
        signature = try text("signature")
        twin = value["twin"]?.string
        let expect = value["expect"]
        let isAccepted = expect?["verdict"]?.string == "accept"
        brokenRule = expect?["rule"]?.string
        guard isAccepted == (brokenRule == nil) else { throw Malformed(id: id, member: "expect") }
    }
}
