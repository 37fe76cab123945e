/// Names in the order of their age, taken off at the old end.
struct AgeOrder<Name: Sendable>: Sendable {
    private var names: [Name] = []
    private var start = 0

    var first: Name? { start < names.count ? names[start] : nil }

    mutating func append(_ name: Name) {
        names.append(name)
    }

    mutating func removeFirst() -> Name? {
        guard start < names.count else { return nil }
        let name = names[start]
        start += 1
        // Moving the rest each time would cost as much as there are names; half of them at a time costs one move each.
        if start > 1_024, start * 2 > names.count {
            names.removeFirst(start)
            start = 0
        }
        return name
    }
}
