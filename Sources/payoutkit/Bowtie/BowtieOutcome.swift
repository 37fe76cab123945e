import StrictJSON

/// What became of one case.
enum BowtieOutcome: Hashable, Sendable {
    /// One verdict for each instance, in their order.
    case results([Bool])
    /// The engine refuses the schema on purpose.
    case skipped(message: String)
    /// There are no verdicts, for a reason that is the schema's or the case's.
    case errored(message: String)

    /// The outcome as the protocol writes it.
    ///
    /// - Parameter sequence: The value of `seq` that came with the case.
    func answer(to sequence: JSONTree) -> JSONTree {
        switch self {
        case .results(let verdicts):
            ["seq": sequence, "results": .array(verdicts.map { ["valid": .boolean($0)] })]
        case .skipped(let message):
            ["seq": sequence, "skipped": true, "message": .string(message)]
        case .errored(let message):
            ["seq": sequence, "errored": true, "context": ["message": .string(message)]]
        }
    }
}
