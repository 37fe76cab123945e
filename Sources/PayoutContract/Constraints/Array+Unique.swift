extension Array {
    /// The first element of each key, in their order.
    package func unique<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}

extension Array where Element: Hashable {
    /// The elements in their order, each once.
    package var unique: [Element] { unique { $0 } }
}
