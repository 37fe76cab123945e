/// The entries of one text, in one allocation together with the text they point into.
///
/// The parser fills it while it alone holds it; from the end of the parse on nothing writes to it.
final class TapeStorage: ManagedBuffer<TapeHeader, TapeEntry> {
    static func make(capacity: Int, bytes: [UInt8], allowsDuplicateNames: Bool) -> TapeStorage {
        let made = TapeStorage.create(minimumCapacity: capacity) { _ in
            TapeHeader(bytes: bytes, count: 0, allowsDuplicateNames: allowsDuplicateNames)
        }
        return unsafeDowncast(made, to: TapeStorage.self)
    }

    /// The first entry.
    ///
    /// It stays where it is as long as the storage lives, which the user of the pointer has to see to.
    var entries: UnsafeMutablePointer<TapeEntry> { withUnsafeMutablePointerToElements { $0 } }
}

/// What a tape belongs to.
struct TapeHeader: Sendable {
    /// The text.
    let bytes: [UInt8]
    /// The number of entries.
    var count: Int
    /// Whether objects may hold equal names, the last of which counts.
    let allowsDuplicateNames: Bool
}
