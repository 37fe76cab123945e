/// A call that a partner makes to the bank, named by its path below `/api/v1/` or `/api/v2/`.
public struct Operation: Hashable, Sendable, CustomStringConvertible {
    /// The HTTP method of a call.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        /// A call without a body of its own (the official PHP SDK still sends and signs `[]`).
        case get = "GET"
        /// A call with a JSON body: every call but one, also those that only read.
        case post = "POST"
    }

    /// The path, such as `session/start/payout`.
    public let path: String
    /// The versions of the API that have this call.
    public let versions: [APIVersion]
    /// The HTTP method.
    public let method: Method

    init(_ path: String, _ versions: [APIVersion] = APIVersion.allCases, method: Method = .post) {
        self.path = path
        self.versions = versions
        self.method = method
    }

    /// Finds the operation with `path`, or nil when this kit does not know it.
    ///
    /// A path is compared byte for byte: the bank's paths are lower case and have no slash at either end.
    public init?(path: String) {
        guard let known = Operation.all.first(where: { $0.path.utf8.elementsEqual(path.utf8) }) else { return nil }
        self = known
    }

    /// Whether two operations are one: each path is that of one operation.
    public static func == (first: Operation, second: Operation) -> Bool { first.path == second.path }

    /// Hashes the path.
    public func hash(into hasher: inout Hasher) { hasher.combine(path) }

    /// The path.
    public var description: String { path }

    /// Asks for a public token for a widget; v1 only (the official PHP SDK, `WidgetApi`).
    public static let token = Operation("token", [.v1])
    /// Asks what a card hash or a token stands for; v1 only (the official PHP SDK, `TokenApi`).
    public static let tokenInfo = Operation("token/info", [.v1])
    /// Creates a session.
    public static let createSession = Operation("session/create")
    /// Creates a session and starts its payout in one call.
    public static let initPayout = Operation("session/init/payout")
    /// Starts the payout of a session that was created before.
    public static let startPayout = Operation("session/start/payout")
    /// Confirms a payout that waits for it.
    public static let confirm = Operation("session/confirm")
    /// Cancels a payout that waits for confirmation, or a session that was not started.
    public static let cancel = Operation("session/cancel")
    /// Reads a session.
    public static let status = Operation("session/status")

    /// The payout flow itself, in the order in which a partner meets its calls.
    public static let core: [Operation] = [
        token, tokenInfo, createSession, initPayout, startPayout, confirm, cancel, status,
    ]

    /// Every operation known here: the payout flow, then its neighbours.
    public static let all: [Operation] = core + neighbours

    /// Whether the operation belongs to the payout flow itself.
    public var isCore: Bool { Operation.core.contains(self) }
}
