import PartnerSignature
package import PayoutContract
package import StrictJSON

/// One recorded message.
package struct TrafficMessage: Sendable {
    /// What it is; nil where that is not known.
    package let type: MessageType?
    /// The exact bytes.
    package let body: [UInt8]
    /// The bytes as they were read; nil where that was not done, or where they break a rule of JSON text.
    let document: JSONDocument?
    /// How long the answer took, in microseconds; nil where that is not known, and for requests.
    package let duration: Int64?

    /// - Parameter document: The body, where it was read before under the strict policy.
    init(type: MessageType?, body: [UInt8], document: JSONDocument? = nil, duration: Int64? = nil) {
        self.type = type
        self.body = body
        self.document = document
        self.duration = duration
    }
}

/// Reads the messages of recorded lines: journals, generated messages, and bodies alone.
package struct TrafficReader: Sendable {
    /// A line that holds no message that can be read.
    package struct Unreadable: Error {}

    private let known: Set<MessageType>
    /// What each line is, where lines are bodies alone; nil to look.
    private let type: MessageType?
    private let api: APIVersion

    /// - Parameter type: What each line is, where lines are bodies alone; nil to find out line by line.
    package init(contract: Contract, type: MessageType?, api: APIVersion) {
        known = Set(APIVersion.allCases.flatMap(MessageType.all).filter(contract.supports))
        self.type = type
        self.api = api
    }

    /// What became of a line.
    package enum Outcome: Sendable {
        /// It was read.
        case read
        /// It holds no message that can be read.
        case unreadable
        /// It is the start of a journal without personal data.
        case maskedFromHere
    }

    /// Hands over each message of a line; none of lines that are about something else.
    package func forEachMessage<Failure>(
        in line: NDJSONLine,
        _ take: (TrafficMessage) throws(Failure) -> Void
    ) throws(Failure) -> Outcome {
        if let type {
            try take(TrafficMessage(type: type, body: line.bytes))
            return .read
        }
        let found: [TrafficMessage]?
        do {
            found = try messages(in: line)
        } catch {
            return .unreadable
        }
        guard let found else { return .maskedFromHere }
        for message in found { try take(message) }
        return .read
    }

    /// The messages of a line; none for lines that are about something else, nil for the start of a masked journal.
    private func messages(in line: NDJSONLine) throws -> [TrafficMessage]? {
        let strict = try? line.document()
        guard let document = strict ?? (try? line.document(policy: .rfc8259)) else { throw Unreadable() }
        let root = document.root
        guard root.kind == .object else { throw Unreadable() }
        switch root["kind"]?.string {
        case "exchange": return try exchange(root)
        case "delivery": return try delivery(root)
        case "start" where root["masked"]?.boolean == true: return nil
        case .some where root["at"] != nil: return []
        default: break
        }
        if let name = root["message"]?.string, let body = try Self.body(of: root) {
            let version = root["api"]?.string.flatMap(APIVersion.init(rawValue:)) ?? api
            return [TrafficMessage(type: MessageType(name: name, api: version), body: body)]
        }
        return [TrafficMessage(type: guess(document), body: line.bytes, document: strict)]
    }

    private func exchange(_ root: JSONValue) throws -> [TrafficMessage] {
        guard let request = root["request"], let target = request["target"]?.string else { throw Unreadable() }
        let (operation, version) = Self.operation(of: target)
        var messages: [TrafficMessage] = []
        if let body = try Self.body(of: request) {
            let type = operation.flatMap { MessageType(.request($0), api: version) }
            messages.append(TrafficMessage(type: type, body: body))
        }
        // What the sandbox spoils on demand says nothing about the bank.
        if let answer = root["answer"], answer["goes_wrong_by_order"] == nil, let body = try Self.body(of: answer),
            !body.isEmpty
        {
            let type = operation.flatMap { MessageType(.response($0), api: version) }
            messages.append(TrafficMessage(type: type, body: body, duration: root["duration"]?.number?.int64))
        }
        return messages
    }

    private func delivery(_ root: JSONValue) throws -> [TrafficMessage] {
        guard let body = try Self.body(of: root) ?? root["request"].flatMap({ try Self.body(of: $0) }) else {
            return []
        }
        let strict = try? JSONDocument(parsing: body)
        let document = strict ?? (try? JSONDocument(parsing: body, policy: .rfc8259))
        let type = document.flatMap { guess($0) }
        return [
            TrafficMessage(type: type, body: body, document: strict, duration: root["duration"]?.number?.int64)
        ]
    }

    /// The body of a webhook names its version by its members.
    private func guess(_ document: JSONDocument) -> MessageType? {
        let session = document.root["session"]
        let version: APIVersion =
            session?["payout_list"] != nil && session?["payments"] == nil ? .v2 : session == nil ? api : .v1
        return Contract.guessMessage(of: document, api: version, isKnown: known.contains)?.message
    }

    /// The operation that a target calls: what follows `/api/v1/` or `/api/v2/`, wherever that stands.
    private static func operation(of target: String) -> (Operation?, APIVersion) {
        let path = target.prefix { $0 != "?" && $0 != "#" }
        for version in APIVersion.allCases {
            let mark = "/api/\(version.rawValue)/"
            guard let range = path.firstRange(ofText: mark) else { continue }
            return (Operation(path: String(path[range.upperBound...])), version)
        }
        return (nil, .v1)
    }

    private static func body(of value: JSONValue) throws -> [UInt8]? {
        if let text = value["body"] { return text.stringBytes }
        guard let encoded = value["body_base64"]?.string else { return nil }
        guard let bytes = try? Base64.decode(encoded) else { throw Unreadable() }
        return bytes
    }
}
