import PayoutContract
import StrictJSON

/// A partner's code that is ready to be tested by the cases of one run: in a program, or in this process.
final class AdapterConnection: TargetConnection {
    private enum Source: Sendable {
        case program(AdapterProgram, operations: Set<AdapterRequest.Name>)
        case parts(PartnerParts)
    }

    private let source: Source
    /// How long one answer may take, as a multiple of the usual.
    let pace: Int
    /// The contract that bodies are held against; nil for the embedded one.
    let contract: Contract?

    init(
        _ program: AdapterProgram,
        operations: Set<AdapterRequest.Name>,
        deadline: Duration,
        contract: Contract? = nil
    ) {
        self.contract = contract
        source = .program(program, operations: operations)
        pace = max(4, Int(deadline.components.seconds))
    }

    init(_ parts: PartnerParts, contract: Contract? = nil) {
        self.contract = contract
        source = .parts(parts)
        pace = 4
    }

    /// Whether the partner says that it can do this.
    func supports(_ name: AdapterRequest.Name) -> Bool {
        switch source {
        case .program(_, let operations): operations.contains(name)
        case .parts(let parts): parts.supports(name)
        }
    }

    /// The answer to a request of a case.
    ///
    /// - Throws: `AdapterFault` when there is none.
    func answer(to request: AdapterRequest, in context: CaseContext) throws(AdapterFault) -> AdapterAnswer {
        switch source {
        case .program(let program, _):
            try AdapterAnswer(try program.answer(to: request, in: context).root, to: request.name)
        case .parts(let parts):
            parts.answer(to: request)
        }
    }

    /// The program itself sees to it that it does not get too much at once: the pace is about how long answers take.
    var busyTime: Duration { .milliseconds(50) }

    func outcomeWithoutRunning(_ contractCase: ContractCase) -> Outcome? { nil }

    func close() {
        if case .program(let program, _) = source { program.close() }
    }
}
