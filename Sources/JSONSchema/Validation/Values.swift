@_spi(Tape) import StrictJSON

// `enum` and `const` (validation 6.1.2 and 6.1.3).

extension SchemaCompiler {
    mutating func compileEnumeration(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard context.value.kind == .array else { throw invalid(context, "must be an array") }
        let set = appendValueSet(Array(context.value.elements))
        draft.add(Instruction(operation: .enumeration, a: set), .assertion, context.site)
    }

    mutating func compileConstant(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let set = appendValueSet([context.value])
        draft.add(Instruction(operation: .constant, a: set), .assertion, context.site)
    }

    private mutating func appendValueSet(_ values: [JSONValue]) -> Int32 {
        var set = ValueSet(values: values, kinds: 0, strings: -1, integers: [], cost: 1)
        var candidates: [Candidate] = []
        for value in values {
            let kind = value.document.withTape { tape in
                set.cost += tape.readingCost(value.index)
                return tape.instanceKind(value.index)
            }
            set.kinds |= InstanceKind.mask(kind)
            if let text = value.stringBytes {
                let name = builder.name(text)
                candidates.append(Candidate(name: builder.names[Int(name)], node: -1, bit: 0))
            }
            if kind == InstanceKind.integer {
                if let integer = value.number?.int64 { set.integers?.append(integer) } else { set.integers = nil }
            }
        }
        set.integers?.sort()
        set.strings = builder.appendPlan(MemberPlan(), candidates: candidates)
        builder.valueSets.append(set)
        return Int32(builder.valueSets.count - 1)
    }
}

extension AssertionChecker {
    /// Whether the instance equals one of the values (core 4.2.2).
    func isAmong(_ instruction: Instruction, _ index: Int) -> Bool {
        let set = program.valueSets[Int(instruction.a)]
        let kind = tape.instanceKind(index)
        guard set.kinds & InstanceKind.mask(kind) != 0 else { return false }
        switch kind {
        case InstanceKind.null, InstanceKind.true, InstanceKind.false: return true
        case InstanceKind.string: return isStringAmong(view.plans[Int(set.strings)], index)
        case InstanceKind.integer:
            if let integers = set.integers {
                guard let value = tape.int64(index) else { return false }
                return integers.containsSorted(value)
            }
        default: break
        }
        guard budget.pointee.spend(set.cost) else { return false }
        return set.values.contains { value in
            value.document.withTape { tape.isEqual(index, $0, value.index) }
        }
    }

    /// Whether the string at `index` is one of a plan's candidates.
    @inline(__always)
    func isStringAmong(_ plan: MemberPlan, _ index: Int) -> Bool {
        if tape[index].has(TapeEntry.hasEscapes) {
            return tape.decodedBytes(index).withUnsafeBufferPointer { isAmong(plan, $0) }
        }
        return isAmong(plan, tape.content(index))
    }

    @inline(__always)
    private func isAmong(_ plan: MemberPlan, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return program.holdsEmptyString(plan) }
        let fingerprint = plan.usesDigest ? NameDigest.of(text) : NameFingerprint.of(base, count: text.count)
        let slots = view.slots + Int(plan.slotStart)
        var slot = fingerprint & plan.slotMask
        while true {
            let number = slots[Int(slot)]
            if number < 0 { return false }
            let name = view.candidates[Int(number)].name
            if name.fingerprint == fingerprint, Int(name.count) == text.count,
                equalBytes(base, view.bytes + Int(name.offset), text.count)
            {
                return true
            }
            slot = (slot &+ 1) & plan.slotMask
        }
    }
}

extension [Int64] {
    /// Whether a value is among those of an array in ascending order.
    func containsSorted(_ value: Int64) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value
    }
}

extension Program {
    /// Whether the empty string is a candidate of a plan; an empty array has no address to take a digest of.
    func holdsEmptyString(_ plan: MemberPlan) -> Bool {
        (0...Int(plan.slotMask))
            .contains { slot in
                let number = storage.view.slots[Int(plan.slotStart) + slot]
                return number >= 0 && storage.view.candidates[Int(number)].name.count == 0
            }
    }
}
