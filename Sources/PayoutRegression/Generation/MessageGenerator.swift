package import StrictJSON

/// Makes messages of one type from its schemas, and lets the judge confirm each.
///
/// The same seed gives the same messages.
package struct MessageGenerator {
    /// A message that is right, and what it was made for.
    package struct Sample: Sendable {
        package let body: JSONTree
        package let pointer: JSONPointer
        /// The boundary or branch, such as `minimum` or `without customer`.
        package let reaches: String
    }

    let subject: MessageSubject
    let model: SchemaModel
    var builder: ValueBuilder
    private var bases: [JSONTree] = []
    private var hasMadeBases = false
    /// What the time went into: ten for each part of a value, one for each byte that was judged, and reading the schemas.
    var effort: Int { ownEffort + model.readingEffort }
    private var ownEffort = 0
    /// With more effort no further goals are gone for: a few seconds.
    static let usualMaximumEffort = 50_000_000
    private let maximumEffort: Int

    package init(_ subject: MessageSubject, seed: UInt64) {
        self.init(subject, seed: seed, maximumEffort: Self.usualMaximumEffort)
    }

    init(_ subject: MessageSubject, seed: UInt64, maximumEffort: Int) {
        self.subject = subject
        self.maximumEffort = maximumEffort
        model = SchemaModel(subject.library, root: subject.root)
        builder = ValueBuilder(model: model, seed: seed)
    }

    /// A usual message: the example of the schema where it has one that is right.
    package mutating func base() -> JSONTree? { rightBases().first }

    /// Usual messages: the examples of the schema that are right, then others.
    mutating func rightBases() -> [JSONTree] {
        makeBases()
        return bases
    }

    private mutating func makeBases() {
        guard !hasMadeBases else { return }
        hasMadeBases = true
        let limit = effort + maximumEffort
        for example in model[model.root].examples where subject.judge.accepts(example) { bases.append(example) }
        for fullness in [ValueBuilder.Fullness.typical, .minimal, .full, .random] {
            for _ in 0..<(fullness == .random ? 20 : 3) where effort < limit {
                builder.fullness = fullness
                guard let value = built(model.root), let message = mend(value, pins: []) else { continue }
                bases.append(message)
                break
            }
        }
        builder.fullness = .typical
    }

    /// A right message that has `value` at a place, or has nothing there when it is nil; nil where none is found.
    package mutating func message(with value: JSONTree?, at pointer: JSONPointer, attempts: Int = 6) -> JSONTree? {
        makeBases()
        let pin = MessageRepair.Pin(pointer: pointer, value: value)
        for attempt in 0..<attempts {
            builder.fullness = attempt < 4 ? .typical : .random
            guard let base = attempt < bases.count ? bases[attempt] : built(model.root) else { continue }
            guard let placed = placing(value, at: pointer.tokens[...], in: base, node: model.root) else { continue }
            if let message = mend(placed, pins: [pin]) { return message }
        }
        return nil
    }

    /// A right message by chance alone; nil where chance gave none.
    package mutating func randomMessage() -> JSONTree? {
        builder.fullness = .random
        defer { builder.fullness = .typical }
        for _ in 0..<8 {
            guard let value = built(model.root) else { continue }
            if let message = mend(value, pins: []) { return message }
        }
        return nil
    }

    /// A value for a node.
    mutating func built(_ node: SchemaModel.NodeID) -> JSONTree? {
        defer { ownEffort += builder.effort }
        return builder.value(of: node)
    }

    /// A right message that differs from `message` where it must and keeps the pins, or nil where none is found.
    mutating func mend(_ message: JSONTree, pins: [MessageRepair.Pin]) -> JSONTree? {
        var repair = MessageRepair(model: model, judge: subject.judge, builder: builder)
        let mended = repair.mend(message, pins: pins)
        builder.random = repair.builder.random
        ownEffort += repair.effort
        return mended
    }

    /// The message with a value at a place, and with everything on the way there.
    mutating func placing(
        _ value: JSONTree?,
        at tokens: ArraySlice<String>,
        in tree: JSONTree,
        node: SchemaModel.NodeID
    ) -> JSONTree? {
        guard let token = tokens.first else { return value }
        var tree = tree
        if let position = Int(token), model[node].members[token] == nil, tree.elements != nil || tree.members == nil {
            var elements = tree.elements ?? []
            let element = model.element(position, of: node)
            while elements.count <= position {
                guard let filler = built(model.element(elements.count, of: node)) ?? value else {
                    return nil
                }
                elements.append(filler)
            }
            guard let placed = placing(value, at: tokens.dropFirst(), in: elements[position], node: element) else {
                return nil
            }
            elements[position] = placed
            return .array(elements)
        }
        if tree.members == nil { tree = .object([]) }
        let child = model.member(token, of: node)
        if tokens.count == 1 {
            tree[token] = value
            return tree
        }
        let present = tree[token] ?? built(child) ?? .object([])
        guard let placed = placing(value, at: tokens.dropFirst(), in: present, node: child) else { return nil }
        tree[token] = placed
        return tree
    }

    /// Right messages: one for each branch and boundary that can be reached, and then as many by chance as are wanted.
    ///
    /// - Parameters:
    ///   - count: how many at most; nil for one a goal.
    ///   - body: gets each message, and says whether it wants more.
    package mutating func forEachValid(count: Int?, _ body: (Sample) -> Bool) {
        var made = 0
        var seen: Set<JSONTree> = []
        func take(_ sample: Sample) -> Bool {
            guard seen.insert(sample.body).inserted || count == nil else { return made < count ?? .max }
            made += 1
            return body(sample) && made < count ?? .max
        }
        if let base = base(), !take(Sample(body: base, pointer: .root, reaches: "a usual message")) { return }
        let limit = effort + maximumEffort
        for goal in GenerationGoals(model: model, random: &builder.random).all where effort < limit {
            let value: JSONTree?
            switch goal.aim {
            case .value(let known): value = known
            case .absent: value = nil
            case .node(let node, let fullness):
                builder.fullness = fullness
                value = built(node)
                builder.fullness = .typical
                if value == nil { continue }
            }
            guard let message = message(with: value, at: goal.pointer) else { continue }
            if !take(Sample(body: message, pointer: goal.pointer, reaches: goal.label)) { return }
        }
        guard let count else { return }
        var failures = 0
        while made < count, failures < 50 + count, effort < limit {
            guard let message = randomMessage() else {
                failures += 1
                continue
            }
            let before = made
            if !take(Sample(body: message, pointer: .root, reaches: "chance")) { return }
            if made == before { failures += 1 }
        }
    }

    /// Right messages in a list.
    package mutating func valid(count: Int?) -> [Sample] {
        var samples: [Sample] = []
        forEachValid(count: count) { sample in
            samples.append(sample)
            return true
        }
        return samples
    }
}
