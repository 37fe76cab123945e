import JSONSchema
import PayoutContract
import StrictJSON

/// Every demand that the schemas of a message make, with ways to break it, in the order of the message.
struct BreakList {
    private static let maximumDepth = 12
    private static let maximumCount = 20_000
    /// Definitions that are used several times each lead to more places than can be looked at.
    private static let maximumVisitCount = 20_000
    /// What all values that are built for places may take.
    private static let maximumEffort = 10_000_000
    /// Longer arrays are not made.
    static let maximumElementCount = 200
    /// Texts that break a limit of bytes are not made longer.
    static let maximumByteCount = 1 << 20
    /// Values of every type, for places that allow few.
    static let zoo: [JSONTree] = [
        .null, true, 0, 1, -1, .number(JSONNumber(checked: "1.5")), "", "x", [], [1], .object([]), ["x": 1],
    ]

    let model: SchemaModel
    var random: SeededRandom
    private(set) var all: [Break] = []
    private var open: [SchemaModel.NodeID] = []
    /// The branches that are open, the innermost first.
    private var hosts: [Break.Host] = []
    /// Everything that is said about the place that is open, by the branches around it too.
    private(set) var node: SchemaModel.NodeID
    /// The rules of the choices around it.
    private var choiceRules: Set<String> = []
    private var visitCount = 0
    private var effort = 0

    init(model: SchemaModel, random: SeededRandom) {
        self.model = model
        self.random = random
        node = model.root
        enter(model.root, at: .root)
    }

    /// Lists a demand that belongs to some rules besides the default one of its keyword.
    mutating func add(
        _ label: String,
        _ keyword: String? = nil,
        at pointer: JSONPointer,
        _ edits: [Break.Edit],
        rules: Set<String>,
        check: NormalSchema.Check? = nil
    ) {
        guard !edits.isEmpty || check != nil, all.count < Self.maximumCount else { return }
        all.append(
            Break(
                pointer: pointer,
                label: label,
                edits: edits,
                keyword: keyword ?? label,
                rules: rules.union(choiceRules),
                check: check,
                hosts: hosts,
                node: node
            )
        )
    }

    /// Lists a demand of a keyword of `schema`; its label is the keyword where it has no other.
    mutating func add(
        _ label: String,
        of schema: NormalSchema,
        _ keyword: String? = nil,
        at pointer: JSONPointer,
        _ edits: [Break.Edit]
    ) {
        add(label, keyword, at: pointer, edits, rules: schema.rules(of: keyword ?? label))
    }

    /// Lists a demand of a keyword of `schema` that values in its place break.
    mutating func add(
        _ label: String,
        of schema: NormalSchema,
        _ keyword: String? = nil,
        at pointer: JSONPointer,
        values: some Sequence<JSONTree>
    ) {
        add(label, of: schema, keyword, at: pointer, values.map { .replace($0) })
    }

    private mutating func enter(_ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        guard !open.contains(id), open.count < Self.maximumDepth, all.count < Self.maximumCount,
            visitCount < Self.maximumVisitCount
        else { return }
        visitCount += 1
        open.append(id)
        defer { open.removeLast() }
        let schema = model[id]
        guard !schema.isNever else { return }
        addValueBreaks(schema, at: pointer)
        addTextBreaks(schema, at: pointer)
        addCheckBreaks(schema, at: pointer)
        if schema.types.contains(.object) { addMemberBreaks(schema, id, at: pointer) }
        if schema.types.contains(.array) { addElementBreaks(schema, id, at: pointer) }
        addBranchBreaks(schema, id, at: pointer)
        if let advice = schema.advice { enter(advice, at: pointer, inside: model.node(joining: [node, advice])) }
    }

    /// A value for a node, as long as not too many were built.
    mutating func value(of id: SchemaModel.NodeID, _ builder: inout ValueBuilder) -> JSONTree? {
        guard effort < Self.maximumEffort else { return nil }
        defer { effort += builder.effort }
        return builder.value(of: id)
    }

    /// Enters a schema at a place about which `node` says everything.
    private mutating func enter(
        _ id: SchemaModel.NodeID,
        at pointer: JSONPointer,
        inside node: SchemaModel.NodeID
    ) {
        let outer = self.node
        self.node = node
        enter(id, at: pointer)
        self.node = outer
    }

    /// Enters the schema of a member.
    mutating func enterMember(_ name: String, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        enter(id, at: pointer.appending(name), inside: model.node(joining: [model.member(name, of: node), id]))
    }

    /// Enters the schema of an element.
    mutating func enterElement(_ position: Int, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        enter(
            id,
            at: pointer.appending(position),
            inside: model.node(joining: [model.element(position, of: node), id])
        )
    }

    private mutating func addBranchBreaks(_ schema: NormalSchema, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        for choice in schema.choices {
            let keyword = choice.isExclusive ? "oneOf" : "anyOf"
            let names = choice.branches.flatMap { model[$0].required }.unique
            let rules = schema.rules(of: keyword)
            let edits = names.map { Break.Edit.remove($0) } + [.removeAll(names)] + Self.zoo.map { .replace($0) }
            add(keyword, at: pointer, edits, rules: rules)
            let outer = choiceRules
            // What fails in a branch is the matter of the choice, where it has a rule.
            choiceRules.formUnion(rules)
            for branch in choice.branches { enterBranch([branch], at: pointer) }
            choiceRules = outer
        }
        for condition in schema.conditions {
            enterBranch([condition.test, condition.then].compactMap(\.self), at: pointer)
            if let otherwise = condition.otherwise { enterBranch([otherwise], at: pointer) }
        }
    }

    /// Enters what holds in a branch alone.
    private mutating func enterBranch(_ branches: [SchemaModel.NodeID], at pointer: JSONPointer) {
        let joined = model.node(joining: [node] + branches)
        hosts.insert(Break.Host(pointer: pointer, node: joined), at: 0)
        for branch in branches { enter(branch, at: pointer, inside: joined) }
        hosts.removeFirst()
    }
}

extension NormalSchema {
    /// Keywords that are read into the demand of another one.
    private static let readInto: [String: [String]] = [
        "type": ["not", "anyOf", "oneOf", "enum", "const"], "enum": ["const", "anyOf", "oneOf"],
        "minimum": ["exclusiveMinimum"], "maximum": ["exclusiveMaximum"],
    ]

    /// The rules that the schemas name for a demand.
    fileprivate func rules(of keyword: String) -> Set<String> {
        ([keyword] + (Self.readInto[keyword] ?? [])).reduce(into: []) { $0.formUnion(rules[$1] ?? []) }
    }
}
