import PartnerSignature
import StrictJSON

/// One case of a file under `vectors/signatures`.
struct SignatureCaseRecord {
    /// What is done with the key.
    enum Operation: String {
        case sign
        case verify
    }

    let id: String
    let title: String
    let operation: Operation
    /// `partner`, `bank`, `other` or `4096`.
    let keyName: String
    let body: [UInt8]
    let signature: String
    /// The rule that a refused signature breaks; nil when it is accepted.
    let brokenRule: String?
    /// The id of the accepted case that differs in nothing but the property under test.
    let twin: String?
    let comment: String?
    let tags: [String]

    init(
        _ id: String,
        _ title: String,
        _ operation: Operation = .verify,
        key keyName: String = "partner",
        body: [UInt8],
        signature: String,
        breaks brokenRule: String? = nil,
        twin: String? = nil,
        comment: String? = nil,
        tags: [String]
    ) {
        self.id = id
        self.title = title
        self.operation = operation
        self.keyName = keyName
        self.body = body
        self.signature = signature
        self.brokenRule = brokenRule
        self.twin = twin
        self.comment = comment
        self.tags = tags
    }

    /// The case as it stands in its file.
    var tree: JSONTree {
        let digest = SHA256Digest(of: body)
        var members: [JSONTree.Member] = []
        func add(_ name: String, _ value: JSONTree?) {
            if let value { members.append(JSONTree.Member(name: name, value: value)) }
        }
        add("id", .string(id))
        add("title", .string(title))
        add("rule", .array((brokenRule.map { [$0] } ?? Self.allRules).map { .string($0) }))
        add("level", "MUST")
        add("comment", comment.map { .string($0) })
        add("tags", .array(tags.map { .string($0) }))
        add("since", "0.1.0")
        add("twin", twin.map { .string($0) })
        add("key", .string("keys/public-test-key-\(keyName)\(operation == .sign ? "" : ".pub").pem"))
        add("operation", .string(operation.rawValue))
        if let text = String(validating: body, as: UTF8.self) {
            add("body", .string(text))
        } else {
            add("body_base64", .string(Base64.encode(body)))
        }
        add("sha256", .string(digest.hexadecimal))
        add("digest_info", .string(Hexadecimal.encode(digest.digestInfo)))
        add("signature", .string(signature))
        add("expect", brokenRule.map { ["verdict": "reject", "rule": .string($0)] } ?? ["verdict": "accept"])
        return .object(members)
    }

    /// What an accepted signature shows to be held.
    private static let allRules = ["SIG.PRESENT", "SIG.BASE64", "SIG.LENGTH", "SIG.BYTES", "SIG.KEY"]
}
