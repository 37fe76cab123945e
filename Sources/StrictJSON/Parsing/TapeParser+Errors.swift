extension TapeParser {
    /// The error for a rule that fails at a place.
    @inline(never)
    static func error(
        _ code: JSONTextError.Code,
        _ base: UnsafePointer<UInt8>,
        _ place: UnsafePointer<UInt8>
    ) -> JSONTextError {
        JSONTextError(code: code, offset: place - base)
    }

    /// The error for the byte at `place`, which `code` says is not the one expected.
    ///
    /// A byte that is not even UTF-8 is reported as that.
    @inline(never)
    static func unexpected(
        _ code: JSONTextError.Code,
        _ base: UnsafePointer<UInt8>,
        _ place: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) -> JSONTextError {
        let offset = place - base
        guard place.pointee >= 0x80 else { return JSONTextError(code: code, offset: offset) }
        if offset == 0, end - base >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF {
            return JSONTextError(code: .byteOrderMark, offset: 0)
        }
        if case .wellFormed = UTF8Sequence.at(place, end) { return JSONTextError(code: code, offset: offset) }
        return JSONTextError(code: .invalidUTF8, offset: offset)
    }
}
