public import PayoutConformance
public import PayoutContract
import PayoutVectors
import StrictJSON
public import Testing

/// Expects a payload of one's own to be as the contract says; every violation is an issue at the caller's line.
///
/// A violated MUST is an error, a violated SHOULD a warning, which fails no test.
///
/// - Parameters:
///   - bytes: The body, exactly as it would be sent.
///   - message: What the body is, such as `MessageType(name: "session/start/payout", api: .v1)`.
///   - profile: What is forgiven.
///   - contract: The rules; the kit's own unless given.
/// - Throws: `ContractError` when the kit's own rules can't be read.
public func expectConforms(
    _ bytes: [UInt8],
    as message: MessageType,
    profile: Profile = .strict,
    contract: Contract? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let contract = try contract ?? Contract()
    for finding in try contract.check(bytes, as: message, profile: profile).findings {
        let place = finding.pointer.tokens.isEmpty ? "" : " at \(finding.pointer)"
        let fix = finding.fix.map { "; fix: \($0)" } ?? ""
        let severity: Issue.Severity = finding.severity == .error ? .error : .warning
        Issue.record(
            "\(finding.rule.rawValue)\(place) of \(message.displayName): \(finding.message)\(fix)",
            severity: severity,
            sourceLocation: sourceLocation
        )
    }
}

/// Expects a payload of one's own, given as text, to be as the contract says.
///
/// - Throws: `ContractError` when the kit's own rules can't be read.
public func expectConforms(
    _ text: String,
    as message: MessageType,
    profile: Profile = .strict,
    contract: Contract? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try expectConforms(
        Array(text.utf8),
        as: message,
        profile: profile,
        contract: contract,
        sourceLocation: sourceLocation
    )
}

/// Expects a case to have passed in a run; everything else is told at the caller's line.
///
/// A failed case is an error with each of its findings. So is a MUST that was not run, because a test that proved nothing
/// must not look like one that passed. A warning, and a SHOULD that was not run, is a warning. A case that does not apply
/// to the target cancels the test, which then shows as skipped with the reason.
///
/// - Throws: The cancellation, which the test has to pass on.
public func expectPassed(_ result: CaseResult, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for finding in result.findings {
        Issue.record(
            "\(result.id): \(finding.text)",
            severity: finding.level == .must ? .error : .warning,
            sourceLocation: sourceLocation
        )
    }
    switch result.outcome {
    case .passed, .warned, .knownFailing:
        return
    case .failed:
        guard !result.findings.contains(where: { $0.level == .must }) else { return }
        Issue.record("\(result.id) failed", sourceLocation: sourceLocation)
    case .notRun(let reason):
        let severity: Issue.Severity = result.level == .must ? .error : .warning
        Issue.record("\(result.id) was not run: \(reason)", severity: severity, sourceLocation: sourceLocation)
    case .notApplicable(let reason):
        try Test.cancel("\(result.id) does not apply: \(reason)", sourceLocation: sourceLocation)
    }
}

/// Runs one case, and its twin where it has one, and expects it to pass; see ``expectPassed(_:sourceLocation:)``.
///
/// - Throws: `PreflightError` when the target's configuration is wrong.
public func expectPasses(
    _ contractCase: ContractCase,
    on target: any SuiteTarget,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let twin = contractCase.twin.flatMap(ContractCases.named)
    let run = SharedRun(of: [twin, contractCase].compactMap(\.self)) { target }
    try expectPassed(await run.result(of: contractCase), sourceLocation: sourceLocation)
}

extension CaseFinding {
    /// The finding as a failed test tells it.
    fileprivate var text: String {
        var lines = ["\(message) [\(rule.rawValue)]"]
        if let statement { lines.append("rule: \(statement)") }
        if let expected { lines.append("expected: \(expected)") }
        if let received { lines.append("received: \(received)") }
        if let sent { lines.append("sent: \(sent)") }
        if let cause { lines.append("cause: \(cause)") }
        if let fix { lines.append("fix: \(fix)") }
        return lines.joined(separator: "\n")
    }
}
