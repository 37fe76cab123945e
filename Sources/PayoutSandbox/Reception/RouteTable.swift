import PayoutContract
import PayoutVectors

/// The paths that a bank serves: every operation of the payout flow whose request the contract has, in each version.
struct RouteTable: Sendable {
    /// The routes in the order of versions and operations.
    let routes: [Route]
    private let byPath: [String: Route]

    init(contract: Contract) {
        let routes = APIVersion.allCases.flatMap { version in
            Operation.core.compactMap { operation -> Route? in
                guard let request = MessageType(.request(operation), api: version), contract.supports(request) else {
                    return nil
                }
                return Route(version: version, operation: operation, request: request)
            }
        }
        self.routes = routes
        byPath = Dictionary(routes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a path such as `/api/v1/session/create`.
    func route(_ path: String) throws(Refusal) -> Route {
        guard let found = byPath[path] else { throw refusal(for: path) }
        return found
    }

    // MARK: Unknown paths

    /// The 404 for a path that is not served, with the nearest one that is.
    func refusal(for path: String) -> Refusal {
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
    func nearest(to path: String) -> String? {
        guard path.utf8.count <= 100 else { return nil }
        var parts = path.lowercased().split(separator: "/").map(String.init)
        if parts.first == "api" { parts.removeFirst() }
        var version: APIVersion?
        if let first = parts.first, first.utf8.first == UInt8(ascii: "v"), Int(first.dropFirst()) != nil {
            version = APIVersion(rawValue: first)
            parts.removeFirst()
        }
        let name = Array(parts.joined(separator: "/").utf8)
        guard !name.isEmpty else { return nil }
        let candidates = routes.map { route in
            (route: route, distance: EditDistance.between(name, Array(route.operation.path.utf8)))
        }
        guard let least = candidates.map(\.distance).min() else { return nil }
        let best = candidates.filter { $0.distance == least }.map(\.route)
        guard let route = best.first(where: { $0.version == version }) ?? best.first else { return nil }
        // A third of the letters may be wrong; above that the guess says nothing.
        return least * 3 <= route.operation.path.utf8.count ? route.path : nil
    }
}
