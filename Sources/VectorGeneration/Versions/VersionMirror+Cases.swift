import PartnerSignature
import StrictJSON

extension VersionMirror {
    /// Tags that say who sent or published a body; nobody published its form in the other version.
    private static let originTags: Set<String> = ["bank", "sdk", "sibling", "observed"]

    /// The id of the case of API v2 for one of API v1.
    static func caseID(_ id: String) -> String {
        id.hasPrefix("v1.") ? "v2." + id.dropFirst("v1.".count) : id
    }

    /// The case of API v2 for one of API v1.
    static func messageCase(_ record: JSONTree) -> JSONTree {
        guard let members = record.members else { return record }
        let tags = record["tags"]?.elements?.compactMap(\.string) ?? []
        var mirror = JSONTree.object(
            members.map { JSONTree.Member(name: $0.name, value: mirrored($0.value, ofCaseMember: $0.name)) }
        )
        if tags.contains(where: originTags.contains), let id = record["id"]?.string, let title = record["title"]?.string
        {
            mirror["title"] = .string("\(title), with the names of v2")
            mirror["comment"] = .string("The published form is \(id).")
        }
        return mirror
    }

    private static func mirrored(_ value: JSONTree, ofCaseMember name: String) -> JSONTree {
        switch name {
        case "id", "twin": value.string.map { .string(caseID($0)) } ?? value
        case "title", "comment": value.string.map { .string(sentence($0)) } ?? value
        case "tags": .array((value.elements ?? []).filter { !originTags.contains($0.string ?? "") } + ["mirrored"])
        case "body", "request": value.string.map { .string(text($0)) } ?? value
        case "body_base64": value.string.map { .string(base64($0)) } ?? value
        case "expect": expectation(value)
        default: value
        }
    }

    private static func text(_ body: String) -> String {
        String(decoding: Self.body(Array(body.utf8)), as: UTF8.self)
    }

    private static func base64(_ encoded: String) -> String {
        guard let bytes = try? Base64.decode(encoded) else { return encoded }
        return Base64.encode(body(bytes))
    }

    private static func expectation(_ value: JSONTree) -> JSONTree {
        switch value {
        case .object(let members):
            .object(
                members.map { member in
                    guard member.name == "pointer", let pointer = member.value.string.flatMap(JSONPointer.init) else {
                        return JSONTree.Member(name: member.name, value: expectation(member.value))
                    }
                    let text = Self.pointer(pointer).description
                    return JSONTree.Member(name: member.name, value: .string(text))
                }
            )
        case .array(let elements): .array(elements.map(expectation))
        default: value
        }
    }
}
