/// A file that the kit makes, byte for byte the same each time.
public struct GeneratedFile: Hashable, Sendable {
    /// The path below the folder of the package, with `/` between its parts.
    public let path: String

    /// The whole content.
    public let bytes: [UInt8]
}
