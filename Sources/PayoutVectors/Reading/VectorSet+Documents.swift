public import StrictJSON

extension VectorSet {
    /// Parses the JSON file at `path`.
    ///
    /// - Throws: an error when there is no such file, or with the place where it is no JSON.
    public func document(at path: String) throws(VectorError) -> JSONDocument {
        let bytes = try requiredBytes(at: path)
        do throws(JSONTextError) {
            return try JSONDocument(parsing: bytes)
        } catch {
            let position = TextLines(bytes).position(at: error.offset)
            throw VectorError(path: path, position: position, reason: error.code.description)
        }
    }
}
