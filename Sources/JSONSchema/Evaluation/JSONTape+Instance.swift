@_spi(Tape) import StrictJSON

extension JSONTape {
    /// The kind of an instance by the numbers of `InstanceKind`; a name counts as the string it is.
    @inline(__always)
    func instanceKind(_ index: Int) -> Int {
        let entry = self[index]
        let raw = Int(entry.info & 7)
        if raw < 3 || (raw > 3 && raw < 7) { return raw }
        if raw == 7 { return InstanceKind.string }
        return isMathematicalInteger(index) ? InstanceKind.integer : InstanceKind.fraction
    }

    /// What it costs to walk over the members or elements of a value.
    @inline(__always)
    func walkingCost(_ index: Int) -> Int { 1 &+ Int(self[index].storedCount) }

    /// What it costs to read the text of a value.
    @inline(__always)
    func textCost(_ index: Int) -> Int {
        let entry = self[index]
        return 1 &+ Int((entry.end &- entry.start) >> 6)
    }

    /// What it costs to read a value with all it holds.
    func readingCost(_ index: Int) -> Int {
        let end = kind(index) == .array || kind(index) == .object ? next(index) : index + 1
        return end - index + textCost(index)
    }

    /// The candidate of a plan that has the name at `name`, or nil.
    @inline(__always)
    func candidate(_ name: Int, of plan: MemberPlan, in view: ProgramView) -> UnsafePointer<Candidate>? {
        let fingerprint = plan.usesDigest ? withDecodedBytes(name) { NameDigest.of($0) } : self[name].link
        let slots = view.slots + Int(plan.slotStart)
        var slot = fingerprint & plan.slotMask
        while true {
            let number = slots[Int(slot)]
            if number < 0 { return nil }
            let candidate = view.candidates + Int(number)
            if candidate.pointee.name.fingerprint == fingerprint,
                hasBytes(name, of: candidate.pointee.name, in: view)
            {
                return candidate
            }
            slot = (slot &+ 1) & plan.slotMask
        }
    }

    /// Whether the string or name at `index` has exactly the bytes of `name`.
    @inline(__always)
    func hasBytes(_ index: Int, of name: NameRecord, in view: ProgramView) -> Bool {
        let entry = self[index]
        let expected = view.bytes + Int(name.offset)
        let count = Int(name.count)
        if entry.has(TapeEntry.hasEscapes) { return stringEquals(index, expected, count: count) }
        guard Int(entry.end &- entry.start) &- 2 == count else { return false }
        return equalBytes(bytes + Int(entry.start) + 1, expected, count)
    }

    /// The value of the member of an object that has a name out of a program's bytes, or nil.
    func member(of object: Int, named name: NameRecord, in bytes: UnsafePointer<UInt8>) -> Int? {
        member(
            of: object,
            named: UnsafeBufferPointer(start: bytes + Int(name.offset), count: Int(name.count)),
            fingerprint: name.fingerprint
        )
    }
}

/// Compares two runs of bytes by words that overlap at the end; names are short, and a call to `memcmp` costs more.
@inline(__always)
func equalBytes(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let first = UnsafeRawPointer(first)
    let second = UnsafeRawPointer(second)
    if count >= 8 {
        var offset = 0
        while offset &+ 8 <= count {
            if first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                != second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
                return false
            }
            offset &+= 8
        }
        let last = count &- 8
        return first.loadUnaligned(fromByteOffset: last, as: UInt64.self)
            == second.loadUnaligned(fromByteOffset: last, as: UInt64.self)
    }
    if count >= 4 {
        let last = count &- 4
        return first.loadUnaligned(as: UInt32.self) == second.loadUnaligned(as: UInt32.self)
            && first.loadUnaligned(fromByteOffset: last, as: UInt32.self)
                == second.loadUnaligned(fromByteOffset: last, as: UInt32.self)
    }
    var offset = 0
    while offset < count {
        if first.load(fromByteOffset: offset, as: UInt8.self) != second.load(fromByteOffset: offset, as: UInt8.self) {
            return false
        }
        offset &+= 1
    }
    return true
}
