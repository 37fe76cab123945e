import PartnerSignature
import StrictJSON

/// One case of a file under `vectors/signatures`.
struct SignatureCaseRecord {
    /// What is done with the key.
    enum Operation: String {
        case sign
        case verify
    }

    var id: String
    var title: String
    var operation: Operation
    var keyName: SignatureKeys.Name
    var body: CaseBody
    var signature: String
    /// The rule that a refused signature breaks; nil when it is accepted.
    var brokenRule: String?
    /// Rules beside the broken one, or beside those that every accepted signature holds.
    var otherRules: [String] = []
    /// `MUST`, or `SHOULD` where the bank's own side may be lenient.
    var level = "MUST"
    /// The id of the accepted case that differs in nothing but the property under test.
    var twin: String?
    /// The id of the case of a message whose body is signed.
    var payload: String?
    /// Why the case matters; nil for what holds of all cases that break the same rule.
    var comment: String?
    var tags: [String]

    init(
        _ id: String,
        _ title: String,
        _ operation: Operation = .verify,
        key keyName: SignatureKeys.Name = .partner,
        body: CaseBody,
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
        let digest = SHA256Digest(of: body.bytes)
        var members: [JSONTree.Member] = []
        func add(_ name: String, _ value: JSONTree?) {
            if let value { members.append(JSONTree.Member(name: name, value: value)) }
        }
        func addText(_ name: String, _ text: String?) { add(name, text.map { .string($0) }) }
        addText("id", id)
        addText("title", title)
        add("rule", .array(((brokenRule.map { [$0] } ?? Self.allRules) + otherRules).map { .string($0) }))
        addText("level", level)
        addText("comment", comment ?? Self.comment(onBreaking: brokenRule, operation))
        add("tags", .array(tags.map { .string($0) }))
        addText("since", "0.1.0")
        addText("twin", twin)
        addText("key", operation == .sign ? keyName.privatePath : keyName.publicPath)
        addText("operation", operation.rawValue)
        addText("payload", payload)
        members += body.members
        addText("sha256", digest.hexadecimal)
        addText("digest_info", Hexadecimal.encode(digest.digestInfo))
        addText("signature_hex", operation == .sign ? (try? Base64.decode(signature)).map(Hexadecimal.encode) : nil)
        addText("signature", signature)
        add("expect", brokenRule.map { ["verdict": "reject", "rule": .string($0)] } ?? ["verdict": "accept"])
        return .object(members)
    }

    /// Why a case that breaks a rule, or none, matters.
    private static func comment(onBreaking rule: String?, _ operation: Operation) -> String {
        switch rule {
        case "SIG.PRESENT": "Without a signature nobody knows who sent the body."
        case "SIG.BASE64":
            "Whoever decodes leniently takes many texts for one signature, and the next verifier refuses them."
        case "SIG.LENGTH":
            "A signature has the length of the modulus: a verifier that cuts or fills up takes one value for another."
        case "SIG.BYTES":
            "These are not the bytes that were signed: a verifier that accepts them looks at other bytes than it got."
        case nil where operation == .sign:
            "The scheme has no randomness: a signer that gives another value covers other bytes, or uses another key."
        case nil:
            "A verifier that refuses this looks at other bytes than it got, or is stricter than the scheme."
        default:
            "It looks like a signature, and is none of this key over this body: a verifier has to look at all of it."
        }
    }

    /// What an accepted signature shows to be held.
    private static let allRules = ["SIG.PRESENT", "SIG.BASE64", "SIG.LENGTH", "SIG.BYTES", "SIG.KEY"]
}
