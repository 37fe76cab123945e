import StrictJSON

/// What right messages should reach: each boundary of each value, each branch, each member there and not there.
struct GenerationGoals {
    /// What stands at a place.
    enum Aim {
        case value(JSONTree)
        case absent
        case node(SchemaModel.NodeID, ValueBuilder.Fullness)
    }

    struct Goal {
        let pointer: JSONPointer
        let label: String
        let aim: Aim

        /// The value that makes a message one of its kind: a listed value, a branch, a member; nil for a mere boundary.
        func kind(using builder: inout ValueBuilder) -> JSONTree? {
            switch aim {
            case .value(let value): label.hasPrefix(LeafSamples.listedLabel) ? value : nil
            case .absent: nil
            case .node(let node, _): builder.value(of: node)
            }
        }
    }

    private static let maximumCount = 5_000
    private static let maximumDepth = 12
    /// Definitions that are used several times each lead to more places than can be looked at.
    private static let maximumVisitCount = 20_000

    private let model: SchemaModel
    private(set) var all: [Goal] = []
    private var open: [SchemaModel.NodeID] = []
    private var visitCount = 0

    init(model: SchemaModel, random: inout SeededRandom) {
        self.model = model
        enter(model.root, at: .root, using: &random)
    }

    private mutating func add(_ label: String, _ aim: Aim, at pointer: JSONPointer) {
        if all.count < Self.maximumCount { all.append(Goal(pointer: pointer, label: label, aim: aim)) }
    }

    private mutating func enter(_ id: SchemaModel.NodeID, at pointer: JSONPointer, using random: inout SeededRandom) {
        guard !open.contains(id), open.count < Self.maximumDepth, all.count < Self.maximumCount,
            visitCount < Self.maximumVisitCount
        else { return }
        visitCount += 1
        let schema = model[id]
        guard !schema.isNever else { return }
        open.append(id)
        defer { open.removeLast() }
        for sample in LeafSamples.samples(of: schema, using: &random) {
            add(sample.label, .value(sample.value), at: pointer)
        }
        addBranches(of: schema, id, at: pointer, using: &random)
        if schema.values == nil, schema.types.contains(.object) {
            enterMembers(of: schema, id, at: pointer, using: &random)
        }
        if schema.values == nil, schema.types.contains(.array) {
            enterElements(of: schema, id, at: pointer, using: &random)
        }
    }

    private mutating func addBranches(
        of schema: NormalSchema,
        _ id: SchemaModel.NodeID,
        at pointer: JSONPointer,
        using random: inout SeededRandom
    ) {
        var branches: [(String, SchemaModel.NodeID)] = []
        for choice in schema.choices {
            for (position, branch) in choice.branches.enumerated() {
                branches.append(("branch \(position + 1)", branch))
            }
        }
        for condition in schema.conditions {
            let then = [condition.test] + [condition.then].compactMap(\.self)
            branches.append(("the condition", model.node(joining: then)))
            if let otherwise = condition.otherwise { branches.append(("not the condition", otherwise)) }
        }
        for (label, branch) in branches {
            let joined = model.node(joining: [id, branch])
            add(label, .node(joined, .typical), at: pointer)
            // What only the branch describes is entered from there.
            for name in model[branch].names where schema.members[name] == nil {
                enter(model.member(name, of: joined), at: pointer.appending(name), using: &random)
            }
        }
    }

    private mutating func enterMembers(
        of schema: NormalSchema,
        _ id: SchemaModel.NodeID,
        at pointer: JSONPointer,
        using random: inout SeededRandom
    ) {
        if schema.hasObjectDemands {
            add("few members", .node(id, .minimal), at: pointer)
            add("all members", .node(id, .full), at: pointer)
        }
        for name in schema.names {
            guard let child = schema.members[name], !model[child].isNever else { continue }
            if !schema.required.contains(name) { add("without \(name)", .absent, at: pointer.appending(name)) }
            add("with \(name)", .node(child, .typical), at: pointer.appending(name))
            enter(child, at: pointer.appending(name), using: &random)
        }
        for (pattern, child) in schema.patternMembers.sorted(by: { $0.key < $1.key }) {
            if let name = PatternTexts.example(of: pattern, using: &random) {
                add("with a name of a pattern", .node(child, .typical), at: pointer.appending(name))
            }
        }
        if let others = schema.others, !model[others].isNever {
            add("with another member", .node(others, .typical), at: pointer.appending("another_member"))
        }
    }

    private mutating func enterElements(
        of schema: NormalSchema,
        _ id: SchemaModel.NodeID,
        at pointer: JSONPointer,
        using random: inout SeededRandom
    ) {
        if schema.minimumCount == 0 { add("no elements", .value(.array([])), at: pointer) }
        guard schema.hasArrayDemands else { return }
        for position in schema.prefix.indices {
            enter(schema.prefix[position], at: pointer.appending(position), using: &random)
        }
        if let rest = schema.rest, schema.maximumCount ?? 1 > schema.prefix.count {
            enter(rest, at: pointer.appending(schema.prefix.count), using: &random)
        }
        let most = min(schema.maximumCount ?? 2, ValueBuilder.maximumElementCount)
        guard most > schema.prefix.count, !schema.hasUniqueElements else { return }
        add("\(most) elements", .node(model.element(most - 1, of: id), .typical), at: pointer.appending(most - 1))
    }
}
