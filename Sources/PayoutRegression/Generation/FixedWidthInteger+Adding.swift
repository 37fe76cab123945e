extension FixedWidthInteger {
    /// The sum, or nil where the type can't hold it: limits of a schema may lie at its very end.
    func adding(_ other: Self) -> Self? {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? nil : sum
    }
}
