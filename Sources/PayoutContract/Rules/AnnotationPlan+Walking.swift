import PayoutVectors
import StrictJSON

/// A value that breaks a rule which no schema states.
struct BrokenCheck: Sendable {
    let rule: RuleID
    let value: JSONValue
    let pointer: JSONPointer
    let keyword: String
}

extension AnnotationPlan {
    /// Runs every check at every place of the message; with a request, the echoes as well.
    ///
    /// The message may be nested as deep as its text allows: the walk keeps its own stack, and enters only what the
    /// plan describes. Each rule is reported at most `limit` times, so that none hides another.
    func brokenChecks(in root: JSONValue, request: JSONValue?, limit: Int) -> [BrokenCheck] {
        guard !places.isEmpty else { return [] }
        var broken: [BrokenCheck] = []
        var counts: [RuleID: Int] = [:]
        var waiting: [(value: JSONValue, pointer: JSONPointer, places: [Int])] = [(root, .root, [0])]
        while let (value, pointer, current) = waiting.popLast() {
            for place in current {
                for check in check(value, at: pointer, as: places[place], request: request) {
                    counts[check.rule, default: 0] += 1
                    if counts[check.rule, default: 0] <= limit { broken.append(check) }
                }
            }
            switch value.kind {
            case .object where current.contains { !places[$0].members.isEmpty }:
                for member in value.members {
                    let described = places(ofMember: member.nameBytes, in: current)
                    if !described.isEmpty { waiting.append((member.value, pointer.appending(member.name), described)) }
                }
            case .array:
                let described = current.flatMap { places[$0].items }
                guard !described.isEmpty else { continue }
                for (position, element) in value.elements.enumerated() {
                    waiting.append((element, pointer.appending(position), described))
                }
            default:
                break
            }
        }
        return broken
    }

    private func check(
        _ value: JSONValue,
        at pointer: JSONPointer,
        as place: Place,
        request: JSONValue?
    ) -> [BrokenCheck] {
        var broken: [BrokenCheck] = []
        for check in place.checks where check.check.isBroken(value, check.limit) {
            broken.append(
                BrokenCheck(rule: check.rule, value: value, pointer: pointer, keyword: check.check.keyword)
            )
        }
        guard let request else { return broken }
        for echo in place.echoes {
            guard let sent = request.value(at: echo), !Echo.matches(value, sent, isExact: echo.tokens == ["metadata"])
            else { continue }
            broken.append(BrokenCheck(rule: "SESSION.ECHO", value: value, pointer: pointer, keyword: "x-echo"))
        }
        return broken
    }
}
