import PayoutVectors

/// The steps of a sequence in words.
enum SequenceText {
    /// One step: `session/confirm -> confirmed`, or what it is refused with.
    static func line(_ step: SequenceCase.Step) -> String {
        let actor =
            switch step.action {
            case .request(let path): path
            case .event(let name): step.isDelivered ? "(\(name))" : "(\(name), its webhook does not come yet)"
            case .delivery(let number): "(the webhook of step \(number) comes)"
            }
        return switch step.outcome {
        case .state(let state): "\(actor) -> \(state)"
        case .error(let code): "\(actor) refused: \(code)"
        }
    }
}
