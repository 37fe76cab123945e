/// Gives a node, and every node that it leads to, a number that nodes with equal demands share, in this model and in others.
///
/// The graph is taken apart into its strongly connected components (Tarjan, 1972), the innermost first, so each node is read
/// once however many ways lead to it. The numbers of a component that leads back to itself are refined round by round until
/// they tell no more of its nodes apart: they depend neither on where the circle was entered nor on how often it is unrolled.
struct NodeDigest {
    typealias NodeID = SchemaModel.NodeID

    /// A node on the way from the first one, with what is still to be visited behind it.
    private struct Step {
        let id: NodeID
        let number: Int
        var waiting: [NodeID]
        /// The lowest number of an unsettled node that it leads to.
        var lowest: Int
    }

    let model: SchemaModel
    /// The numbers of the visited nodes, in the order of the visit.
    private var numbers: [NodeID: Int] = [:]
    /// The visited nodes whose component is not complete yet.
    private var unsettled: [NodeID] = []

    init(model: SchemaModel) {
        self.model = model
    }

    /// Settles the digests of a node and of all that it leads to.
    mutating func settle(_ root: NodeID) {
        var path = [step(to: root)]
        while var last = path.popLast() {
            guard let next = last.waiting.popLast() else {
                close(last)
                if let outer = path.indices.last { path[outer].lowest = min(path[outer].lowest, last.lowest) }
                continue
            }
            if model.digests[next] != nil {
                path.append(last)
            } else if let number = numbers[next] {
                last.lowest = min(last.lowest, number)
                path.append(last)
            } else {
                path += [last, step(to: next)]
            }
        }
    }

    private mutating func step(to id: NodeID) -> Step {
        let number = numbers.count
        numbers[id] = number
        unsettled.append(id)
        return Step(id: id, number: number, waiting: model[id].subnodes, lowest: number)
    }

    private mutating func close(_ step: Step) {
        guard step.lowest == step.number, let start = unsettled.lastIndex(of: step.id) else { return }
        let component = Array(unsettled[start...])
        unsettled.removeSubrange(start...)
        if component.count == 1, !model[step.id].subnodes.contains(step.id) {
            // A circle whose first round is written out is that circle.
            let demand = StableHash.of(text(of: step.id, inside: [:]))
            model.digests[step.id] = model.circleDigests[demand] ?? demand
        } else {
            settle(circle: component)
        }
    }

    private func settle(circle: [NodeID]) {
        var digests = Dictionary(uniqueKeysWithValues: circle.map { ($0, StableHash.of("circle")) })
        var distinctCount = 0
        // A round tells more nodes apart than the one before, or no later one does.
        for _ in 0...circle.count {
            digests = Dictionary(
                uniqueKeysWithValues: circle.map { ($0, StableHash.of(text(of: $0, inside: digests))) }
            )
            let count = Set(digests.values).count
            if count == distinctCount { break }
            distinctCount = count
        }
        // The last round has not looked all the way around; every node of a circle demands what all of them do.
        let all = Set(digests.values).sorted()
        for (id, digest) in digests { model.digests[id] = StableHash.of("\(digest) of \(all)") }
        for id in circle { model.circleDigests[StableHash.of(text(of: id, inside: [:]))] = model.digests[id] }
    }

    /// - Parameter inside: The numbers of the nodes of the same component so far.
    private func text(of id: NodeID, inside: [NodeID: UInt64]) -> String {
        let writer = NodeText(
            digest: { inside[$0] ?? model.digests[$0] ?? 0 },
            isExclusive: model.isExclusive,
            keepsAnnotations: model.unevaluatedCount > 0
        )
        return writer.text(model[id])
    }
}

extension NormalSchema {
    /// The nodes that it leads to.
    var subnodes: [NodeID] {
        var found = prefix + contained.map(\.element) + prohibitions + choices.flatMap(\.branches)
        found += [rest, others, nameSchema, advice].compactMap(\.self)
        found += unevaluated.flatMap { [$0.element, $0.scope].compactMap(\.self) }
        found += conditions.flatMap { [$0.test, $0.then, $0.otherwise].compactMap(\.self) }
        return found + members.values + patternMembers.values + dependentSchemas.values
    }
}
