import StrictJSON

/// The contract as it was from some day on: the revision after it, with what that one changed undone.
public struct ContractRevision: Sendable, Identifiable {
    /// One thing that the next revision changed.
    public struct Change: Sendable {
        /// What came, as a sentence.
        public let what: String
        /// Where that is known from.
        public let sources: [Rule.Source]
        /// How to undo it.
        let edits: [RevisionEdit]
    }

    /// The day from which the contract was so, `YYYY-MM-DD`; its name.
    public let id: String
    /// What marks the revision, as a clause.
    public let title: String
    /// The name of the next revision, or `current`.
    public let followedBy: String
    /// What the next revision changed.
    public let changes: [Change]

    init(reading path: String, in set: VectorSet) throws(VectorError) {
        var file = try RecordReader(file: path, of: "a revision", in: set)
        guard try file.count("format") == 1 else { throw file.failure("format must be 1") }
        id = try file.string("revision")
        guard path == "\(VectorSet.revisionFolder)/\(id).json" else {
            throw file.failure("revision must be the name of the file")
        }
        title = try file.string("title")
        followedBy = try file.string("followed_by")
        changes = try file.map(try file.required("changes"), "changes") { (value) throws(VectorError) in
            try Change(reading: value, in: path)
        }
        try file.finish()
    }
}

extension ContractRevision.Change {
    fileprivate init(reading value: JSONValue, in path: String) throws(VectorError) {
        var reader = try RecordReader(value, of: "a change", in: path)
        what = try reader.string("what")
        sources = try reader.map(try reader.required("sources"), "sources") { (element) throws(VectorError) in
            try Rule.Source(reading: element, in: path)
        }
        edits = try reader.map(try reader.required("undo"), "undo") { (element) throws(VectorError) in
            try RevisionEdit(reading: element, in: path)
        }
        try reader.finish()
    }
}
