import CAllocations

/// How often an operation asks for memory.
enum AllocationCount {
    /// The requests of one call, in all threads; nil where nothing can count them.
    ///
    /// Call `operation` once before, so that what is made on first use is there.
    static func of(_ operation: () throws -> Void) rethrows -> Int? {
        guard callocations_can_count() != 0 else { return nil }
        callocations_start()
        defer { _ = callocations_stop() }
        try operation()
        return Int(callocations_stop())
    }
}
