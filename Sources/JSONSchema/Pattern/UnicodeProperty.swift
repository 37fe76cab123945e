import Synchronization

/// Properties that `\p{...}` may name: the general categories, common binary properties and a few scripts.
enum UnicodeProperty {
    // Reading a property of every scalar takes milliseconds, so each set is worked out once.
    private static let known = Mutex<[String: ScalarSet]>([:])

    /// The scalars with the property, or nil when the name is not known.
    static func scalars(name: String, value: String?) -> ScalarSet? {
        let key = value.map { "\(name)=\($0)" } ?? name
        if let set = known.withLock({ $0[key] }) { return set }
        guard let set = compute(name: name, value: value) else { return nil }
        known.withLock { $0[key] = set }
        return set
    }

    private static func compute(name: String, value: String?) -> ScalarSet? {
        if let value {
            switch name {
            case "General_Category", "gc": return category(named: value)
            case "Script", "sc", "Script_Extensions", "scx": return script(named: value)
            default: return nil
            }
        }
        switch name {
        case "Any": return .everything
        case "ASCII": return ScalarSet(ranges: [0...0x7F])
        case "Assigned": return category(named: "Cn")?.complement
        default: return category(named: name) ?? binaryProperty(named: name).map(collect)
        }
    }

    private static func script(named name: String) -> ScalarSet? {
        switch name {
        case "Latin", "Latn": ScriptRanges.latin
        case "Cyrillic", "Cyrl": ScriptRanges.cyrillic
        case "Greek", "Grek": ScriptRanges.greek
        case "Armenian", "Armn": ScriptRanges.armenian
        case "Georgian", "Geor": ScriptRanges.georgian
        default: nil
        }
    }

    private static func category(named name: String) -> ScalarSet? {
        guard let categories = categories[name] else { return nil }
        return collect { categories.contains($0.properties.generalCategory) }
    }

    /// Every scalar for which `condition` holds.
    ///
    /// Planes 4 to 13 hold nothing but unassigned scalars: one answer stands for the whole of them.
    private static func collect(_ condition: (Unicode.Scalar) -> Bool) -> ScalarSet {
        var ranges: [ClosedRange<UInt32>] = []
        func visit(_ block: ClosedRange<UInt32>) {
            var start: UInt32?
            for value in block {
                let holds = Unicode.Scalar(value).map(condition) ?? false
                if holds, start == nil { start = value }
                if !holds, let first = start {
                    ranges.append(first...(value - 1))
                    start = nil
                }
            }
            if let first = start { ranges.append(first...block.upperBound) }
        }
        visit(0...0x3_FFFF)
        // The last two scalars of a plane are noncharacters, unlike their neighbours in some properties.
        for plane: UInt32 in 4...13 {
            if let sample = Unicode.Scalar(plane << 16), condition(sample) {
                ranges.append((plane << 16)...(plane << 16 | 0xFFFD))
            }
            visit((plane << 16 | 0xFFFE)...(plane << 16 | 0xFFFF))
        }
        visit(0xE_0000...ScalarSet.last)
        return ScalarSet(ranges: ranges)
    }
}
