import StrictJSON

/// What the contract says around the messages: headers, signature, error codes, the life of a session.
public struct ProtocolSettings: Hashable, Sendable {
    /// A header field of requests or webhooks.
    public struct Header: Hashable, Sendable {
        /// Its name; case does not count.
        public let name: String
        /// `request` and `webhook`: where it stands.
        public let directions: [String]
        /// Whether it has to be there.
        public let isRequired: Bool
        /// What its value matches; nil for anything.
        public let pattern: String?
    }

    /// What may happen in a state of a session.
    public struct Transition: Hashable, Sendable {
        /// The state before.
        public let from: String
        /// What happens.
        public let event: String
        /// The state after.
        public let to: String
        /// The webhook that the bank sends because of it; nil for none.
        public let webhook: String?
    }

    /// The header fields.
    public let headers: [Header]
    /// How the signature is made, by the names of the settings; numbers as their digits.
    public let signature: [String: String]
    /// How bodies are written, by the names of the settings.
    public let body: [String: String]
    /// The error codes that are known; the list is open.
    public let errorCodes: [String]
    /// The life of a session with one payout.
    public let transitions: [Transition]
}

extension VectorSet {
    /// The path of the file with the settings.
    private static let protocolPath = "protocol.json"

    /// Reads and checks `protocol.json`; nil when the set has none.
    ///
    /// - Throws: an error with the place of the first member that is missing, unknown or of the wrong kind.
    public func protocolSettings() throws(VectorError) -> ProtocolSettings? {
        guard bytes(at: Self.protocolPath) != nil else { return nil }
        var file = try RecordReader(file: Self.protocolPath, of: "the protocol", in: self)
        guard try file.count("format") == 1 else { throw file.failure("format must be 1") }
        let headers = try file.map(try file.required("headers"), "headers") { (value) throws(VectorError) in
            try ProtocolSettings.Header(reading: value, in: Self.protocolPath)
        }
        let transitions = try file.map(try file.required("transitions"), "transitions") { (value) throws(VectorError) in
            try ProtocolSettings.Transition(reading: value, in: Self.protocolPath)
        }
        let settings = ProtocolSettings(
            headers: headers,
            signature: try Self.settings("signature", &file),
            body: try Self.settings("body", &file),
            errorCodes: try file.strings("error_codes"),
            transitions: transitions
        )
        try file.finish()
        return settings
    }

    private static func settings(_ name: String, _ file: inout RecordReader) throws(VectorError) -> [String: String] {
        let value = try file.required(name)
        guard value.kind == .object else { throw file.failure("\(name) must be an object", at: value) }
        var settings: [String: String] = [:]
        for member in value.members {
            guard let text = member.value.string ?? member.value.number?.literal else {
                throw file.failure("\(name)/\(member.name) must be a string or a number", at: member.value)
            }
            settings[member.name] = text
        }
        return settings
    }
}

extension ProtocolSettings.Header {
    fileprivate init(reading value: JSONValue, in path: String) throws(VectorError) {
        var reader = try RecordReader(value, of: "a header", in: path)
        name = try reader.string("name")
        directions = try reader.strings("direction")
        guard let required = try reader.required("required").boolean else {
            throw reader.failure("required must be true or false")
        }
        isRequired = required
        pattern = try reader.optionalString("pattern")
        _ = reader.optional("sources")
        try reader.finish()
    }
}

extension ProtocolSettings.Transition {
    fileprivate init(reading value: JSONValue, in path: String) throws(VectorError) {
        var reader = try RecordReader(value, of: "a transition", in: path)
        from = try reader.string("from")
        event = try reader.string("event")
        to = try reader.string("to")
        webhook = try reader.optionalString("webhook")
        try reader.finish()
    }
}
