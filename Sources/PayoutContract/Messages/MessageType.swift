/// What a body is meant to be: a message of one version of the API.
public struct MessageType: Hashable, Sendable, CustomStringConvertible {
    /// The part that a message plays.
    public enum Kind: Hashable, Sendable {
        /// What a partner sends to call an operation.
        case request(Operation)
        /// What the bank answers to an operation, success or refusal.
        case response(Operation)
        /// What the bank sends to the partner's webhook address.
        case webhook(WebhookType)
        /// A refusal without regard to the operation that was refused.
        case error
    }

    /// The way a message travels.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// From the partner to the bank.
        case request
        /// From the bank, as the answer to a request.
        case response
        /// From the bank, on its own account.
        case webhook
    }

    /// The version of the API.
    public let api: APIVersion
    /// The part that the message plays.
    public let kind: Kind

    /// Creates the type of a message, or nil when that version of the API does not have the operation.
    public init?(_ kind: Kind, api: APIVersion) {
        switch kind {
        case .request(let operation), .response(let operation):
            guard operation.versions.contains(api) else { return nil }
        case .webhook, .error:
            break
        }
        self.kind = kind
        self.api = api
    }

    /// Reads the name of a message as the command line takes it: `session/start/payout`,
    /// `session/start/payout/response`, `webhook/ready_to_confirm`, `webhook/other` or `error`.
    ///
    /// Nil when the name is unknown, or that version of the API does not have the operation.
    public init?(name: String, api: APIVersion) {
        let webhookPrefix = "webhook/"
        let responseSuffix = "/response"
        if name == "error" {
            self.init(.error, api: api)
        } else if name.hasPrefix(webhookPrefix) {
            guard let type = WebhookType(name: String(name.dropFirst(webhookPrefix.count))) else { return nil }
            self.init(.webhook(type), api: api)
        } else if name.hasSuffix(responseSuffix) {
            guard let operation = Operation(path: String(name.dropLast(responseSuffix.count))) else { return nil }
            self.init(.response(operation), api: api)
        } else {
            guard let operation = Operation(path: name) else { return nil }
            self.init(.request(operation), api: api)
        }
    }

    /// The name that ``init(name:api:)`` reads.
    public var name: String {
        switch kind {
        case .request(let operation): operation.path
        case .response(let operation): "\(operation.path)/response"
        case .webhook(let type): "webhook/\(type.name)"
        case .error: "error"
        }
    }

    /// The way this message travels.
    public var direction: Direction {
        switch kind {
        case .request: .request
        case .response, .error: .response
        case .webhook: .webhook
        }
    }

    /// The name and the version for people: `session/start/payout (v1)`.
    public var displayName: String { "\(name) (\(api.rawValue))" }

    /// The same as ``displayName``.
    public var description: String { displayName }

    /// The `$id` of the JSON Schema of this message: `urn:bank131:payout:v1:session-start-payout-request`.
    public var schemaURI: String {
        "urn:bank131:payout:\(api.rawValue):\(schemaName)"
    }

    /// The last part of ``schemaURI``, and the name of the schema's file.
    package var schemaName: String {
        switch kind {
        case .request(let operation): "\(Self.hyphenated(operation.path))-request"
        case .response(let operation): "\(Self.hyphenated(operation.path))-response"
        case .webhook(let type): "webhook-\(Self.hyphenated(type.name))"
        case .error: "error-response"
        }
    }

    private static func hyphenated(_ name: String) -> String {
        String(name.map { $0 == "/" || $0 == "_" ? "-" : $0 })
    }

    /// Every message of `api`: requests and responses by operation, then webhooks, then the error response.
    ///
    /// A vector set may hold no schema for some of them; `Contract.supports(_:)` tells.
    public static func all(of api: APIVersion) -> [MessageType] {
        let exchanges = Operation.all.flatMap { [Kind.request($0), .response($0)] }
        let webhooks = WebhookType.all.map { Kind.webhook($0) }
        return (exchanges + webhooks + [.error]).compactMap { MessageType($0, api: api) }
    }
}
