import PayoutContract
import PayoutVectors
import StrictJSON

/// One generated case of a message.
struct MessageCaseRecord {
    let id: String
    let title: String
    var rules: [RuleID]
    let level: Rule.Level
    let comment: String
    let tags: [String]
    let twin: String?
    let body: JSONTree
    /// The request that the message answers, where the case is about both.
    var request: JSONTree?
    let expectation: Expectation

    /// The case as it stands in its file.
    var tree: JSONTree {
        var tree: JSONTree = [
            "id": .string(id),
            "title": .string(title),
            "rule": .array(rules.map { .string($0.rawValue) }),
            "level": .string(level.rawValue),
            "comment": .string(comment),
            "tags": .array(tags.map { .string($0) }),
            "since": "0.1.0",
        ]
        if let twin { tree["twin"] = .string(twin) }
        tree["body"] = .string(JSONWriter.compact.writeString(body))
        if let request { tree["request"] = .string(JSONWriter.compact.writeString(request)) }
        tree["expect"] = expected
        return tree
    }

    private var expected: JSONTree {
        switch expectation {
        case .accept(let warnings) where warnings.isEmpty:
            return ["verdict": "accept"]
        case .accept(let warnings):
            return ["verdict": "accept", "warns": .array(warnings.map { .object(Self.members(of: $0)) })]
        case .reject(let finding):
            return .object([JSONTree.Member(name: "verdict", value: "reject")] + Self.members(of: finding))
        case .rejectStrictly(let finding):
            let head = [
                JSONTree.Member(name: "verdict", value: "either"), JSONTree.Member(name: "profile", value: "strict"),
            ]
            return .object(head + Self.members(of: finding))
        }
    }

    private static func members(of finding: ExpectedFinding) -> [JSONTree.Member] {
        [
            JSONTree.Member(name: "rule", value: .string(finding.rule.rawValue)),
            JSONTree.Member(name: "pointer", value: .string(finding.pointer?.description ?? "")),
        ]
    }
}
