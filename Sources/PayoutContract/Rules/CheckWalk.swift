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
            var waiting: [(index: Int, state: Int)] = [(0, 0)]
            while let (index, state) = waiting.popLast() {
                let state = states[state]
                for check in state.checks
                where checks[check].isBroken(JSONValue(document: document, index: index), checks[check].limit) {
                    return true
                }
                switch tape.kind(index) {
                case .object where !state.members.isEmpty: enter(index, state, of: tape, &waiting)
                case .array where state.items >= 0:
                    var element = index + 1
                    while element < tape.next(index) {
                        waiting.append((element, state.items))
                        element = tape.next(element)
                    }
                default: break
                }
            }
            return false
        }
    }

    @inline(__always)
    private func enter(
        _ object: Int,
        _ state: State,
        of tape: JSONTape,
        _ waiting: inout [(index: Int, state: Int)]
    ) {
        let end = tape.next(object)
        var name = object + 1
        while name < end {
            let fingerprint = tape[name].link
            for member in state.members where members[member].fingerprint == fingerprint {
                let isSame = members[member].name.withUnsafeBufferPointer { bytes in
                    // A member without a name has no byte to compare.
                    bytes.baseAddress.map { tape.stringEquals(name, $0, count: bytes.count) } ?? true
                }
                if isSame { waiting.append((name + 1, members[member].state)) }
            }
            name = tape.next(name + 1)
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
