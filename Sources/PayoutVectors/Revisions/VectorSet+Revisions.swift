extension VectorSet {
    /// The folder of the revisions.
    static let revisionFolder = "revisions"
    /// The name of the contract as it is now.
    public static let currentRevision = "current"

    /// The revisions that are known, the newest first.
    ///
    /// - Throws: an error when a file of them is wrong, or one follows a revision that is not there.
    public func revisions() throws(VectorError) -> [ContractRevision] {
        var known: [String: ContractRevision] = [:]
        for path in jsonPaths(in: Self.revisionFolder) {
            let revision = try ContractRevision(reading: path, in: self)
            guard known.updateValue(revision, forKey: revision.followedBy) == nil else {
                throw VectorError(path: path, reason: "two revisions are followed by \(revision.followedBy)")
            }
        }
        var ordered: [ContractRevision] = []
        var next = Self.currentRevision
        while let revision = known.removeValue(forKey: next) {
            ordered.append(revision)
            next = revision.id
        }
        if let lost = known.values.min(by: { $0.id < $1.id }) {
            throw VectorError(
                path: "\(Self.revisionFolder)/\(lost.id).json",
                reason: "\(lost.followedBy), which follows it, is not there"
            )
        }
        return ordered
    }

    /// The contract as it was in a revision; this set itself for `current`.
    ///
    /// It has the cases of the messages that it has schemas for, and no revisions of its own.
    ///
    /// - Throws: an error when there is no such revision, or when an edit of the history finds nothing to do.
    public func revision(named name: String) throws(VectorError) -> VectorSet {
        if name == Self.currentRevision { return self }
        let known = try revisions()
        guard known.contains(where: { $0.id == name }) else {
            let names = known.map(\.id) + [Self.currentRevision]
            throw VectorError(
                path: Self.revisionFolder,
                reason: "there is no revision \(name); known are \(names.joined(separator: ", "))"
            )
        }
        return try history(of: known, back: name).last?.vectors ?? self
    }

    /// The contract of every revision, the newest first.
    ///
    /// - Throws: an error when an edit of the history finds nothing to do.
    package func history() throws(VectorError) -> [(revision: String, vectors: VectorSet)] {
        try history(of: try revisions(), back: nil)
    }

    private func history(
        of known: [ContractRevision],
        back name: String?
    ) throws(VectorError) -> [(revision: String, vectors: VectorSet)] {
        var files: [String: [UInt8]] = [:]
        for path in paths where !path.hasPrefix(Self.revisionFolder + "/") { files[path] = bytes(at: path) }
        var revised = RevisedFiles(files)
        var history: [(revision: String, vectors: VectorSet)] = []
        for revision in known {
            for edit in revision.changes.flatMap(\.edits) {
                try edit.apply(to: &revised, of: "\(Self.revisionFolder)/\(revision.id).json")
            }
            history.append((revision.id, revised.vectors()))
            if revision.id == name { break }
        }
        return history
    }
}
