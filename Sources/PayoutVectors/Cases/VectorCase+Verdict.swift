extension VectorCase {
    /// What has to become of a case.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// Accepted in both profiles.
        case accept
        /// Refused in both profiles.
        case reject
        /// Refused in the strict profile, accepted with a warning in the lenient one.
        case either
    }

    /// What has to become of the case.
    public var verdict: Verdict {
        switch content {
        case .message(let message): message.expectation.verdict
        case .text(let text): text.expectation.verdict
        case .signature(let signature): signature.brokenRule == nil ? .accept : .reject
        case .sequence(let sequence): sequence.brokenRule == nil ? .accept : .reject
        }
    }

    /// Whether the case is right: accepted as it stands.
    public var isAccepted: Bool { verdict == .accept }

    /// The rule that a refused case breaks, or the first one that an accepted case is about.
    public var leadingRule: RuleID? {
        let broken =
            switch content {
            case .message(let message): isAccepted ? nil : message.expectation.findings.first?.rule
            case .text(let text): isAccepted ? nil : text.expectation.findings.first?.rule
            case .signature(let signature): signature.brokenRule
            case .sequence(let sequence): sequence.brokenRule
            }
        return broken ?? rules.first
    }

    /// Every rule that the case names, in its description and in its verdict; a rule may be there twice.
    public var mentionedRules: [RuleID] {
        switch content {
        case .message(let message): rules + message.expectation.findings.map(\.rule)
        case .text(let text): rules + text.expectation.findings.map(\.rule)
        case .signature(let signature): rules + [signature.brokenRule].compactMap(\.self)
        case .sequence(let sequence): rules + [sequence.brokenRule].compactMap(\.self)
        }
    }

    /// The exact bytes that the case is about; nil for a sequence, which has none.
    public var body: [UInt8]? {
        switch content {
        case .message(let message): message.body
        case .text(let text): text.body
        case .signature(let signature): signature.body
        case .sequence: nil
        }
    }
}

extension Expectation {
    /// The verdict without its findings.
    public var verdict: VectorCase.Verdict {
        switch self {
        case .accept: .accept
        case .reject: .reject
        case .rejectStrictly: .either
        }
    }
}
