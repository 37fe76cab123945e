import JSONSchema
import PayoutContract
import StrictJSON

/// Builds values that a node of a model allows, as far as that can be built; the judge has the last word.
struct ValueBuilder {
    typealias NodeID = SchemaModel.NodeID

    /// How many of the members that may be absent are there.
    enum Fullness {
        /// Only what has to be there.
        case minimal
        /// What has to be there and what examples have.
        case typical
        /// Everything.
        case full
        /// What chance gives.
        case random
    }

    /// Deeper values are built minimal, and not at all below twice that.
    static let maximumDepth = 12
    /// The most elements of an array.
    static let maximumElementCount = 64

    /// Larger values are not built; beyond half of it nothing is built that may be absent.
    static let maximumPartCount = 20_000

    let model: SchemaModel
    /// How many parts the last value has, those that were given up among them.
    private(set) var partCount = 0
    /// What the last value took, ten for each part.
    var effort: Int { partCount * 10 }
    var random: SeededRandom
    var fullness = Fullness.typical
    /// Whether values keep what is only advised, too.
    var heedsAdvice = false

    init(model: SchemaModel, seed: UInt64) {
        self.model = model
        random = SeededRandom(seed: seed)
    }

    /// A value for a node, or nil where none can be built.
    ///
    /// - Parameter hint: A value that an example has there.
    mutating func value(of id: NodeID, hint: JSONTree? = nil, depth: Int = 0) -> JSONTree? {
        if depth == 0 { partCount = 0 }
        partCount += 1
        guard depth < Self.maximumDepth * 2, partCount <= Self.maximumPartCount else { return nil }
        let (resolved, schema) = resolve(id)
        if schema.isNever { return nil }
        if let values = schema.values {
            if let hint, values.contains(where: { JSONEquality.areEqual($0, hint) }) { return hint }
            return pick(values.filter { $0 != .null }) ?? values.first
        }
        let example = hint ?? (fullness == .random ? pick(schema.examples) : schema.examples.first)
        for type in typesInOrder(of: schema, example: example) {
            let suited = example.flatMap { ValueTypes.of($0) == type ? $0 : nil }
            if let value = value(type, of: resolved, schema, hint: suited, depth: depth) { return value }
        }
        return nil
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.randomElement(using: &random)
    }

    /// The node with one branch of each choice and one outcome of each condition taken.
    private mutating func resolve(_ id: NodeID) -> (NodeID, NormalSchema) {
        var current = id
        var taken: Set<SchemaPlace> = []
        for _ in 0..<4 {
            let schema = model[current]
            var joined: [NodeID] = []
            if heedsAdvice, let advice = schema.advice, !model[model.node(joining: [current, advice])].isNever {
                joined.append(advice)
            }
            for choice in schema.choices where taken.insert(choice.origin).inserted {
                let branches = choice.branches.filter { !model[$0].isNever }
                if let branch = fullness == .minimal ? branches.first : pick(branches) { joined.append(branch) }
            }
            for condition in schema.conditions where taken.insert(condition.origin).inserted {
                if Bool.random(using: &random) {
                    joined.append(condition.test)
                    if let then = condition.then { joined.append(then) }
                } else if let otherwise = condition.otherwise {
                    joined.append(otherwise)
                }
            }
            let next = model.node(joining: [current] + joined)
            if next == current { break }
            // Branches that exclude each other leave nothing: then the node stays as it was, and the value is mended.
            if model[next].isNever { break }
            current = next
        }
        return (current, model[current])
    }

    private mutating func typesInOrder(of schema: NormalSchema, example: JSONTree?) -> [ValueTypes] {
        var types = schema.types.each.filter { $0 != .null }
        if fullness == .random { types.shuffle(using: &random) }
        if schema.hasObjectDemands, let place = types.firstIndex(of: .object) {
            types.swapAt(0, place)
        }
        if let example {
            let type = ValueTypes.of(example)
            if let place = types.firstIndex(of: type) { types.swapAt(0, place) }
        } else if schema.types == .all, !schema.hasObjectDemands, let place = types.firstIndex(of: .string) {
            types.swapAt(0, place)
        }
        if schema.types.contains(.null) { types.append(.null) }
        return types
    }

    private mutating func value(
        _ type: ValueTypes,
        of id: NodeID,
        _ schema: NormalSchema,
        hint: JSONTree?,
        depth: Int
    ) -> JSONTree? {
        switch type {
        case .null: return .null
        case .object: return object(id, schema, hint: hint, depth: depth)
        case .array: return array(id, schema, hint: hint, depth: depth)
        default:
            if let hint, fullness != .random || Bool.random(using: &random), LeafCheck.holds(hint, schema) {
                return hint
            }
            let samples = LeafSamples.samples(of: schema, type: type, using: &random)
            return fullness == .random ? pick(samples)?.value : samples.first?.value
        }
    }

