import PayoutContract
import PayoutVectors
import StrictJSON

/// Pairs of a request and an answer that repeats, or does not repeat, what was sent.
struct EchoProbes {
    /// A request that belongs to an answer.
    struct Pair {
        let answer: AcceptedBody
        let place: JSONPointer
        /// The request whose value comes back.
        let kept: JSONTree
        /// The request that differs in nothing but that value.
        let broken: JSONTree
    }

    private let requests: [AcceptedBody]

    init(_ bodies: [AcceptedBody]) {
        requests = bodies.filter { $0.type.direction == .request }
    }

    /// The first pair for an echo that a judge confirms; nil when there is none.
    func pair(
        of constraint: Constraint,
        in meetings: [BodyPool.Meeting],
        isRight: (Pair, MessageType) throws(ContractError) -> Bool
    ) throws(ContractError) -> Pair? {
        guard let source = constraint.value.string.flatMap(JSONPointer.init) else { return nil }
        for meeting in meetings {
            guard let value = meeting.value, value != .null else { continue }
            for request in requests where belongs(request, to: meeting.body.type) && request.tree[source] != nil {
                for other in Self.others(than: value) {
                    let pair = Pair(
                        answer: meeting.body,
                        place: meeting.site.instance,
                        kept: request.tree.setting(source, to: value),
                        broken: request.tree.setting(source, to: other)
                    )
                    if try isRight(pair, request.type) { return pair }
                }
            }
        }
        return nil
    }

    /// Whether the request is one that the message answers; a webhook tells the outcome of what was started.
    private func belongs(_ request: AcceptedBody, to answer: MessageType) -> Bool {
        guard request.type.api == answer.api, case .request(let operation) = request.type.kind else { return false }
        switch answer.kind {
        case .response(let answered): return answered == operation
        case .webhook: return operation == .startPayout
        case .request, .error: return false
        }
    }

    /// Values of the same form that say something else.
    private static func others(than value: JSONTree) -> [JSONTree] {
        switch value {
        case .string(let text):
            let last = text.last == "1" ? "2" : "1"
            return [.string(text.dropLast() + last), .string(text + "1")]
        case .number(let number):
            return [.number(JSONNumber((number.int64 ?? 0) + 1))]
        case .object(let members):
            return members.flatMap { member in
                others(than: member.value).map { value.setting(JSONPointer(tokens: [member.name]), to: $0) }
            }
        default:
            return []
        }
    }
}
