/// The members and elements that subschemas have evaluated: what `unevaluatedItems` and `unevaluatedProperties` read.
///
/// Each is marked by the tape index of its value. The marks form a history, so that a subschema sees those made since
/// it began, and those of a branch that failed can be taken back.
struct EvaluatedLocations {
    /// For each value the place of its latest mark in the history, from 1; 0 for none.
    private var latest: [Int32] = []
    private var history: [(index: Int32, previous: Int32)] = []

    init() {}

    /// Creates an empty history for a tape of `count` values.
    init(count: Int) {
        latest = Array(repeating: 0, count: count)
    }

    /// The present end of the history.
    var mark: Int { history.count }

    mutating func insert(_ index: Int) {
        history.append((Int32(truncatingIfNeeded: index), latest[index]))
        latest[index] = Int32(truncatingIfNeeded: history.count)
    }

    /// Whether the value was marked since the history ended at `base`.
    func contains(_ index: Int, since base: Int) -> Bool {
        Int(latest[index]) > base
    }

    /// Takes back all marks since the history ended at `base`.
    mutating func restore(to base: Int) {
        while history.count > base, let last = history.popLast() {
            latest[Int(last.index)] = last.previous
        }
    }

    /// The values marked since the history ended at `base`.
    func indexes(since base: Int) -> [Int] {
        history[base...].map { Int($0.index) }
    }
}
