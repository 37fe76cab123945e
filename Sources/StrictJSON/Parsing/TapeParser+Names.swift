/// Reading members' names and finding repeated ones.
///
/// Most objects have few members, so a new name is first looked up in a filter of 32 bits, and only where its bit is
/// taken compared with the names before it. From `tableThreshold` members on, names go to a table, so that an object of
/// 100,000 members costs no more a member than one of ten.
extension TapeParser {
    private static var tableThreshold: Int { 24 }

    /// Reads a name and its colon and appends the name; `code` is the error for a closing brace in its place.
    @inline(__always)
    mutating func scanName(after code: JSONTextError.Code) throws(JSONTextError) {
        guard position.pointee == ASCII.quote else {
            let code = position.pointee == ASCII.closeBrace ? code : .expectedName
            throw Self.unexpected(code, base, position, end)
        }
        let start = position
        let flags = try scanString()
        let content = start + 1
        let length = position - content - 1
        let fingerprint =
            flags & TapeEntry.hasEscapes == 0
            ? NameFingerprint.of(content, count: length)
            : Self.escapedFingerprint(content, length)
        entries[count] = TapeEntry(
            start: offset(start),
            end: offset(position),
            link: fingerprint,
            info: UInt32(TapeEntry.Kind.name.rawValue) | flags
        )
        count &+= 1
        if !allowsDuplicateNames {
            let bit: UInt32 = 1 << (fingerprint >> 27)
            if nameFilter & bit != 0 || childCount >= Self.tableThreshold { try checkRepetition() }
            nameFilter |= bit
        }
        try skipWhitespaceToByte()
        guard position.pointee == ASCII.colon else { throw Self.unexpected(.expectedColon, base, position, end) }
        position += 1
    }

    @inline(never)
    private static func escapedFingerprint(_ content: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        NameFingerprint.of(StringDecoding.decoded(UnsafeBufferPointer(start: content, count: length)))
    }

    /// Throws when the name appended last is already in its object.
    @inline(__always)
    private mutating func checkRepetition() throws(JSONTextError) {
        let tape = JSONTape(
            bytes: base,
            byteCount: end - base,
            entries: UnsafePointer(entries),
            count: count,
            allowsDuplicateNames: false
        )
        let earlier: Int?
        if childCount < Self.tableThreshold {
            earlier = Self.earlierName(in: tape, after: container)
        } else {
            if info & UInt64(TapeEntry.hasNameTable) == 0 {
                info |= UInt64(TapeEntry.hasNameTable)
                nameTables.append(Self.table(of: tape, after: container))
            }
            earlier = Self.insertLast(of: tape, into: &nameTables)
        }
        if let earlier {
            throw JSONTextError(
                code: .duplicateName,
                offset: Int(tape[count - 1].start),
                relatedOffset: Int(tape[earlier].start)
            )
        }
    }

    /// The index of a name of the object that equals the last entry of the tape.
    @inline(never)
    private static func earlierName(in tape: JSONTape, after object: Int) -> Int? {
        let last = tape.count - 1
        let fingerprint = tape[last].link
        var name = object + 1
        while name < last {
            if tape[name].link == fingerprint, tape.stringEquals(name, tape, last) { return name }
            name = tape.next(name + 1)
        }
        return nil
    }

    /// A table of the names of an object, but for the last entry of the tape.
    @inline(never)
    private static func table(of tape: JSONTape, after object: Int) -> NameTable {
        var table = NameTable()
        var name = object + 1
        while name < tape.count - 1 {
            _ = table.insert(name, of: tape)
            name = tape.next(name + 1)
        }
        return table
    }

    @inline(never)
    private static func insertLast(of tape: JSONTape, into tables: inout [NameTable]) -> Int? {
        tables[tables.count - 1].insert(tape.count - 1, of: tape)
    }
}
