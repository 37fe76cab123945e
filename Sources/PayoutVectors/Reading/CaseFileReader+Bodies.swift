import StrictJSON

// Bodies: as text, in Base64, or as a recipe for a long one.
extension CaseFileReader {
    /// A recipe of a few bytes must not fill the memory.
    private static let maximumByteCount = 16 << 20

    /// The body of a case that gives it as it is.
    func readBody(_ reader: inout RecordReader) throws(VectorError) -> [UInt8] {
        switch (reader.optional("body"), reader.optional("body_base64")) {
        case (let text?, nil):
            guard let bytes = text.stringBytes else { throw reader.failure("body must be a string", at: text) }
            return bytes
        case (nil, let encoded?):
            guard let bytes = encoded.string.flatMap(Base64.decode) else {
                throw reader.failure("body_base64 must be padded Base64 of the standard alphabet", at: encoded)
            }
            return bytes
        case (nil, nil):
            throw reader.failure("a case must have the member body or body_base64")
        case (.some, let encoded?):
            throw reader.failure("a case must not have both body and body_base64", at: encoded)
        }
    }

    /// The body of a case that may give it as a unit and a number of repetitions.
    func readLongBody(_ reader: inout RecordReader) throws(VectorError) -> [UInt8] {
        guard let recipe = reader.optional("body_repeat") else { return try readBody(&reader) }
        for name in ["body", "body_base64"] {
            if let other = reader.optional(name) {
                throw reader.failure("a case must not have both body_repeat and \(name)", at: other)
            }
        }
        var repetition = try RecordReader(recipe, of: "body_repeat", in: path)
        let count = try repetition.count("count")
        let unit = try readUnit(&repetition)
        let before = Array((try repetition.optionalString("before") ?? "").utf8)
        let behind = Array((try repetition.optionalString("behind") ?? "").utf8)
        try repetition.finish()
        let room = Self.maximumByteCount - before.count - behind.count
        guard !unit.isEmpty, count > 0, room > 0, count <= room / unit.count else {
            throw repetition.failure("the repeated body must have 1 byte to 16 MiB")
        }
        return before + Array(repeatElement(unit, count: count).joined()) + behind
    }

    private func readUnit(_ repetition: inout RecordReader) throws(VectorError) -> [UInt8] {
        switch (try repetition.optionalString("text"), repetition.optional("base64")) {
        case (let text?, nil):
            return Array(text.utf8)
        case (nil, let encoded?):
            guard let bytes = encoded.string.flatMap(Base64.decode) else {
                throw repetition.failure("base64 must be padded Base64 of the standard alphabet", at: encoded)
            }
            return bytes
        default:
            throw repetition.failure("body_repeat must have one of the members text and base64")
        }
    }
}
