@_spi(Tape) import StrictJSON

/// The tables of a program while they grow.
struct ProgramBuilder {
    var nodes: [Node] = []
    var instructions: [Instruction] = []
    var sites: [Site] = []
    /// Node numbers that instructions refer to in ranges.
    var children: [Int32] = []
    var names: [NameRecord] = []
    /// Name numbers that instructions refer to in ranges.
    var nameLists: [Int32] = []
    var bytes: [UInt8] = []
    var plans: [MemberPlan] = []
    var slots: [Int32] = []
    var candidates: [Candidate] = []
    var patternChildren: [PatternChild] = []
    var dependentSchemas: [DependentSchema] = []
    var dependentNames: [DependentNames] = []
    var numbers: [JSONNumber] = []
    var valueSets: [ValueSet] = []
    var patterns: [Pattern] = []
    var ranges: [IntegerRange] = []
    var dynamicAnchors: [[Int32: Int32]] = []
    /// The verdict code and, for each node, where to enter it for each kind of instance.
    var code: [Instruction] = []
    var entries: [UInt32] = []
    /// The branches of verdict code, first as places in `entries`, then as places in the code.
    var branchPlaces: [Int32] = []
    var branches: [UInt32] = []

    private var nameNumbers: [[UInt8]: Int32] = [:]
    private var patternNumbers: [[UInt8]: Int32] = [:]

    /// The number of a name.
    mutating func name(_ text: [UInt8]) -> Int32 {
        if let number = nameNumbers[text] { return number }
        let number = Int32(names.count)
        names.append(
            NameRecord(
                offset: Int32(bytes.count),
                count: Int32(text.count),
                fingerprint: NameFingerprint.of(text)
            )
        )
        // A name is told from others by its offset, so the empty one takes a byte as well.
        bytes += text.isEmpty ? [0] : text
        nameNumbers[text] = number
        return number
    }

    /// The number of a compiled pattern; equal patterns are compiled once.
    mutating func pattern(_ text: String) throws(PatternError) -> Int32 {
        // Canonically equal texts are one key for `String`, and two patterns.
        let key = Array(text.utf8)
        if let number = patternNumbers[key] { return number }
        let number = Int32(patterns.count)
        patterns.append(try PatternCache.pattern(text))
        patternNumbers[key] = number
        return number
    }

    /// Adds a plan with a table over its candidates.
    mutating func appendPlan(_ plan: MemberPlan, candidates list: [Candidate]) -> Int32 {
        var plan = plan
        var size = 4
        while size < list.count * 3 { size *= 2 }
        plan.slotStart = Int32(slots.count)
        plan.slotMask = UInt32(size - 1)
        plan.usesDigest = haveCommonFingerprint(list)
        slots += Array(repeating: -1, count: size)
        for var candidate in list {
            candidate.name.fingerprint = key(of: candidate.name, usesDigest: plan.usesDigest)
            var slot = Int(candidate.name.fingerprint & plan.slotMask)
            while slots[Int(plan.slotStart) + slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[Int(plan.slotStart) + slot] = Int32(candidates.count)
            candidates.append(candidate)
        }
        plans.append(plan)
        return Int32(plans.count - 1)
    }

    /// What a plan finds a name by; a candidate taken from another plan may bring that one's.
    private func key(of name: NameRecord, usesDigest: Bool) -> UInt32 {
        bytes[Int(name.offset)..<Int(name.offset + name.count)]
            .withUnsafeBufferPointer { usesDigest ? NameDigest.of($0) : NameFingerprint.of($0) }
    }

    /// Whether too many of the names have one fingerprint.
    private func haveCommonFingerprint(_ candidates: [Candidate]) -> Bool {
        guard candidates.count > NameDigest.maximumEqualCount else { return false }
        var counts: [UInt32: Int] = [:]
        for candidate in candidates { counts[key(of: candidate.name, usesDigest: false), default: 0] += 1 }
        return counts.values.contains { $0 > NameDigest.maximumEqualCount }
    }

    mutating func appendNumber(_ number: JSONNumber) -> Int32 {
        numbers.append(number)
        return Int32(numbers.count - 1)
    }
}
