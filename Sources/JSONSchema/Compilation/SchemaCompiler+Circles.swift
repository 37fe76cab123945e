import StrictJSON

extension SchemaCompiler {
    /// Refuses references that lead back to their own subschema without moving on in the instance (core 9.4.1).
    ///
    /// Only what is known now counts; circles through dynamic references are cut off while they run.
    ///
    /// - Returns: all subschemas, each after those that it applies at the same location.
    func orderByReference() throws(SchemaError) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(builder.nodes.count)
        enum Mark { case unknown, open, done }
        var marks = Array(repeating: Mark.unknown, count: builder.nodes.count)
        for root in builder.nodes.indices where marks[root] == .unknown {
            // The way down, each subschema with those that it applies at the same location and the next of them.
            var way: [(node: Int, targets: [Int], next: Int)] = [(root, inPlaceTargets(root), 0)]
            marks[root] = .open
            while let current = way.last {
                guard current.next < current.targets.count else {
                    marks[current.node] = .done
                    order.append(current.node)
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let target = current.targets[current.next]
                switch marks[target] {
                case .done: break
                case .open: throw circle(at: target)
                case .unknown:
                    marks[target] = .open
                    way.append((target, inPlaceTargets(target), 0))
                }
            }
        }
        return order
    }

    private func circle(at node: Int) -> SchemaError {
        let place = builder.nodes[node]
        let schema = JSONValue(document: documents[Int(place.document)].document, index: Int(place.index))
        return fail(
            .infiniteReference,
            schema,
            of: Int32(node),
            "references lead back here without moving on in the instance"
        )
    }

    /// The subschemas that a subschema applies to the instance that it is itself applied to.
    private func inPlaceTargets(_ number: Int) -> [Int] {
        let node = builder.nodes[number]
        var targets: [Int32] = []
        for instruction in builder.instructions[Int(node.start)..<Int(node.end)] {
            switch instruction.operation {
            case .reference, .not, .advisory: targets.append(instruction.a)
            case .allOf, .anyOf, .oneOf:
                targets += builder.children[Int(instruction.a)..<Int(instruction.a + instruction.b)]
            case .conditional: targets += [instruction.a, instruction.b, instruction.c].filter { $0 >= 0 }
            case .dependentSchemas:
                targets += builder.dependentSchemas[Int(instruction.a)..<Int(instruction.a + instruction.b)]
                    .map(\.node)
            default: break
            }
        }
        return targets.map { Int($0) }
    }
}
