import StrictJSON

/// One sentence of the contract that can be checked.
public struct Rule: Hashable, Sendable, Identifiable {
    /// How binding a rule is (RFC 2119).
    public enum Level: String, CaseIterable, Hashable, Sendable {
        /// Breaking it is an error.
        case must = "MUST"
        /// Breaking it is a warning.
        case should = "SHOULD"
        /// Breaking it is worth a note.
        case may = "MAY"
    }

    /// What a rule speaks about.
    public enum Subject: String, CaseIterable, Hashable, Sendable {
        /// What a partner sends.
        case request
        /// What the bank answers.
        case response
        /// What the bank sends on its own account.
        case webhook
        /// Any body as JSON text.
        case text
        /// The signature of a body.
        case signature
        /// The headers around a body.
        case header
        /// The order of calls.
        case sequence
        /// The way of a call: host, path, method, connection.
        case transport
        /// What a partner's program does with messages: what it compares, stores, repeats and keeps secret.
        case handling
    }

    /// Where a rule comes from, and how sure that is.
    public struct Source: Hashable, Sendable {
        /// How sure a source is.
        public enum Certainty: String, CaseIterable, Hashable, Sendable {
            /// A page of the bank.
            case bank
            /// The bank's own SDK.
            case sdk
            /// The documentation of a sibling of the platform.
            case sibling
            /// Seen in live data.
            case observed
            /// This kit's own choice.
            case kit
        }

        /// How sure the source is.
        public let certainty: Certainty
        /// The page, file or section.
        public let location: String
    }

    /// The permanent id.
    public let id: RuleID
    /// How binding the rule is.
    public let level: Level
    /// How binding it is in the lenient profile; the same as `level` unless the register says otherwise.
    public let lenientLevel: Level
    /// What the rule speaks about.
    public let subjects: [Subject]
    /// The JSON Schema keywords whose failures belong to this rule where a schema names no other.
    public let keywords: [String]
    /// The rule as a sentence.
    public let statement: LocalizedText
    /// Why it matters, as a sentence.
    public let why: LocalizedText
    /// What to do, as a sentence.
    public let fix: LocalizedText
    /// A clause that follows the name of the member at fault: "must be an integer in minor units"; nil for none.
    public let message: LocalizedText?
    /// An example that keeps the rule; JSON text in most cases.
    public let good: String?
    /// An example that breaks the rule.
    public let bad: String?
    /// Where the rule comes from; at least one.
    public let sources: [Source]
    /// The version of the kit that brought the rule.
    public let since: String

    init(reading value: JSONValue, in path: String) throws(VectorError) {
        let subject = "a rule"
        var reader = try RecordReader(value, of: subject, in: path)
        id = RuleID(rawValue: try reader.string("id"))
        level = try reader.choice("level")
        if let lenient = reader.optional("lenient") {
            lenientLevel = try reader.choice(of: lenient, "lenient")
        } else {
            lenientLevel = level
        }
        let subjectsReader = reader
        subjects = try reader.map(try reader.required("applies_to"), "applies_to") { (element) throws(VectorError) in
            try subjectsReader.choice(of: element, "applies_to")
        }
        keywords = try reader.strings("keywords")
        statement = try LocalizedText(reading: try reader.required("statement"), of: "statement", in: path)
        why = try LocalizedText(reading: try reader.required("why"), of: "why", in: path)
        fix = try LocalizedText(reading: try reader.required("fix"), of: "fix", in: path)
        if let message = reader.optional("message") {
            self.message = try LocalizedText(reading: message, of: "message", in: path)
        } else {
            message = nil
        }
        good = try reader.optionalString("good")
        bad = try reader.optionalString("bad")
        sources = try reader.map(try reader.required("sources"), "sources") { (element) throws(VectorError) in
            try Source(reading: element, in: path)
        }
        since = try reader.string("since")
        try reader.finish()
        guard !subjects.isEmpty else { throw reader.failure("the rule \(id) applies to nothing") }
        guard !sources.isEmpty else { throw reader.failure("the rule \(id) names no source") }
    }
}

extension Rule.Source {
    init(reading value: JSONValue, in path: String) throws(VectorError) {
        var reader = try RecordReader(value, of: "a source", in: path)
        certainty = try reader.choice("certainty")
        location = try reader.string("where")
        try reader.finish()
    }
}
