import PayoutContract
import PayoutVectors
import StrictJSON

/// The generated case files: one for each message.
struct CaseFiles {
    private struct Header: Hashable {
        let type: MessageType
        let message: String
    }

    private var cases: [Header: [MessageCaseRecord]] = [:]
    private var positions: [String: Int] = [:]

    /// Whether there is a case with this id already.
    func contains(_ id: String) -> Bool { positions[id] != nil }

    /// Adds a case about the message of a body.
    mutating func add(_ record: MessageCaseRecord, of body: AcceptedBody) {
        let header = Header(type: body.type, message: body.message)
        positions[record.id] = cases[header]?.count ?? 0
        cases[header, default: []].append(record)
    }

    /// Says that a body, as it stands, keeps rules at one of their edges.
    ///
    /// One case a body shows them all: a case for each would repeat the same bytes.
    mutating func show(_ rules: [RuleID], by body: AcceptedBody) {
        let id = body.id.hasPrefix("gen.") ? body.id : "gen.\(body.id).whole"
        if positions[id] == nil { add(Self.whole(body, id: id), of: body) }
        guard let position = positions[id] else { return }
        let header = Header(type: body.type, message: body.message)
        let named = cases[header]?[position].rules ?? []
        cases[header]?[position].rules = (named + rules).unique
    }

    private static func whole(_ body: AcceptedBody, id: String) -> MessageCaseRecord {
        MessageCaseRecord(
            id: id,
            title: "The body of \(body.id), which has a place for each of these rules",
            rules: [],
            level: .must,
            comment: "A check of one of these rules that refuses this body is too strict.",
            tags: ["generated", "boundary"] + (body.warnings.isEmpty ? [] : ["advice"]),
            twin: nil,
            body: body.tree,
            expectation: .accept(warnings: body.warnings.sorted)
        )
    }

    /// The files, in the order of their paths.
    var made: [GeneratedFile] {
        cases.map { header, cases in GeneratedFile(path: Self.path(of: header), bytes: Self.bytes(header, cases)) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func path(of header: Header) -> String {
        let schema = header.type.schemaURI.split(separator: ":").last.map(String.init) ?? ""
        let isWebhook = header.type.direction == .webhook
        let folder = isWebhook ? "webhooks" : "payloads"
        let name = isWebhook ? String(schema.dropFirst("webhook-".count)) : schema
        return "vectors/\(folder)/\(header.type.api.rawValue)/\(MessageFamilies.folder)/\(name).json"
    }

    private static func bytes(_ header: Header, _ cases: [MessageCaseRecord]) -> [UInt8] {
        let tree: JSONTree = [
            "format": 1,
            "kind": "message",
            "api": .string(header.type.api.rawValue),
            "message": .string(header.message),
            "direction": .string(header.type.direction.rawValue),
            "count": .number(JSONNumber(cases.count)),
            "cases": .array(cases.map(\.tree)),
        ]
        return JSONWriter.pretty.write(tree)
    }
}
