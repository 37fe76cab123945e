/// Reads a JSON text into a tape, in one pass, without recursion and without a stack of its own.
///
/// **Why unsafe pointers.** The same loop over `Span` or `[UInt8]` takes nearly twice as long. What keeps it in bounds:
/// - a byte is read only after `position < end` was checked for it, or 8 bytes after `end - position >= 8` was;
/// - an entry is written only after `reserve` has made room for it, or over one at an index below `count`;
/// - both buffers outlive the parse: `parse(_:policy:)` holds the storage, which holds the text and the entries.
///
/// **Open containers.** The tape itself is the stack. Until an array or object is closed, its entry's `link` holds the
/// index of the container around it and its `end` the filter of its names (see `TapeParser+Names.swift`).
///
/// Everything that most texts use is inlined into `parse`, so that the state lives in registers; what is rare is a
/// static function that takes what it needs by value.
struct TapeParser {
    let base: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    let allowsDuplicateNames: Bool
    let allowsLoneSurrogates: Bool

    /// The header of the storage that the parse began with.
    let header: UnsafeMutablePointer<TapeHeader>
    /// The larger storage that took its place, if it was too small.
    var grown: TapeStorage?
    /// The entries of the storage in use.
    var entries: UnsafeMutablePointer<TapeEntry>
    /// The number of entries there is room for, less those that are written without asking again.
    var limit: Int
    /// The number of entries written.
    var count = 0

    /// The next byte to read.
    var position: UnsafePointer<UInt8>
    /// How many more levels may be opened.
    var remainingDepth: Int
    /// The index of the innermost open container; -1 when none is.
    var container = -1
    /// What the `info` of that container's entry will be, but with a count of 32 bits.
    var info: UInt64 = 0
    /// One bit for each fingerprint class of its names so far.
    var nameFilter: UInt32 = 0
    /// The names of those open objects that have many.
    var nameTables: [NameTable] = []

    /// Parses `bytes` under a policy.
    static func parse(_ bytes: [UInt8], policy: JSONTextPolicy) throws(JSONTextError) -> TapeStorage {
        // Offsets and indices are 32 bits wide; a text makes at most one entry a byte.
        let byteCount = bytes.count
        let limit = min(max(policy.maximumByteCount, 0), Int(UInt32.max) - 1)
        if byteCount > limit { throw JSONTextError(code: .tooLong, offset: limit) }
        let storage = TapeStorage.make(
            capacity: capacity(for: byteCount),
            bytes: bytes,
            allowsDuplicateNames: policy.allowsDuplicateNames
        )
        // The methods that give pointers rethrow untyped errors only, so the outcome is returned.
        let outcome = storage.withUnsafeMutablePointers { header, entries in
            header.pointee.bytes.withUnsafeBufferPointer { text -> Result<TapeStorage?, JSONTextError> in
                guard let base = text.baseAddress, !text.isEmpty else {
                    return .failure(JSONTextError(code: .unexpectedEnd, offset: 0))
                }
                var parser = TapeParser(base: base, count: text.count, header: header, entries: entries, policy: policy)
                defer { withExtendedLifetime(parser.grown) {} }
                do throws(JSONTextError) {
                    try parser.parse()
                    return .success(parser.grown)
                } catch {
                    return .failure(error)
                }
            }
        }
        return try outcome.get() ?? storage
    }

    @inline(__always)
    private init(
        base: UnsafePointer<UInt8>,
        count: Int,
        header: UnsafeMutablePointer<TapeHeader>,
        entries: UnsafeMutablePointer<TapeEntry>,
        policy: JSONTextPolicy
    ) {
        self.base = base
        self.end = base + count
        self.position = base
        self.remainingDepth = max(policy.maximumDepth, 0)
        self.allowsDuplicateNames = policy.allowsDuplicateNames
        self.allowsLoneSurrogates = policy.allowsLoneSurrogates
        self.header = header
        self.entries = entries
        self.limit = Self.capacity(for: count) - Self.entriesAtOnce
    }

    /// Room for the entries of most texts; others grow.
    ///
    /// Messages have an entry in 10 to 13 bytes. For small ones the guess is close, since blocks of up to 1 KiB come
    /// quicker from the allocator; for large ones it is generous, since memory that is not written to costs nothing.
    static func capacity(for byteCount: Int) -> Int { byteCount < 800 ? byteCount / 12 + 16 : byteCount / 8 + 16 }

    @inline(__always)
    private mutating func parse() throws(JSONTextError) {
        repeat {
            reserve()
            try skipWhitespaceToByte()
            if try beginValue() { continue }
            try finishContainers()
        } while container >= 0
        if position < end { position = Self.afterWhitespace(position, end) }
        if position < end { throw Self.unexpected(.trailingBytes, base, position, end) }
        header.pointee.count = count
        grown?.header.count = count
    }

    /// Reads a scalar, an empty container, or the opening of one; true when a value must follow.
    @inline(__always)
    private mutating func beginValue() throws(JSONTextError) -> Bool {
        let byte = position.pointee
        if byte == ASCII.quote {
            let start = position
            let flags = try scanString()
            appendValue(from: start, kind: .string, flags: flags)
        } else if byte == ASCII.openBrace {
            try open(.object)
            if position.pointee != ASCII.closeBrace {
                try scanName(after: .expectedName)
                return true
            }
            close()
        } else if byte &- ASCII.zero < 10 || byte == ASCII.minus {
            try scanNumber()
        } else if byte == ASCII.openBracket {
            try open(.array)
            if position.pointee != ASCII.closeBracket { return true }
            close()
        } else if byte == ASCII.t {
            try scanLiteral(0x6575_7274, .true)
        } else if byte == ASCII.n {
            try scanLiteral(0x6C6C_756E, .null)
        } else if byte == ASCII.f {
            try scanFalse()
        } else {
            let closesArray = byte == ASCII.closeBracket && container >= 0 && !isInObject
            throw Self.unexpected(closesArray ? .trailingComma : .expectedValue, base, position, end)
        }
        return false
    }

    /// After a value: closes what ends here, until a comma asks for another value or the root is complete.
    @inline(__always)
    private mutating func finishContainers() throws(JSONTextError) {
        while container >= 0 {
            try skipWhitespaceToByte()
            let byte = position.pointee
            if byte == ASCII.comma {
                position += 1
                guard isInObject else { return }
                try skipWhitespaceToByte()
                return try scanName(after: .trailingComma)
            }
            guard byte == (isInObject ? ASCII.closeBrace : ASCII.closeBracket) else {
                let code: JSONTextError.Code = isInObject ? .expectedCommaOrBrace : .expectedCommaOrBracket
                throw Self.unexpected(code, base, position, end)
            }
            close()
        }
    }
}
