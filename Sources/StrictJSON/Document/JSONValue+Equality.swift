extension JSONValue {
    /// Whether two values are equal as JSON Schema means it (core, section 4.2.2).
    ///
    /// Numbers are equal when their mathematical values are, strings when their decoded bytes are, objects without
    /// regard to the order of members. It neither recurses nor goes quadratic on large objects.
    public func isEqual(to other: JSONValue) -> Bool {
        document.withTape { tape in
            other.document.withTape { otherTape in tape.isEqual(index, otherTape, other.index) }
        }
    }

    /// Feeds the value so that equal values feed the same.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(document.withTape { $0.structuralHash(index) })
    }
}
