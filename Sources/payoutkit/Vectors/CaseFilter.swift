import PayoutContract
import PayoutVectors

/// Which cases `vectors list` shows: those that every option lets through.
struct CaseFilter: Sendable {
    static let options = [
        OptionDefinition("--rule", .many("ID"), help: "cases that name this rule"),
        OptionDefinition("--tag", .many("TAG"), help: "cases with this tag, such as money, wild or golden"),
        OptionDefinition("--kind", .one("KIND"), help: "message, text, signature or sequence"),
        OptionDefinition("--message", .one("NAME"), help: "cases of this message, such as session/confirm/response"),
        OptionDefinition("--api", .one("v1|v2"), help: "messages of this version of the API"),
        OptionDefinition("--verdict", .one("VERDICT"), help: "accept, reject or either (refused strictly)"),
    ]

    private let rules: [RuleID]
    private let tags: [String]
    private let kind: VectorCase.Kind?
    private let message: String?
    private let api: APIVersion?
    private let verdict: VectorCase.Verdict?

    /// Reads the options.
    ///
    /// - Throws: `UsageError` with the nearest name when a rule, tag or message is not among `cases` and `rules`.
    init(_ arguments: ParsedArguments, cases: [VectorCase], rules register: RuleRegister) throws(UsageError) {
        var rules: [RuleID] = []
        for name in arguments.all("--rule") { rules.append(try register.rule(named: name).id) }
        self.rules = rules
        tags = arguments.all("--tag")
        let knownTags = Set(cases.flatMap(\.tags))
        for tag in tags where !knownTags.contains(tag) { throw Self.unknown("tag", tag, among: knownTags) }
        message = arguments["--message"]
        let knownMessages = Set(cases.compactMap { $0.message?.name })
        if let message, !knownMessages.contains(message) {
            throw Self.unknown("message", message, among: knownMessages)
        }
        kind = try arguments.choice("--kind", of: VectorCase.Kind.self)
        api = try arguments.choice("--api", of: APIVersion.self)
        verdict = try arguments.choice("--verdict", of: VectorCase.Verdict.self)
    }

    /// Whether every option lets the case through.
    func accepts(_ vector: VectorCase) -> Bool {
        rules.allSatisfy(vector.mentionedRules.contains) && tags.allSatisfy(vector.tags.contains)
            && (kind == nil || kind == vector.kind)
            && (message == nil || message == vector.message?.name)
            && (api == nil || api?.rawValue == vector.message?.api)
            && (verdict == nil || verdict == vector.verdict)
    }

    private static func unknown(_ subject: String, _ name: String, among known: Set<String>) -> UsageError {
        // In the order of their bytes, so that the same call always suggests the same.
        let clause = Suggestion.clause(for: name, among: known.sorted())
        return UsageError("no case has the \(subject) \(VisibleName.of(name))\(clause)")
    }
}

extension VectorCase {
    /// The body of a message of the API; nil for the other kinds.
    var message: MessageCase? {
        if case .message(let message) = content { message } else { nil }
    }
}
