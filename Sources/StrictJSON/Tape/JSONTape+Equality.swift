@_spi(Tape)
extension JSONTape {
    /// Objects with more members than this are compared through a table.
    private static var tableThreshold: Int { 16 }

    /// Whether the value at `index` equals one of another tape, as JSON Schema means it.
    public func isEqual(_ index: Int, _ other: JSONTape, _ otherIndex: Int) -> Bool {
        let kind = kind(index)
        guard kind == other.kind(otherIndex) else { return false }
        switch kind {
        case .null, .false, .true: return true
        case .number: return numberEquals(index, other, otherIndex)
        case .string, .name: return stringEquals(index, other, otherIndex)
        case .array, .object: return containersEqual(index, other, otherIndex)
        }
    }

    /// Compares containers with a list of pairs that are still to be compared; all of them have to be equal.
    private func containersEqual(_ index: Int, _ other: JSONTape, _ otherIndex: Int) -> Bool {
        var pairs = [(index, otherIndex)]
        while let (first, second) = pairs.popLast() {
            let kind = kind(first)
            guard kind == other.kind(second) else { return false }
            switch kind {
            case .array:
                guard childCount(first) == other.childCount(second) else { return false }
                var element = first + 1
                var otherElement = second + 1
                while element < next(first) {
                    pairs.append((element, otherElement))
                    element = next(element)
                    otherElement = other.next(otherElement)
                }
            case .object:
                guard appendMemberPairs(first, other, second, to: &pairs) else { return false }
            default:
                guard isEqual(first, other, second) else { return false }
            }
        }
        return true
    }

    /// Pairs the members of two objects by name; false when their names differ.
    private func appendMemberPairs(
        _ first: Int,
        _ other: JSONTape,
        _ second: Int,
        to pairs: inout [(Int, Int)]
    ) -> Bool {
        if allowsDuplicateNames || other.allowsDuplicateNames || childCount(first) > Self.tableThreshold {
            return appendMemberPairsByTable(first, other, second, to: &pairs)
        }
        guard childCount(first) == other.childCount(second) else { return false }
        let end = next(first)
        let otherEnd = other.next(second)
        var name = first + 1
        // Objects that are equal mostly have their members in the same order, so the search goes on from the last hit.
        var hint = second + 1
        while name < end {
            let start = hint
            while !(self[name].link == other[hint].link && stringEquals(name, other, hint)) {
                hint = other.next(hint + 1)
                if hint == otherEnd { hint = second + 1 }
                if hint == start { return false }
            }
            pairs.append((name + 1, hint + 1))
            name = next(name + 1)
            hint = other.next(hint + 1)
            if hint == otherEnd { hint = second + 1 }
        }
        return true
    }

    private func appendMemberPairsByTable(
        _ first: Int,
        _ other: JSONTape,
        _ second: Int,
        to pairs: inout [(Int, Int)]
    ) -> Bool {
        let names = names(of: first)
        let otherNames = other.names(of: second)
        guard names.nameCount == otherNames.nameCount else { return false }
        var name = first + 1
        while name < next(first) {
            // Of equal names the table holds the last.
            if names.find(name, of: self, in: self) == name {
                guard let found = otherNames.find(name, of: self, in: other) else { return false }
                pairs.append((name + 1, found + 1))
            }
            name = next(name + 1)
        }
        return true
    }

    private func names(of object: Int) -> NameTable {
        var table = NameTable()
        var name = object + 1
        while name < next(object) {
            table.insertOrReplace(name, of: self)
            name = next(name + 1)
        }
        return table
    }

    /// A seeded hash that is the same for values that `isEqual` calls equal.
    ///
    /// It does not recurse.
    public func structuralHash(_ index: Int) -> Int {
        guard kind(index) == .array || kind(index) == .object else { return scalarHash(index) }
        var open: [OpenContainer] = []
        var current = OpenContainer(of: self, index)
        while true {
            guard current.child < current.end else {
                let value = current.finished
                guard var outer = open.popLast() else { return value }
                outer.add(value)
                current = outer
                continue
            }
            var child = current.child
            if current.isObject {
                current.child = next(child + 1)
                guard !isOverridden(child, in: current) else { continue }
                current.nameHash = scalarHash(child)
                child += 1
            } else {
                current.child = next(child)
            }
            if kind(child) == .array || kind(child) == .object {
                open.append(current)
                current = OpenContainer(of: self, child)
            } else {
                current.add(scalarHash(child))
            }
        }
    }

    /// Whether a later member of the same object has the same name.
    private func isOverridden(_ name: Int, in container: OpenContainer) -> Bool {
        guard let names = container.names else { return false }
        return names.find(name, of: self, in: self) != name
    }

    private func scalarHash(_ index: Int) -> Int {
        var hasher = Hasher()
        let kind = kind(index)
        hasher.combine(kind.rawValue)
        switch kind {
        case .number:
            DecimalForm(written(index)).hash(into: &hasher)
        case .string, .name:
            withDecodedBytes(index) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        default: break
        }
        return hasher.finalize()
    }

    /// An array or object whose hash is under way.
    private struct OpenContainer {
        var child: Int
        let end: Int
        let isObject: Bool
        let names: NameTable?
        var nameHash = 0
        private var sum = 0

        init(of tape: JSONTape, _ index: Int) {
            child = index + 1
            end = tape.next(index)
            isObject = tape.kind(index) == .object
            names = isObject && tape.allowsDuplicateNames ? tape.names(of: index) : nil
        }

        /// Adds a child's hash: by place in an array, without regard to order in an object.
        mutating func add(_ hash: Int) {
            var hasher = Hasher()
            if isObject {
                hasher.combine(nameHash)
                hasher.combine(hash)
                sum = sum &+ hasher.finalize()
            } else {
                hasher.combine(sum)
                hasher.combine(hash)
                sum = hasher.finalize()
            }
        }

        var finished: Int {
            var hasher = Hasher()
            hasher.combine(isObject)
            hasher.combine(sum)
            return hasher.finalize()
        }
    }
}
