import PayoutContract
import PayoutVectors
import StrictJSON

/// One change of an accepted body, and what it is to do to a constraint.
struct Probe {
    /// What the changed body does.
    enum Aim {
        /// It breaks the constraint: one of these findings, all made from the constraint, and nothing else.
        case breaks([ExpectedFinding])
        /// It keeps the constraint, at its edge.
        case keeps
    }

    /// The end of the id, behind that of the constraint; empty for the plain breach.
    let suffix: String
    /// What the case shows.
    let title: String
    /// What the changed body does.
    let aim: Aim
    /// The changed body.
    let body: JSONTree

    init(_ suffix: String, _ title: String, _ aim: Aim, _ body: JSONTree) {
        self.suffix = suffix
        self.title = title
        self.aim = aim
        self.body = body
    }
}

/// What probes are made from: a constraint, and one value that it applies to.
struct ProbeSite {
    let constraint: Constraint
    let meeting: BodyPool.Meeting
    let pool: BodyPool

    /// The place of the value.
    var pointer: JSONPointer { meeting.site.instance }
    /// The accepted body.
    var body: JSONTree { meeting.body.tree }
    /// The value; null where there is none.
    var value: JSONTree { meeting.value ?? .null }
    /// How titles name the value.
    var name: String { Wording.name(of: pointer) }

    /// The body with another value in this place.
    func replacing(_ value: JSONTree) -> JSONTree { body.setting(pointer, to: value) }

    /// The findings that a breach of the constraint at this value may give.
    ///
    /// - Parameter member: The member at fault, where it is not the value itself.
    func broken(member: String? = nil) -> Probe.Aim {
        if let choice = meeting.site.choice {
            return .breaks([ExpectedFinding(rule: choice.rule, pointer: choice.instance)])
        }
        let place = member.map { pointer.appending($0) } ?? pointer
        return .breaks(constraint.rules.map { ExpectedFinding(rule: $0, pointer: place) })
    }
}
