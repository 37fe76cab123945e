import PayoutContract
import PayoutVectors

/// What a path of the bank's API names.
struct Route: Hashable, Sendable {
    var version: APIVersion
    var operation: Operation
    /// The message that is called with.
    var request: MessageType

    /// The versions that this bank serves.
    static let servedVersions: [APIVersion] = [.v1]

    var path: String { Self.path(version, operation) }

    /// Reads a path such as `/api/v1/session/create`.
    init(path: String) throws(Refusal) {
        guard let found = Self.table[path] else { throw Self.refusal(for: path) }
        self = found
    }

    private init(_ version: APIVersion, _ operation: Operation, _ request: MessageType) {
        self.version = version
        self.operation = operation
        self.request = request
    }

    private static let table: [String: Route] = {
        var table: [String: Route] = [:]
        for version in servedVersions {
            for operation in Operation.core {
                guard let request = MessageType(.request(operation), api: version) else { continue }
                table[path(version, operation)] = Route(version, operation, request)
            }
        }
        return table
    }()

    private static func path(_ version: APIVersion, _ operation: Operation) -> String {
        "/api/\(version.rawValue)/\(operation.path)"
    }

    // MARK: Unknown paths

    /// The 404 for a path that is not served, with the nearest one that is.
    static func refusal(for path: String) -> Refusal {
        let hint =
            if let nearest = nearest(to: path) {
                "did you mean \(nearest)?"
            } else {
                "GET / lists what is served"
            }
        return Refusal(.invalidRequest, status: 404, rule: "PATH.KNOWN", "There is no such path; \(hint) [PATH.KNOWN]")
    }

    /// The served path that is meant, if there is one near enough.
    ///
    /// Doubled slashes, one at the end, upper case, a missing or another version and slips of the pen are seen through.
    static func nearest(to path: String) -> String? {
        guard path.utf8.count <= 100 else { return nil }
        var parts = path.lowercased().split(separator: "/").map(String.init)
        if parts.first == "api" { parts.removeFirst() }
        if let first = parts.first, first.utf8.first == UInt8(ascii: "v"), Int(first.dropFirst()) != nil {
            parts.removeFirst()
        }
        let name = Array(parts.joined(separator: "/").utf8)
        guard !name.isEmpty else { return nil }
        let candidates = Operation.core.map { operation in
            (operation: operation, distance: editDistance(name, Array(operation.path.utf8)))
        }
        guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
        // A third of the letters may be wrong; above that the guess says nothing.
        guard best.distance * 3 <= best.operation.path.utf8.count else { return nil }
        return servedVersions.first.map { Self.path($0, best.operation) }
    }

    /// The least number of bytes to insert, remove or replace to turn one text into the other (Levenshtein).
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (above, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = above + 1
            for (place, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(replaced, row[place] + 1, row[place + 1] + 1)
            }
        }
        return row[right.count]
    }
}
