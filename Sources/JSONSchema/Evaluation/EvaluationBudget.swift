/// Limits of one evaluation, so that no schema and no instance can hang it or exhaust the stack.
struct EvaluationBudget {
    /// How deep subschemas may be applied inside one another on a stack of unknown size.
    static let ordinaryDepth = 200
    /// The same on a stack made for it.
    static let greatDepth = 20_000

    private(set) var depth: Int
    /// What may still be spent: an application of a subschema costs 1, and so do 64 bytes of text that are read.
    private(set) var applications: Int
    /// Whether the depth was not enough.
    private(set) var isTooDeep = false
    /// Whether the number of applications was not enough.
    private(set) var isTooLong = false

    /// Creates a budget for an instance of `size` values in `byteCount` bytes.
    ///
    /// A schema applies some hundred subschemas to a value at most; references that double at each step would take
    /// longer than anybody waits.
    init(depth: Int, size: Int, byteCount: Int) {
        self.init(depth: depth, applications: 2_000_000 + size * 300 + byteCount * 4)
    }

    init(depth: Int, applications: Int) {
        self.depth = depth
        self.applications = applications
    }

    /// Takes what one application costs; false where that is too much.
    mutating func enter(cost: Int = 1) -> Bool {
        guard depth > 0, applications > cost else {
            if depth > 0 { takeAll() } else { isTooDeep = true }
            return false
        }
        depth &-= 1
        applications &-= cost
        return true
    }

    /// Takes what other work costs; false where that is too much, and nothing is left.
    mutating func spend(_ cost: Int) -> Bool {
        guard applications > cost else {
            takeAll()
            return false
        }
        applications &-= cost
        return true
    }

    mutating func leave() {
        depth &+= 1
    }

    private mutating func takeAll() {
        isTooLong = true
        applications = 0
    }

    var isExceeded: Bool { isTooDeep || isTooLong }
}
