/// Limits of one evaluation, so that no schema and no instance can hang it or exhaust the stack.
struct EvaluationBudget {
    /// How deep subschemas may be applied inside one another on a stack of unknown size.
    static let ordinaryDepth = 200
    /// The same on a stack made for it.
    static let greatDepth = 20_000

    private(set) var depth: Int
    private(set) var applications: Int
    /// Whether the depth was not enough.
    private(set) var isTooDeep = false
    /// Whether the number of applications was not enough.
    private(set) var isTooLong = false

    /// Creates a budget for an instance of `size` values.
    ///
    /// A schema applies some hundred subschemas to a value at most; references that double at each step would take
    /// longer than anybody waits.
    init(depth: Int, size: Int) {
        self.depth = depth
        applications = 2_000_000 + size * 2_000
    }

    /// Takes what one application costs; false where that is too much.
    mutating func enter(cost: Int = 1) -> Bool {
        guard depth > 0, applications > 0 else {
            if depth > 0 { isTooLong = true } else { isTooDeep = true }
            return false
        }
        depth &-= 1
        applications &-= cost
        return true
    }

    mutating func leave() {
        depth &+= 1
    }

    mutating func takeAll() {
        applications = 0
    }

    var isExceeded: Bool { isTooDeep || isTooLong }
}
