import StrictJSON

extension VersionMirror {
    private static let proseKeywords: Set<String> = ["title", "description"]

    /// The schema of API v2 for one of API v1; `path` is the file that it is made from, below `vectors/`.
    static func schema(_ schema: JSONTree, from path: String) -> JSONTree {
        guard case .object(var members) = mirrored(schema) else { return schema }
        let comment: JSONTree = .string(
            "\(VectorGenerator.schemaMark)\(path). Do not edit: payoutkit vectors regenerate"
        )
        let place = members.firstIndex { $0.name == "$id" }.map { $0 + 1 } ?? members.startIndex
        members.insert(JSONTree.Member(name: "$comment", value: comment), at: place)
        return .object(members)
    }

    /// Schemas nest a few levels deep, so recursion is bounded by the files of this package.
    private static func mirrored(_ value: JSONTree) -> JSONTree {
        switch value {
        case .object(let members):
            .object(
                members.map { member in
                    JSONTree.Member(name: name(member.name), value: mirrored(member.value, of: member.name))
                }
            )
        case .array(let elements): .array(elements.map(mirrored))
        // A name as a value: in required, x-instead and the like.
        case .string(let text): .string(name(text))
        default: value
        }
    }

    private static func mirrored(_ value: JSONTree, of keyword: String) -> JSONTree {
        guard let text = value.string else { return mirrored(value) }
        switch keyword {
        case "$id", "$ref": return .string(reference(text))
        case "x-echo": return .string(JSONPointer(text).map { pointer($0).description } ?? text)
        default: return .string(proseKeywords.contains(keyword) ? sentence(text) : name(text))
        }
    }

    /// The URIs of the schemas of API v1 that a schema of either version needs from v1.
    static func sources(of schema: JSONTree) -> [String] {
        var found: [String] = []
        var waiting = [schema]
        while let value = waiting.popLast() {
            waiting += value.elements ?? []
            for member in value.members ?? [] {
                waiting.append(member.value)
                guard member.name == "$ref", let uri = member.value.string else { continue }
                let parts = uri.prefix { $0 != "#" }.split(separator: ":")
                guard parts.count == 5, parts[3] == "v1" || parts[3] == "v2" else { continue }
                found.append(String(parts[4]))
            }
        }
        return found
    }
}
