@_spi(Tape) import StrictJSON

extension JSONTape {
    /// The pointer from the value at `root` to the value, or to the value of the name, at `target` inside it.
    func pointer(from root: Int, to target: Int) -> JSONPointer {
        var tokens: [String] = []
        var current = root
        while current < target {
            let isObject = kind(current) == .object
            guard isObject || kind(current) == .array else { break }
            let end = next(current)
            var child = current + 1
            var position = 0
            while child < end {
                let value = isObject ? child + 1 : child
                let following = next(value)
                if target < following {
                    tokens.append(isObject ? string(child) : String(position))
                    current = max(value, min(target, value))
                    if target <= value { return JSONPointer(tokens: tokens) }
                    break
                }
                child = following
                position += 1
            }
        }
        return JSONPointer(tokens: tokens)
    }
}
