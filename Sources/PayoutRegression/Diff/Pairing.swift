/// What two lists have in common, and what only one of them has.
struct Pairing<Old, New> {
    /// What both have, in the order of the old list; each element is in one pair at most.
    private(set) var kept: [(old: Old, new: New)] = []
    /// What only the old list has.
    private(set) var gone: [Old] = []
    /// What only the new list has.
    private(set) var come: [New]

    /// Pairs each old element with the first new one that it matches.
    init(_ old: [Old], _ new: [New], by areMatching: (Old, New) -> Bool) {
        come = new
        for first in old {
            if let place = come.firstIndex(where: { areMatching(first, $0) }) {
                kept.append((first, come.remove(at: place)))
            } else {
                gone.append(first)
            }
        }
    }

    /// What is gone and what came instead, in their order.
    var changed: [(old: Old, new: New)] { zip(gone, come).map { ($0, $1) } }
    /// What is gone, and nothing came instead.
    var removed: ArraySlice<Old> { gone.dropFirst(come.count) }
    /// What came, and nothing is gone for it.
    var added: ArraySlice<New> { come.dropFirst(gone.count) }
}
