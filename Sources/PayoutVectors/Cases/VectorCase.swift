/// One golden case of `vectors/`: exact bytes, or exact steps, and what has to become of them.
public struct VectorCase: Sendable, Identifiable, CustomStringConvertible {
    /// The families of cases; each has its own folders.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Bodies of requests, responses and webhooks: `payloads/` and `webhooks/`.
        case message
        /// JSON texts: `text/`.
        case text
        /// Signatures: `signatures/`.
        case signature
        /// Flows of a session: `sequences/`.
        case sequence

        /// The folders below `vectors/` that hold the cases of this kind.
        public var folders: [String] {
            switch self {
            case .message: ["payloads", "webhooks"]
            case .text: ["text"]
            case .signature: ["signatures"]
            case .sequence: ["sequences"]
            }
        }
    }

    /// What a case holds besides its description.
    public enum Content: Hashable, Sendable {
        /// A body and its verdict.
        case message(MessageCase)
        /// A text and its verdict.
        case text(TextCase)
        /// A body, a key and a signature.
        case signature(SignatureCase)
        /// Steps of a session.
        case sequence(SequenceCase)
    }

    /// The permanent id, never reused.
    public let id: String
    /// What the case shows, in a few words.
    public let title: String
    /// The rules that the case is about; at least one.
    public let rules: [RuleID]
    /// How binding the case is.
    public let level: Rule.Level
    /// Why the case matters, in a sentence; nil where the title says it.
    public let comment: String
    /// Words to choose cases by.
    public let tags: [String]
    /// The version of the kit that brought the case.
    public let since: String
    /// The id of the accepted case that differs in nothing but the property under test; nil for accepted cases.
    public let twin: String?
    /// The file that holds the case, below `vectors/`.
    public let path: String
    /// The line on which the case starts, from 1.
    public let line: Int
    /// The bytes or steps, and the verdict.
    public let content: Content

    /// The family of the case.
    public var kind: Kind {
        switch content {
        case .message: .message
        case .text: .text
        case .signature: .signature
        case .sequence: .sequence
        }
    }

    /// The id and the title.
    public var description: String { "\(id): \(title)" }
}
