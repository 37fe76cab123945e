import PayoutContract
import StrictJSON
import TestSupport
import Testing

/// Two small schemas and the changes between them, labelled by hand.
struct SchemaPair: Sendable, CustomTestStringConvertible {
    /// How many messages a compatible change survives in these tests; Tests/Oracles/labelled-pairs.py lets the program
    /// generate all 1,000.
    static let survivorCount = 40

    /// The same for this pair: values of a branch that seldom applies are found among many messages alone.
    var survivorCount: Int { id.contains(".else.") ? 1_000 : Self.survivorCount }

    struct Change: Hashable, Sendable {
        let kind: String
        let changeClass: String
        /// The place; nil where it is made up, such as a name for a pattern.
        let place: String?
    }

    let id: String
    let direction: MessageType.Direction
    let old: JSONTree
    let new: JSONTree
    let changes: [Change]

    var testDescription: String { id }

    struct Unreadable: Error {}

    private init(_ tree: JSONTree) throws {
        guard let id = tree["id"]?.string, let name = tree["direction"]?.string,
            let direction = MessageType.Direction(rawValue: name), let old = tree["old"], let new = tree["new"],
            let changes = tree["changes"]?.elements
        else { throw Unreadable() }
        self.id = id
        self.direction = direction
        self.old = old
        self.new = new
        self.changes = try changes.map { change in
            guard let kind = change["kind"]?.string, let changeClass = change["class"]?.string else {
                throw Unreadable()
            }
            return Change(kind: kind, changeClass: changeClass, place: change["place"]?.string)
        }
    }

    /// Every pair of the file beside this one, one a line.
    static func all() throws -> [SchemaPair] {
        var lines: [NDJSONLine] = []
        var splitter = NDJSONSplitter()
        let path = #filePath.replacing("SchemaPair.swift", with: "pairs.ndjson")
        splitter.feed(try Files.bytes(at: path)) { lines.append($0) }
        splitter.finish { lines.append($0) }
        return try lines.map { try SchemaPair(JSONTree($0.document().root)) }
    }
}
