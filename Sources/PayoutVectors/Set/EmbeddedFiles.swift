import CVectors

/// The table of files that the C target compiled in.
enum EmbeddedFiles {
    /// The paths in the order of the table.
    static var paths: [String] {
        (0..<cvectors_count()).compactMap { cvectors_at($0).map { String(cString: $0.pointee.path) } }
    }

    /// A copy of the file at `path`, or nil when it is not in the table.
    ///
    /// The table is searched from its start: it has some hundred rows, and a program asks for a few files.
    static func bytes(at path: String) -> [UInt8]? {
        for index in 0..<cvectors_count() {
            guard let file = cvectors_at(index), String(cString: file.pointee.path) == path else { continue }
            return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
        }
        return nil
    }
}
