/// A name that a schema speaks of, with its digest.
struct NameRecord {
    /// The place of the first byte among the program's bytes.
    var offset: Int32
    var count: Int32
    var fingerprint: UInt32
}

/// A named member of a plan: its subschema, and its bit among the required members.
struct Candidate {
    var name: NameRecord
    /// The subschema, or -1 when the name is only required.
    var node: Int32
    /// The bit in the set of required members, or 0.
    var bit: UInt64
}

/// What is to be done with the members of an object.
///
/// `slots[slotStart + (fingerprint & slotMask)]` is a candidate's index, or -1; a taken slot sends on to the next.
struct MemberPlan {
    var slotStart: Int32 = 0
    var slotMask: UInt32 = 0
    /// The bits of all required members.
    var required: UInt64 = 0
    /// The subschema for members that no name or pattern covers, or -1.
    var additional: Int32 = -1
    /// The patterns for names, as a range of the program's `patternChildren`.
    var patternStart: Int32 = 0
    var patternCount: Int32 = 0
    /// Whether candidates are found by `NameDigest` instead of the fingerprint.
    var usesDigest = false
}

/// A seeded digest of a whole name, for plans with many names of one fingerprint.
///
/// Such names are easily made, by chance or on purpose, and would make each look-up a search.
enum NameDigest {
    /// More names of one fingerprint than that are told apart by their digests.
    static let maximumEqualCount = 16

    static func of(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(name))
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }
}

/// A pattern for names and the subschema for the members it matches.
struct PatternChild {
    var pattern: Int32
    var node: Int32
}

/// A name and the subschema that applies to an object that has it.
struct DependentSchema {
    var name: Int32
    var node: Int32
}

/// A name and the names that an object with it must have, as a range of the program's `nameLists`.
struct DependentNames {
    var name: Int32
    var start: Int32
    var count: Int32
}

/// The limits of `minimum`, `maximum` and their exclusive forms as one closed range of integers.
struct IntegerRange {
    var low: Int64
    var high: Int64
}
