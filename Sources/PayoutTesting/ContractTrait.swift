public import PayoutConformance
public import Testing

/// Says what the cases of a suite or a test are run against.
///
/// ```swift
/// @Suite(.contract(ContractCases.webhookReceiver, receiver: Shop())) struct WebhookTests {
///     @Test(arguments: ContractCases.webhookReceiver)
///     func `the shop takes webhooks`(_ contractCase: ContractCase) async throws {
///         try await expectConforms(contractCase)
///     }
/// }
/// ```
///
/// All cases run once, when the first result is asked for; each result is a test of its own.
public struct ContractTrait: SuiteTrait, TestTrait, TestScoping {
    @TaskLocal static var current: SharedRun?

    private let run: SharedRun

    fileprivate init(_ run: SharedRun) {
        self.run = run
    }

    /// Tests inside a suite have the trait too.
    public var isRecursive: Bool { true }

    /// Runs the test with the target in reach.
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await Self.$current.withValue(run) { try await function() }
    }
}

extension Trait where Self == ContractTrait {
    /// Runs `cases` against a target, such as `EmbeddedBank()` or `TargetFromEnvironment.target()`.
    public static func contract(
        _ cases: [ContractCase],
        on target: @escaping @autoclosure @Sendable () throws -> any SuiteTarget
    ) -> ContractTrait {
        ContractTrait(SharedRun(of: cases, on: target))
    }

    /// Runs `cases` against parts of your own code; cases about a part that is not given are skipped.
    public static func contract(
        _ cases: [ContractCase],
        signer: (any PartnerSigner)? = nil,
        client: (any BankClient)? = nil,
        receiver: (any WebhookReceiver)? = nil
    ) -> ContractTrait {
        let parts = PartnerParts(name: "partner in process", signer: signer, client: client, receiver: receiver)
        return ContractTrait(SharedRun(of: cases) { InProcessPartner(parts) })
    }
}

extension Tag {
    /// Tests that run cases of the payout contract.
    @Tag public static var payoutContract: Self
}

/// Expects a case to pass against what the trait ``ContractTrait`` of the test or its suite names; everything else is told
/// at the caller's line, as ``expectPassed(_:sourceLocation:)`` has it.
///
/// - Throws: ``NoTargetError`` without the trait, `PreflightError` when the target's configuration is wrong, and the
///   cancellation of a test whose case does not apply.
public func expectConforms(
    _ contractCase: ContractCase,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    guard let run = ContractTrait.current else { throw NoTargetError() }
    try expectPassed(await run.result(of: contractCase), sourceLocation: sourceLocation)
}

/// A case that nobody said what to run against.
public struct NoTargetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence with the way out.
    public var description: String {
        "There is no target: give the test or its suite the trait .contract(cases, on: target)."
    }
}
