/// Bounds of what is read for one message; each is checked before memory is taken.
public struct HTTPLimits: Hashable, Sendable {
    /// Longest request line or status line, in bytes without its CR LF.
    public var maximumStartLineSize: Int
    /// Largest head, in bytes, from the start line to the empty line; the trailer section has the same bound.
    public var maximumHeadSize: Int
    /// Most fields in a head, and in a trailer section.
    public var maximumFieldCount: Int
    /// Largest body, in bytes after the chunked coding was taken off.
    public var maximumBodySize: Int

    /// Creates limits: an 8 KiB start line, a 32 KiB head, 100 fields and a body of 16 MiB.
    public init(
        maximumStartLineSize: Int = 8 * 1_024,
        maximumHeadSize: Int = 32 * 1_024,
        maximumFieldCount: Int = 100,
        maximumBodySize: Int = 16 * 1_024 * 1_024
    ) {
        self.maximumStartLineSize = maximumStartLineSize
        self.maximumHeadSize = maximumHeadSize
        self.maximumFieldCount = maximumFieldCount
        self.maximumBodySize = maximumBodySize
    }
}