    private mutating func object(_ id: NodeID, _ schema: NormalSchema, hint: JSONTree?, depth: Int) -> JSONTree? {
        var members: [JSONTree.Member] = []
        let names = memberNames(schema, hint: hint, depth: depth)
        for name in names {
            let child = model.member(name, of: id)
            guard let value = value(of: child, hint: hint?[name], depth: depth + 1) else {
                if schema.required.contains(name) { return nil }
                continue
            }
            members.append(JSONTree.Member(name: name, value: value))
        }
        var extra = 0
        while members.count < schema.minimumMembers, extra < Self.maximumElementCount {
            extra += 1
            let name = "member_\(extra)"
            if let value = value(of: model.member(name, of: id), depth: depth + 1) {
                members.append(JSONTree.Member(name: name, value: value))
            }
        }
        let object = JSONTree.object(members)
        if LeafCheck.keepsChecks(object, schema) { return object }
        return NearValues.first(1, near: object) { LeafCheck.keepsChecks($0, schema) }.first ?? reduced(object, schema)
    }

    /// The object without those members that may be absent and keep it from holding.
    private func reduced(_ object: JSONTree, _ schema: NormalSchema) -> JSONTree {
        var object = object
        for member in object.members ?? [] where !schema.required.contains(member.name) {
            object[member.name] = nil
            if LeafCheck.holds(object, schema) { break }
        }
        return object
    }

    private mutating func memberNames(_ schema: NormalSchema, hint: JSONTree?, depth: Int) -> [String] {
        var wanted = schema.required
        for name in schema.names where !wanted.contains(name) && partCount < Self.maximumPartCount / 2 {
            guard let child = schema.members[name], !model[child].isNever, depth < Self.maximumDepth else { continue }
            let isTaken =
                switch fullness {
                case .minimal: false
                case .typical: hint?[name] != nil
                case .full: true
                case .random:
                    hint?[name] != nil
                        ? Int.random(in: 0..<4, using: &random) > 0
                        : Int.random(in: 0..<6, using: &random) == 0
                }
            if isTaken { wanted.insert(name) }
        }
        while wanted.count < schema.minimumMembers,
            let name = schema.names.first(where: { !wanted.contains($0) })
        {
            wanted.insert(name)
        }
        var grown = true
        while grown {
            let following = wanted.flatMap { schema.dependentNames[$0] ?? [] }
            grown = !wanted.isSuperset(of: following)
            wanted.formUnion(following)
        }
        let order = (hint?.members ?? []).map(\.name) + schema.names
        var names: [String] = []
        for name in order where wanted.contains(name) && !names.contains(name) { names.append(name) }
        return names + wanted.subtracting(names).sorted()
    }

    private mutating func array(_ id: NodeID, _ schema: NormalSchema, hint: JSONTree?, depth: Int) -> JSONTree? {
        let most = min(schema.maximumCount ?? Self.maximumElementCount, Self.maximumElementCount)
        var count = hint?.elements?.count ?? (fullness == .minimal ? 0 : 1)
        if fullness == .random { count = Int.random(in: 0...3, using: &random) }
        count = max(min(count, most), schema.minimumCount, schema.contained.map(\.minimum).max() ?? 0)
        guard count <= Self.maximumElementCount else { return nil }
        var elements: [JSONTree] = []
        var attempts = 0
        while elements.count < count, attempts < count * 4 + 8 {
            attempts += 1
            let position = elements.count
            var node = model.element(position, of: id)
            for contained in schema.contained where position < contained.minimum {
                node = model.node(joining: [node, contained.element])
            }
            let example = position < (hint?.elements?.count ?? 0) ? hint?.elements?[position] : nil
            guard let element = value(of: node, hint: example, depth: depth + 1) else { break }
            if schema.hasUniqueElements, elements.contains(where: { JSONEquality.areEqual($0, element) }) {
                guard let other = distinct(from: elements, node) else { break }
                elements.append(other)
            } else {
                elements.append(element)
            }
        }
        return elements.count < schema.minimumCount ? nil : .array(elements)
    }

    private mutating func distinct(from elements: [JSONTree], _ node: NodeID) -> JSONTree? {
        let samples = LeafSamples.samples(of: model[node], using: &random).map(\.value)
        return samples.first { sample in !elements.contains { JSONEquality.areEqual($0, sample) } }
    }
}
