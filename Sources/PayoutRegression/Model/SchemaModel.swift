import JSONSchema
import PayoutContract
import StrictJSON

/// The schemas of one message as a graph of normal forms, one node for each set of schemas that apply to a value together.
///
/// Nodes are made when they are asked for, so schemas may refer to themselves. A model is used by one thread.
final class SchemaModel {
    typealias NodeID = NormalSchema.NodeID

    /// Larger models are cut off: further nodes say nothing.
    static let maximumNodeCount = 50_000

    let library: SchemaLibrary
    /// How often the schemas ask what was evaluated: then a keyword that allows everything may still matter.
    let unevaluatedCount: Int
    /// Stands for all that the schemas say, for keywords that may depend on any of it.
    private(set) lazy var libraryDigest = StableHash.hexadecimal(NodeText.canonical(library.trees).joined())
    private var places: [SchemaPlace] = []
    private var placeNumbers: [SchemaPlace: Int] = [:]
    private var nodes: [NormalSchema?] = []
    private var keys: [[Int]] = []
    private var nodeNumbers: [[Int]: NodeID] = [:]
    /// Members that patterns or the rest decide about, by their names.
    private var looseMembers: [NodeID: [String: NodeID]] = [:]
    /// What reading nodes has taken, where building one part of a value takes 10.
    private(set) var readingEffort = 0
    /// How many nodes are looked at for one value of a node, as far as they are known.
    private var weights: [NodeID: Int] = [:]
    /// What judging a message takes at the place where most is said, whatever stands there.
    private(set) var judgingEffort = 0
    private var exclusiveChoices: [NormalSchema.Choice: Bool] = [:]
    /// Whether some nodes say nothing because there were too many.
    private(set) var isCutOff = false
    /// The numbers of the nodes that ``NodeDigest`` has settled.
    var digests: [NodeID: UInt64] = [:]
    /// The numbers of nodes of circles, by what they demand: a node that demands the same leads into the circle.
    var circleDigests: [UInt64: UInt64] = [:]

    /// Makes the model of a message; node 0 is its schema.
    init(_ library: SchemaLibrary, root: SchemaPlace) {
        self.library = library
        unevaluatedCount = library.count(ofMembers: ["unevaluatedProperties", "unevaluatedItems"])
        _ = node([root])
    }

    /// The node of the whole message.
    var root: NodeID { 0 }

    /// The normal form of a node.
    subscript(id: NodeID) -> NormalSchema {
        if let known = nodes[id] { return known }
        var reader = NormalSchemaReader(model: self)
        let schema = reader.read(keys[id])
        nodes[id] = schema
        measure(schema, id)
        return schema
    }

    private func measure(_ schema: NormalSchema, _ id: NodeID) {
        let width = schema.subnodes.count + schema.dependentNames.count
        readingEffort += 30 * (1 + keys[id].count + width)
        // Branches that use the same definitions several times each make a value be judged over and over.
        let branches = schema.choices.flatMap(\.branches) + schema.prohibitions + schema.conditions.map(\.test)
        let weight = branches.reduce(1) { min($0 + (weights[$1] ?? 1), 1 << 40) }
        weights[id] = weight
        judgingEffort = max(judgingEffort, width + weight + schema.patternMembers.count * schema.names.count)
    }

    /// The schema at a number.
    func place(_ number: Int) -> SchemaPlace { places[number] }

    /// The schemas that a node was made of.
    func places(of id: NodeID) -> [SchemaPlace] { keys[id].map(place) }

    /// The node of some schemas that apply together.
    func node(_ places: [SchemaPlace]) -> NodeID {
        node(numbers: places.map(number(of:)))
    }

    /// The node of the schemas of several nodes that apply together.
    func node(joining ids: [NodeID]) -> NodeID {
        node(numbers: ids.flatMap { keys[$0] })
    }

    private func node(numbers: [Int]) -> NodeID {
        let key = Array(Set(numbers)).sorted()
        if let known = nodeNumbers[key] { return known }
        // The node that says nothing is kept a place.
        guard nodes.count < Self.maximumNodeCount || key.isEmpty else {
            isCutOff = true
            return node([])
        }
        let id = nodes.count
        nodes.append(nil)
        keys.append(key)
        nodeNumbers[key] = id
        return id
    }

