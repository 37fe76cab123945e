/// The names of one object by their decoded bytes, for objects with many members.
///
/// It hashes with the standard library's seeded `Hasher`, so nobody can prepare names that all collide.
struct NameTable {
    /// Open addressing with linear steps: a name's index plus 1 in the low half, its hash in the high half; 0 is free.
    private var slots = [UInt64](repeating: 0, count: 128)
    private var count = 0

    /// Adds a name; gives the index of an equal one if there is one, and then adds nothing.
    mutating func insert(_ name: Int, of tape: JSONTape) -> Int? {
        if count * 2 >= slots.count { grow() }
        let hash = Self.hash(name, of: tape)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash, tape.stringEquals(index, tape, name) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = hash << 32 | UInt64(name + 1)
        count += 1
        return nil
    }

    /// Puts a name into the place of an equal one, or adds it.
    mutating func insertOrReplace(_ name: Int, of tape: JSONTape) {
        guard let earlier = insert(name, of: tape) else { return }
        let hash = Self.hash(name, of: tape)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != hash << 32 | UInt64(earlier + 1) { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash << 32 | UInt64(name + 1)
    }

    /// The index in `tape` of a name that equals the name `other` of `otherTape`; `tape` is the one the table was filled from.
    func find(_ other: Int, of otherTape: JSONTape, in tape: JSONTape) -> Int? {
        let hash = Self.hash(other, of: otherTape)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash, tape.stringEquals(index, otherTape, other) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The number of different names.
    var nameCount: Int { count }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 4)
        for entry in old where entry != 0 {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    /// 32 bits of the seeded hash of a name's decoded bytes.
    private static func hash(_ name: Int, of tape: JSONTape) -> UInt64 {
        tape.withDecodedBytes(name) { bytes in
            var hasher = Hasher()
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            return UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
        }
    }
}
