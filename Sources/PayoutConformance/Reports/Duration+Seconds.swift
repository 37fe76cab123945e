extension Duration {
    /// Whole milliseconds.
    var inMilliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }

    /// Seconds with three decimals, such as "0.042".
    var inSeconds: String {
        let fraction = String(inMilliseconds % 1_000)
        return "\(inMilliseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
    }
}
