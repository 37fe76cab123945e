import StrictJSON

extension VectorCase {
    /// Whether the case is made from schemas or from another case, rather than written by people.
    public var isMade: Bool { Self.isMade(path: path) }

    /// Whether the file of cases at `path`, below `vectors/`, is made rather than written; the folder says it.
    public static func isMade(path: String) -> Bool {
        path.containsText("/mirrored/") || path.containsText("/generated/") || path.hasPrefix("signatures/")
    }
}
