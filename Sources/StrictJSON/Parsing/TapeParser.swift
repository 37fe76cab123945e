/// Reads a JSON text into a tape, in one pass, without recursion and without a stack of its own.
///
/// **Why unsafe pointers.** The same loop over `Span` or `[UInt8]` takes nearly twice as long. What keeps it in bounds:
/// - a byte is read only after `position < end` was checked for it, or 8 bytes after `end - position >= 8` was;
/// - an entry is written only after `reserve` has made room for it, and only at indices below `count`;
/// - both buffers outlive the parse: the caller holds the text, `storage` holds the entries.
///
/// **Open containers.** The tape itself is the stack. Until an array or object is closed, its entry's `link` holds the
/// index of the container around it and its `end` the filter of its names (see `TapeParser+Names.swift`).
///
/// Everything that most texts use is inlined into `parse`, so that the state lives in registers; what is rare is a
/// static function that takes what it needs by value.
struct TapeParser {
    let base: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    let maximumDepth: Int
    let allowsDuplicateNames: Bool
    let allowsLoneSurrogates: Bool

    var storage: TapeStorage
    var entries: UnsafeMutablePointer<TapeEntry>
    var capacity: Int
    /// The number of entries written.
    var count = 0

    /// The next byte to read.
    var position: UnsafePointer<UInt8>
    /// The number of open containers.
    var depth = 0
    /// The index of the innermost open container, where `depth` is not 0.
    var container = 0
    /// Whether that container is an object.
    var isInObject = false
    /// The number of its children so far.
    var childCount: UInt32 = 0
    /// One bit for each fingerprint class of its names so far.
    var nameFilter: UInt32 = 0
    /// The names of those open objects that have many.
    var nameTables: [NameTable] = []

    /// Parses `bytes` under a policy.
    static func parse(_ bytes: [UInt8], policy: JSONTextPolicy) throws(JSONTextError) -> TapeStorage {
        // Offsets and indices are 32 bits wide; a text makes at most one entry a byte.
        let limit = min(max(policy.maximumByteCount, 0), Int(UInt32.max) - 1)
        if bytes.count > limit { throw JSONTextError(code: .tooLong, offset: limit) }
        // Room for one entry in 8 bytes suits most texts; others grow.
        let storage = TapeStorage.make(
            capacity: bytes.count / 8 + 16,
            bytes: bytes,
            allowsDuplicateNames: policy.allowsDuplicateNames
        )
        // `withUnsafeBufferPointer` rethrows untyped errors only, so the outcome is returned.
        let outcome = bytes.withUnsafeBufferPointer { text -> Result<TapeStorage, JSONTextError> in
            guard let base = text.baseAddress, !text.isEmpty else {
                return .failure(JSONTextError(code: .unexpectedEnd, offset: 0))
            }
            do throws(JSONTextError) {
                var parser = TapeParser(base: base, count: text.count, storage: storage, policy: policy)
                return .success(try parser.parse())
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    @inline(__always)
    private init(base: UnsafePointer<UInt8>, count: Int, storage: TapeStorage, policy: JSONTextPolicy) {
        self.base = base
        self.end = base + count
        self.position = base
        self.maximumDepth = policy.maximumDepth
        self.allowsDuplicateNames = policy.allowsDuplicateNames
        self.allowsLoneSurrogates = policy.allowsLoneSurrogates
        self.storage = storage
        self.entries = storage.entries
        self.capacity = count / 8 + 16
    }

    @inline(__always)
    private mutating func parse() throws(JSONTextError) -> TapeStorage {
        repeat {
            try skipWhitespaceToByte()
            if try beginValue() { continue }
            try finishContainers()
        } while depth > 0
        skipWhitespace()
        if position < end { throw unexpected(.trailingBytes) }
        storage.header.count = count
        return storage
    }

    /// Reads a scalar, an empty container, or the opening of one; true when a value must follow.
    @inline(__always)
    private mutating func beginValue() throws(JSONTextError) -> Bool {
        switch position.pointee {
        case ASCII.quote:
            let start = position
            let flags = try scanString()
            appendValue(from: start, kind: .string, flags: flags)
        case ASCII.openBrace:
            try open(.object)
            if position.pointee != ASCII.closeBrace {
                try scanName(after: .expectedName)
                return true
            }
            close()
        case ASCII.openBracket:
            try open(.array)
            if position.pointee != ASCII.closeBracket { return true }
            close()
        case ASCII.minus, 0x30...0x39:
            try scanNumber()
        case ASCII.t:
            try scanLiteral(0x6575_7274, length: 4, .true)
        case ASCII.n:
            try scanLiteral(0x6C6C_756E, length: 4, .null)
        case ASCII.f:
            try scanFalse()
        default:
            let closesArray = position.pointee == ASCII.closeBracket && depth > 0 && !isInObject
            throw unexpected(closesArray ? .trailingComma : .expectedValue)
        }
        return false
    }

    /// After a value: closes what ends here, until a comma asks for another value or the root is complete.
    @inline(__always)
    private mutating func finishContainers() throws(JSONTextError) {
        while depth > 0 {
            try skipWhitespaceToByte()
            let byte = position.pointee
            if isInObject {
                if byte == ASCII.comma {
                    position += 1
                    try skipWhitespaceToByte()
                    return try scanName(after: .trailingComma)
                }
                guard byte == ASCII.closeBrace else { throw unexpected(.expectedCommaOrBrace) }
            } else {
                if byte == ASCII.comma {
                    position += 1
                    return
                }
                guard byte == ASCII.closeBracket else { throw unexpected(.expectedCommaOrBracket) }
            }
            close()
        }
    }
}
