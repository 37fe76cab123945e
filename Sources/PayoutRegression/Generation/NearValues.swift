import StrictJSON

/// Values that differ from a given one by little: some break a check that it keeps, or keep one that it breaks.
///
/// Check digits, and what several members say together, are no keywords that a value could be built from. Near a right
/// value most else stays right.
enum NearValues {
    private static let maximumDepth = 6
    /// More values of an object are not varied.
    private static let maximumLeafCount = 200
    /// More values of an object are not put in each other's place.
    private static let maximumCopiedCount = 40

    private typealias Leaf = (pointer: JSONPointer, value: JSONTree)

    /// The first values near `value` that are wanted, at most `count`.
    static func first(_ count: Int, near value: JSONTree, where isWanted: (JSONTree) -> Bool) -> [JSONTree] {
        var found: [JSONTree] = []
        let leaves = leaves(of: value)
        for stage in [otherNumbers, otherEnds, copies, otherLastDigits, otherDigits, removals] {
            for (pointer, near) in stage(leaves) {
                let changed = near.map { value.setting(pointer, to: $0) } ?? value.removing(pointer)
                if isWanted(changed) { found.append(changed) }
                if found.count == count { return found }
            }
        }
        return found
    }

    /// The values in `value` that hold no others, or itself.
    private static func leaves(of value: JSONTree) -> [Leaf] {
        var found: [Leaf] = []
        var waiting: [Leaf] = [(.root, value)]
        while let (pointer, value) = waiting.popLast(), found.count < maximumLeafCount {
            switch value {
            case .object(let members) where pointer.tokens.count < maximumDepth:
                waiting += members.reversed().map { (pointer.appending($0.name), $0.value) }
            case .array(let elements) where pointer.tokens.count < maximumDepth:
                waiting += elements.enumerated().reversed().map { (pointer.appending($0.offset), $0.element) }
            case .object, .array: break
            default: found.append((pointer, value))
            }
        }
        return found
    }

    /// A change of a leaf, or its end.
    private typealias Change = (JSONPointer, JSONTree?)

    private static func otherNumbers(_ leaves: [Leaf]) -> [Change] {
        leaves.flatMap { pointer, value -> [Change] in
            guard let number = value.number?.int64 else { return [] }
            return [1, -1].compactMap { number.adding($0) }.map { (pointer, .number(JSONNumber($0))) }
        }
    }

    /// Texts with another last digit, or with one more letter.
    private static func otherEnds(_ leaves: [Leaf]) -> [Change] {
        leaves.flatMap { pointer, value -> [Change] in
            guard let text = value.string else { return [] }
            let ends = texts(text, otherDigitsAt: digitPlaces(of: text).suffix(1))
            return (ends.isEmpty ? [text + "а", text + "a"] : ends).map { (pointer, .string($0)) }
        }
    }

    /// The value of one leaf in the place of another.
    private static func copies(_ leaves: [Leaf]) -> [Change] {
        let leaves = leaves.prefix(maximumCopiedCount)
        return leaves.flatMap { target in
            leaves.filter { $0.value != target.value && ValueTypes.of($0.value) == ValueTypes.of(target.value) }
                .map { (target.pointer, $0.value) }
        }
    }

    /// Texts whose last two digits are others: some numbers have two check digits.
    private static func otherLastDigits(_ leaves: [Leaf]) -> [Change] {
        leaves.flatMap { pointer, value -> [Change] in
            guard let text = value.string else { return [] }
            let places = Array(digitPlaces(of: text).suffix(2))
            guard places.count == 2 else { return [] }
            return texts(text, otherDigitsAt: places[0..<1]).flatMap { texts($0, otherDigitsAt: places[1..<2]) }
                .map { (pointer, .string($0)) }
        }
    }

    /// Texts with one digit changed, the last ones first.
    private static func otherDigits(_ leaves: [Leaf]) -> [Change] {
        leaves.flatMap { pointer, value -> [Change] in
            guard let text = value.string else { return [] }
            return texts(text, otherDigitsAt: digitPlaces(of: text).reversed()).map { (pointer, .string($0)) }
        }
    }

    private static func removals(_ leaves: [Leaf]) -> [Change] {
        leaves.filter { !$0.pointer.tokens.isEmpty }.map { ($0.pointer, nil) }
    }

    private static func digitPlaces(of text: String) -> [Int] {
        text.utf8.enumerated().filter { 0x30...0x39 ~= $0.element }.map(\.offset)
    }

    /// The texts in which one of the digits at these places is another.
    private static func texts(_ text: String, otherDigitsAt places: some Sequence<Int>) -> [String] {
        let bytes = Array(text.utf8)
        return places.flatMap { place in
            (0x30...0x39 as ClosedRange<UInt8>).filter { $0 != bytes[place] }
                .map { digit in
                    var changed = bytes
                    changed[place] = digit
                    return String(decoding: changed, as: UTF8.self)
                }
        }
    }
}
