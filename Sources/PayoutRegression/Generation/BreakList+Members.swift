import JSONSchema
import PayoutContract
import StrictJSON

/// Demands on the members of objects and on the elements of arrays.
extension BreakList {
    mutating func addMemberBreaks(_ schema: NormalSchema, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        for name in schema.required.sorted() {
            add("required \(name)", of: schema, "required", at: pointer, [.remove(name)])
        }
        for name in schema.names {
            guard let child = schema.members[name] else { continue }
            if model[child].isNever {
                addNameBreak(name, model[child], at: pointer)
            } else {
                if let advice = model[child].advice, model[advice].isNever {
                    addNameBreak(name, model[advice], at: pointer)
                }
                enterMember(name, child, at: pointer)
            }
        }
        if let others = schema.others, model[others].isNever {
            add("additionalProperties", of: schema, at: pointer, [.add("unknown_member", "x"), .add("unknown", 1)])
        } else if let others = schema.others {
            enterMember("another_member", others, at: pointer)
        }
        if schema.unevaluated.contains(where: { $0.keyword == "unevaluatedProperties" }) {
            add("unevaluatedProperties", of: schema, at: pointer, [.add("unknown_member", "x"), .add("unknown", 1)])
        }
        for pattern in schema.patternMembers.keys.sorted() {
            guard let name = PatternTexts.example(of: pattern, using: &random),
                let child = schema.patternMembers[pattern]
            else { continue }
            if model[child].isNever {
                add("patternProperties", of: model[child], "not", at: pointer, [.add(name, "x")])
            } else {
                enterMember(name, child, at: pointer)
            }
        }
        if schema.nameSchema != nil {
            add("propertyNames", of: schema, at: pointer, ["", "x", "A b", "Ж", "1"].map { .add($0, 1) })
        }
        for (name, following) in schema.dependentNames.sorted(by: { $0.key < $1.key }) {
            var builder = ValueBuilder(model: model, seed: random.next())
            guard let value = value(of: model.member(name, of: id), &builder) else { continue }
            let edits = [Break.Edit.add(name, value)] + following.sorted().map { .remove($0) }
            add("dependentRequired \(name)", of: schema, "dependentRequired", at: pointer, edits)
        }
        if schema.minimumMembers > 0 { add("minProperties", of: schema, at: pointer, values: [.object([])]) }
        if let most = schema.maximumMembers, most < 1_000 {
            let members = (0...most).map { JSONTree.Member(name: "m\($0)", value: 1) }
            add(
                "maxProperties",
                of: schema,
                at: pointer,
                [.replace(.object(members))] + schema.names.map { .add($0, "x") }
            )
        }
    }

    /// A member that must not be there: under its right name where the schema knows it, or besides all others.
    mutating func addNameBreak(_ name: String, _ child: NormalSchema, at pointer: JSONPointer) {
        let instead = child.instead
        var builder = ValueBuilder(model: model, seed: random.next())
        let usual = value(of: model.node(at: pointer.appending(instead ?? name)), &builder)
        var edits = [usual, "x", 1, .object([])].compactMap(\.self).map { Break.Edit.add(name, $0) }
        if let instead { edits.append(.rename(instead, to: name)) }
        add("the name \(name)", of: child, "not", at: pointer, edits)
    }

    mutating func addElementBreaks(_ schema: NormalSchema, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        var builder = ValueBuilder(model: model, seed: random.next())
        func elements(_ count: Int) -> JSONTree? {
            var values: [JSONTree] = []
            while values.count < count, let value = value(of: model.element(values.count, of: id), &builder) {
                values.append(value)
            }
            return values.count == count ? .array(values) : nil
        }
        if 1...Self.maximumElementCount ~= schema.minimumCount, let short = elements(schema.minimumCount - 1) {
            add("minItems", of: schema, at: pointer, values: [short])
        }
        if let most = schema.maximumCount, most < Self.maximumElementCount {
            let filled = elements(most + 1) ?? .array(Array(repeating: .object([]), count: most + 1))
            add("maxItems", of: schema, at: pointer, values: [filled])
        }
        if schema.hasUniqueElements, let value = value(of: model.element(0, of: id), &builder) {
            add("uniqueItems", of: schema, at: pointer, values: [.array([value, value])])
        }
        for contained in schema.contained where contained.minimum > 0 {
            add("contains", of: schema, at: pointer, values: [.array([]), .array(["x"]), .array([0])])
        }
        for contained in schema.contained {
            guard let most = contained.maximum, most < Self.maximumElementCount,
                let element = value(of: contained.element, &builder)
            else { continue }
            let values = [JSONTree.array(Array(repeating: element, count: most + 1))]
            add("maxContains", of: schema, at: pointer, values: values)
        }
        for position in schema.prefix.indices { enterElement(position, schema.prefix[position], at: pointer) }
        guard let rest = schema.rest else { return }
        if model[rest].isNever {
            add("items", of: schema, at: pointer, [.append("x"), .append(1)])
        } else if schema.maximumCount ?? 1 > schema.prefix.count {
            enterElement(schema.prefix.count, rest, at: pointer)
        }
    }
}
