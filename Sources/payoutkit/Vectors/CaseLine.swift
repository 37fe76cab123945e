import PayoutVectors
import StrictJSON

/// Cases as `vectors list` prints them, one a line.
enum CaseLine {
    /// Id, verdict, rule and title in columns.
    static func table(_ cases: [VectorCase]) -> String {
        let rows = cases.map { [$0.id, $0.verdict.rawValue, $0.leadingRule?.rawValue ?? ""] }
        let widths = (0..<3).map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        return zip(cases, rows)
            .map { vector, row in
                zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.utf8.count + 2) }.joined()
                    + vector.title + "\n"
            }
            .joined()
    }

    /// What describes the case, without its bytes and steps, as one JSON object.
    static func json(_ vector: VectorCase) -> String {
        var members: [JSONTree.Member] = [
            .init(name: "id", value: .string(vector.id)), .init(name: "title", value: .string(vector.title)),
            .init(name: "kind", value: .string(vector.kind.rawValue)),
        ]
        if let message = vector.message {
            members.append(.init(name: "api", value: .string(message.api)))
            members.append(.init(name: "message", value: .string(message.name)))
        }
        members += [
            .init(name: "verdict", value: .string(vector.verdict.rawValue)),
            .init(name: "rule", value: .array(vector.rules.map { .string($0.rawValue) })),
            .init(name: "level", value: .string(vector.level.rawValue)),
            .init(name: "tags", value: .array(vector.tags.map { .string($0) })),
            .init(name: "since", value: .string(vector.since)),
        ]
        if let twin = vector.twin { members.append(.init(name: "twin", value: .string(twin))) }
        members.append(.init(name: "file", value: .string(vector.path)))
        members.append(.init(name: "line", value: .number(JSONNumber(vector.line))))
        return JSONWriter.compact.writeString(.object(members))
    }
}
