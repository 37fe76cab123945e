extension VectorSet {
    /// The ids of cases that are gone; none is ever given to another case.
    ///
    /// - Throws: an error when the list can't be read.
    public func retiredIDs() throws(VectorError) -> Set<String> {
        var file = try RecordReader(file: "retired.json", of: "the list of retired ids", in: self)
        guard try file.count("format") == 1 else { throw file.failure("format must be 1") }
        let ids = try file.map(try file.required("retired"), "retired") { (value) throws(VectorError) in
            var entry = try RecordReader(value, of: "a retired id", in: "retired.json")
            return try entry.string("id")
        }
        try file.finish()
        return Set(ids)
    }
}
