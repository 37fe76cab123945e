@_spi(Tape) import StrictJSON

/// The value checks of a plan, made ready to say of many messages that all of them hold.
///
/// The plan keeps schemas apart, and a message may meet several of them at once. Here each set of them that can meet is one
/// state, and states that lead to no check are left out, so the walk enters only what has to be looked at and needs no
/// memory for pointers. What is broken, and where, the plan tells.
struct CheckWalk: Sendable {
    private struct State {
        var checks: Range<Int> = 0..<0
        var members: Range<Int> = 0..<0
        /// The state of each element of an array; -1 for none.
        var items = -1
    }

    private struct Member {
        let name: [UInt8]
        let fingerprint: UInt32
        let state: Int
    }

    private struct Visit {
        let index: Int
        let state: Int
    }

    private struct Check {
        let isBroken: @Sendable (JSONValue, Int) -> Bool
        let limit: Int
    }

    private var states: [State] = []
    private var members: [Member] = []
    private var checks: [Check] = []

    /// Prepares the checks of a plan.
    init(_ plan: AnnotationPlan) {
        let sets = PlaceSets(plan)
        for set in sets.all {
            var state = State()
            let firstCheck = checks.count
            for place in set.places {
                checks += plan.places[place].checks.map { Check(isBroken: $0.check.isBroken, limit: $0.limit) }
            }
            state.checks = firstCheck..<checks.count
            let firstMember = members.count
            for (name, target) in set.members where sets.all[target].leadsToCheck {
                members.append(Member(name: name, fingerprint: NameFingerprint.of(name), state: target))
            }
            state.members = firstMember..<members.count
            if let items = set.items, sets.all[items].leadsToCheck { state.items = items }
            states.append(state)
        }
    }

    /// Whether a value of the document breaks a check; the echoes of a request are not looked at.
    func findsBroken(in document: JSONDocument) -> Bool {
        guard !states.isEmpty else { return false }
        return document.withTape { tape in
            states.withUnsafeBufferPointer { states in
                members.withUnsafeBufferPointer { members in
                    var waiting: [Visit] = []
                    // Room for what most messages need: the deepest way to a check with its siblings.
                    waiting.reserveCapacity(32)
                    waiting.append(Visit(index: 0, state: 0))
                    while let visit = waiting.popLast() {
                        let state = states[visit.state]
                        if !state.checks.isEmpty, isBroken(document, visit.index, state.checks) { return true }
                        Self.enter(visit.index, state, of: tape, members, &waiting)
                    }
                    return false
                }
            }
        }
    }

    private func isBroken(_ document: JSONDocument, _ index: Int, _ range: Range<Int>) -> Bool {
        let value = JSONValue(document: document, index: index)
        return range.contains { checks[$0].isBroken(value, checks[$0].limit) }
    }

    @inline(__always)
    private static func enter(
        _ index: Int,
        _ state: State,
        of tape: JSONTape,
        _ members: UnsafeBufferPointer<Member>,
        _ waiting: inout [Visit]
    ) {
        let kind = tape.kind(index)
        let end = tape.next(index)
        if kind == .object, !state.members.isEmpty {
            var name = index + 1
            while name < end {
                let fingerprint = tape[name].link
                for member in state.members
                where members[member].fingerprint == fingerprint && isName(members[member].name, name, of: tape) {
                    waiting.append(Visit(index: name + 1, state: members[member].state))
                }
                name = tape.next(name + 1)
            }
        } else if kind == .array, state.items >= 0 {
            var element = index + 1
            while element < end {
                waiting.append(Visit(index: element, state: state.items))
                element = tape.next(element)
            }
        }
    }

    private static func isName(_ bytes: [UInt8], _ index: Int, of tape: JSONTape) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            // A member without a name has no byte to compare.
            bytes.baseAddress.map { tape.stringEquals(index, $0, count: bytes.count) } ?? true
        }
    }
}

/// The sets of a plan's places that can meet at one value.
private struct PlaceSets {
    struct PlaceSet {
        let places: [Int]
        var members: [(name: [UInt8], target: Int)] = []
        var items: Int?
        var leadsToCheck = false
    }

    private(set) var all: [PlaceSet] = []
    private var known: [[Int]: Int] = [:]

    init(_ plan: AnnotationPlan) {
        guard !plan.places.isEmpty else { return }
        _ = set(of: [0])
        var next = 0
        while next < all.count {
            let places = all[next].places
            var names: [[UInt8]] = []
            for member in places.flatMap({ plan.places[$0].members }) where !names.contains(member.nameBytes) {
                names.append(member.nameBytes)
            }
            for name in names {
                let target = set(of: plan.places(ofMember: name, in: places))
                all[next].members.append((name, target))
            }
            let items = places.flatMap { plan.places[$0].items }
            if !items.isEmpty { all[next].items = set(of: items) }
            next += 1
        }
        markChecks(of: plan)
    }

    private mutating func set(of places: [Int]) -> Int {
        let places = Array(Set(places)).sorted()
        if let number = known[places] { return number }
        known[places] = all.count
        all.append(PlaceSet(places: places))
        return all.count - 1
    }

    /// Schemas may refer to themselves, so the marks spread until none is new.
    private mutating func markChecks(of plan: AnnotationPlan) {
        for index in all.indices {
            all[index].leadsToCheck = all[index].places.contains { !plan.places[$0].checks.isEmpty }
        }
        var isChanged = true
        while isChanged {
            isChanged = false
            for index in all.indices where !all[index].leadsToCheck {
                let targets = all[index].members.map(\.target) + (all[index].items.map { [$0] } ?? [])
                guard targets.contains(where: { all[$0].leadsToCheck }) else { continue }
                all[index].leadsToCheck = true
                isChanged = true
            }
        }
    }
}
