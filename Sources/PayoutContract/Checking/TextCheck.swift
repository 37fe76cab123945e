import PayoutVectors
import StrictJSON

/// The check of a body as JSON text, before anything is known of its meaning.
struct TextCheck {
    /// The parsed text; nil when the bytes are no JSON, or not what the profile takes.
    let document: JSONDocument?
    /// At most one finding: a text that is wrong in one place can't be trusted behind it.
    let findings: [Finding]

    /// Judges bytes that are refused by the strict policy; in the lenient profile what only a SHOULD forbids becomes a
    /// warning.
    static func run(
        _ bytes: [UInt8],
        after error: JSONTextError,
        profile: Profile,
        register: RuleRegister
    ) -> TextCheck {
        let finding = finding(for: error, in: bytes, profile: profile, register: register)
        guard finding.severity < .error else { return TextCheck(document: nil, findings: [finding]) }
        return relaxed(bytes, after: finding, register: register)
    }

    /// Parses again without the limits that the lenient profile does not enforce.
    private static func relaxed(_ bytes: [UInt8], after first: Finding, register: RuleRegister) -> TextCheck {
        var policy = JSONTextPolicy.strict
        policy.allowsDuplicateNames = isAdvice("TEXT.UNIQUE_NAMES", register)
        policy.allowsLoneSurrogates = isAdvice("TEXT.SURROGATES", register)
        if isAdvice("TEXT.DEPTH", register) { policy.maximumDepth = JSONTextPolicy.rfc8259.maximumDepth }
        do throws(JSONTextError) {
            return TextCheck(document: try JSONDocument(parsing: bytes, policy: policy), findings: [first])
        } catch {
            var second = finding(for: error, in: bytes, profile: .lenient, register: register)
            second.severity = .error
            return TextCheck(document: nil, findings: [first, second])
        }
    }

    private static func isAdvice(_ rule: RuleID, _ register: RuleRegister) -> Bool {
        register[rule].map { $0.lenientLevel != .must } ?? false
    }

    static func finding(
        for error: JSONTextError,
        in bytes: [UInt8],
        profile: Profile,
        register: RuleRegister
    ) -> Finding {
        let id = rule(for: error.code)
        let rule = register[id]
        let place = TextErrorPlace(error, in: bytes)
        return Finding(
            rule: id,
            severity: rule.map { Severity(profile.level(of: $0)) } ?? .error,
            pointer: .root,
            byteRange: place.byteRange,
            memberName: place.memberName,
            message: place.message,
            fix: rule.map { FixClause.of($0) }
        )
    }

    static func rule(for code: JSONTextError.Code) -> RuleID {
        switch code {
        case .invalidUTF8: "TEXT.UTF8"
        case .byteOrderMark: "TEXT.BOM"
        case .duplicateName: "TEXT.UNIQUE_NAMES"
        case .loneSurrogate: "TEXT.SURROGATES"
        case .trailingBytes: "TEXT.TRAILING"
        case .tooDeep: "TEXT.DEPTH"
        default: "TEXT.RFC8259"
        }
    }
}