    private func number(of place: SchemaPlace) -> Int {
        if let known = placeNumbers[place] { return known }
        // A schema that only refers to another one is that one: so circles of references close at once.
        if let target = library.onlyReference(at: place) {
            let number = number(of: target)
            placeNumbers[place] = number
            return number
        }
        let number = places.count
        places.append(place)
        placeNumbers[place] = number
        return number
    }

    /// The node of the member called `name` of values of a node.
    func member(_ name: String, of id: NodeID) -> NodeID {
        let schema = self[id]
        if let known = schema.members[name] { return known }
        if schema.patternMembers.isEmpty { return schema.others ?? node([]) }
        if let known = looseMembers[id]?[name] { return known }
        let matching = schema.patternMembers.filter { PatternTexts.matches($0.key, name) }.map(\.value)
        readingEffort += 20 * schema.patternMembers.count
        let member = matching.isEmpty ? schema.others ?? node([]) : node(joining: matching)
        looseMembers[id, default: [:]][name] = member
        return member
    }

    /// The node of an element of values of a node.
    func element(_ position: Int, of id: NodeID) -> NodeID {
        let schema = self[id]
        return position < schema.prefix.count ? schema.prefix[position] : schema.rest ?? node([])
    }

    /// The node at a place of a message, without regard to choices and conditions.
    func node(at pointer: JSONPointer) -> NodeID {
        var current = root
        for token in pointer.tokens {
            if let position = Int(token), self[current].types.contains(.array), self[current].members[token] == nil {
                current = element(position, of: current)
            } else {
                current = member(token, of: current)
            }
        }
        return current
    }

    /// Whether a choice refuses values of several branches, and some value may have several.
    func isExclusive(_ choice: NormalSchema.Choice) -> Bool {
        guard choice.isExclusive else { return false }
        if let known = exclusiveChoices[choice] { return known }
        // A wider choice is not looked through in pairs.
        var isExclusive = choice.branches.count > 64
        for (position, first) in choice.branches.enumerated() where !isExclusive {
            isExclusive = choice.branches[..<position].contains { !areDisjoint(first, $0) }
        }
        exclusiveChoices[choice] = isExclusive
        return isExclusive
    }

    /// Whether no value can have both nodes, as far as types, listed values and members that have to be there say.
    private func areDisjoint(_ one: NodeID, _ other: NodeID, depth: Int = 0) -> Bool {
        let (first, second) = (self[one], self[other])
        if first.types.isDisjoint(with: second.types) { return true }
        if let values = first.values, let others = second.values {
            return !values.contains { value in others.contains { JSONEquality.areEqual($0, value) } }
        }
        guard depth < 3, first.types.intersection(second.types) == .object else { return false }
        return first.required.contains { name in
            second.required.contains(name)
                && areDisjoint(member(name, of: one), member(name, of: other), depth: depth + 1)
        } || first.required.contains { self[member($0, of: other)].isNever }
            || second.required.contains { self[member($0, of: one)].isNever }
    }

    /// Whether a node says nothing, so that naming it is as good as leaving it out.
    func isSilent(_ id: NodeID) -> Bool { unevaluatedCount == 0 && digest(of: id) == digest(of: node([])) }

    /// A number that equal demands share, in this model and in others.
    func digest(of id: NodeID) -> UInt64 {
        if let known = digests[id] { return known }
        var digest = NodeDigest(model: self)
        digest.settle(id)
        // Every node that is settled has one.
        return digests[id] ?? 0
    }
}

/// Patterns of a schema, by their text.
enum PatternTexts {
    /// Whether a text matches a pattern; a pattern that is no regular expression matches nothing.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        (try? PatternCache.pattern(pattern))?.matches(text) ?? false
    }
}

extension PatternTexts {
    /// A text that matches a pattern, or nil where none is found.
    static func example(of pattern: String, using random: inout SeededRandom) -> String? {
        guard let sampler = try? PatternSampler(pattern) else { return nil }
        for _ in 0..<20 {
            let text = sampler.text(.random, using: &random)
            if matches(pattern, text) { return text }
        }
        return nil
    }
}
