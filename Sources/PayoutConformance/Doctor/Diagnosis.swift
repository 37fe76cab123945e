/// What the doctor says of one part of a configuration.
public struct Diagnosis: Hashable, Sendable {
    /// How it stands.
    public enum Verdict: String, Hashable, Sendable {
        /// As it should be.
        case right = "ok"
        /// Not as it should be, and no verdict of a suite suffers from it.
        case doubtful = "warning"
        /// Every verdict would be worthless.
        case wrong
    }

    /// The part: "address", "TLS", "keys", "clock", "pauses", ...
    public var part: String
    /// How it stands.
    public var verdict: Verdict
    /// One sentence.
    public var sentence: String
    /// What to do about it; nil when nothing is to be done.
    public var fix: String?

    /// Creates a diagnosis.
    public init(part: String, verdict: Verdict, sentence: String, fix: String? = nil) {
        self.part = part
        self.verdict = verdict
        self.sentence = sentence
        self.fix = fix
    }
}
