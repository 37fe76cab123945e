@_spi(Tape) import StrictJSON

// `uniqueItems` (validation 6.4.3).

extension SchemaCompiler {
    mutating func compileUniqueItems(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard let isWanted = context.value.boolean else { throw invalid(context, "must be true or false") }
        if isWanted { draft.add(Instruction(operation: .uniqueItems), .assertion, context.site) }
    }
}

extension AssertionChecker {
    /// Arrays up to this length are compared pair by pair.
    private static var pairwiseCount: Int { 8 }

    func hasUniqueElements(_ index: Int) -> Bool {
        guard tape.kind(index) == .array, tape.childCount(index) > 1 else { return true }
        return canCompareElements(index) && equalElements(index) == nil
    }

    /// Pays for the comparison of all elements, which takes the hash of all that the array holds; false where the budget
    /// has not that much.
    func canCompareElements(_ index: Int) -> Bool {
        budget.pointee.spend(4 * tape.readingCost(index))
    }

    /// The positions of the first two equal elements of an array, or nil.
    ///
    /// Long arrays go by a seeded hash, so that no prepared array makes this quadratic.
    func equalElements(_ index: Int) -> (Int, Int)? {
        guard tape.kind(index) == .array else { return nil }
        let count = tape.childCount(index)
        guard count > 1 else { return nil }
        var elements: [Int] = []
        elements.reserveCapacity(count)
        var element = index + 1
        while elements.count < count {
            elements.append(element)
            element = tape.next(element)
        }
        if count <= AssertionChecker.pairwiseCount {
            for later in 1..<count {
                for earlier in 0..<later where tape.isEqual(elements[earlier], tape, elements[later]) {
                    return (earlier, later)
                }
            }
            return nil
        }
        return equalElementsByHash(elements)
    }

    private func equalElementsByHash(_ elements: [Int]) -> (Int, Int)? {
        var size = 16
        while size < elements.count * 2 { size *= 2 }
        var slots = [(hash: Int, position: Int)](repeating: (0, -1), count: size)
        for (position, element) in elements.enumerated() {
            let hash = tape.structuralHash(element)
            var slot = hash & (size - 1)
            while slots[slot].position >= 0 {
                let earlier = slots[slot].position
                if slots[slot].hash == hash, tape.isEqual(elements[earlier], tape, element) {
                    return (earlier, position)
                }
                slot = (slot + 1) & (size - 1)
            }
            slots[slot] = (hash, position)
        }
        return nil
    }
}
