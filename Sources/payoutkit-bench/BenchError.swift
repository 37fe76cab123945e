/// Why nothing, or nothing true, can be measured.
struct BenchError: Error, CustomStringConvertible {
    let description: String
    /// Whether the call was wrong, not what it found.
    let isUsage: Bool

    /// The call can't be carried out as it was written.
    init(usage description: String) {
        self.description = description
        isUsage = true
    }

    /// A file, a verdict or the system is not as the measurement needs it.
    init(_ description: String) {
        self.description = description
        isUsage = false
    }
}
