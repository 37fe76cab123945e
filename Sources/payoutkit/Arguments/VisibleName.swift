import PayoutContract

/// A name that a person typed, in a complaint.
enum VisibleName {
    private static let maximumLength = 80

    /// The name without what a terminal would obey, cut when it is long.
    static func of(_ name: String) -> String {
        let visible = VisibleText.of(String(name.prefix(maximumLength)))
        return name.count > maximumLength ? visible + "..." : visible
    }
}
