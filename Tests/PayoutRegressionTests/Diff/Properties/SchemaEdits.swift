import StrictJSON

@testable import PayoutRegression

/// Edits of schemas: some that change what is meant, some that do not.
struct SchemaEdits {
    var schemas: RandomSchemas

    init(seed: UInt64) {
        schemas = RandomSchemas(seed: seed)
    }

    /// The schema with something else in one place.
    mutating func edited(_ schema: JSONTree) -> JSONTree {
        let text = JSONWriter.compact.writeString(schema)
        let places = SchemaPlaces.all(of: schema)
            .filter { place in
                // Where nothing refers to a definition, nothing changes.
                place.tokens.first != "$defs" || text.contains("#/$defs/\(place.tokens[1])\"")
            }
        let place = schemas.pick(places)
        let inside = definition(of: place)
        guard var target = schema[place], target.members != nil else {
            return place.tokens.isEmpty ? schema : schema.setting(place, to: schemas.schema(depth: 1, inside: inside))
        }
        let keywords = (target.members ?? []).map(\.name).filter { $0 != "$defs" }
        switch schemas.below(6) {
        case 0 where !keywords.isEmpty: target[schemas.pick(keywords)] = nil
        case 1 where !place.tokens.isEmpty: target = schemas.schema(depth: 1, inside: inside)
        case 2...4 where !keywords.isEmpty:
            let keyword = schemas.pick(keywords)
            if let value = target[keyword] { target[keyword] = nudged(keyword, value) }
        default: schemas.add(to: &target, depth: 1, inside: inside)
        }
        return schema.setting(place, to: target)
    }

    private func definition(of place: JSONPointer) -> Int {
        guard place.tokens.first == "$defs", place.tokens.count > 1 else { return -1 }
        return Int(place.tokens[1].dropFirst()) ?? -1
    }

    /// A little more or less of the same.
    private mutating func nudged(_ keyword: String, _ value: JSONTree) -> JSONTree {
        switch (keyword, value) {
        case (_, .number(let number)) where keyword != "const":
            let step: Int64 = schemas.below(2) == 0 ? 1 : -1
            return .number(JSONNumber(max(keyword.contains("mum") ? -9 : 1, (number.int64 ?? 1) + step)))
        case (_, .boolean(let flag)): return .boolean(!flag)
        case ("enum", .array(let values)) where values.count > 1: return .array(Array(values.dropFirst()))
        case ("required", .array(let values)) where values.count > 1: return .array(Array(values.dropLast()))
        case ("type", .string): return ["string", "object", "null"]
        case ("anyOf", .array(let values)), ("oneOf", .array(let values)), ("allOf", .array(let values)):
            return .array(
                values.count > 1 && schemas.below(2) == 0 ? Array(values.dropLast()) : values + [["type": "string"]]
            )
        default: return value
        }
    }

    /// The schema in other words that mean the same, and what was done.
    mutating func reworded(_ schema: JSONTree) -> (schema: JSONTree, edit: String) {
        let place = schemas.pick(SchemaPlaces.all(of: schema))
        guard let target = schema[place] else { return (schema, "nothing") }
        switch schemas.below(9) {
        case 0: return (shuffled(schema), "shuffled")
        case 1: return (wrapped(schema, place, target), "wrapped \(place)")
        case 2: return (inlined(schema), "inlined")
        case 3: return (renamed(schema), "renamed")
        case 4: return (extracted(schema, place, target), "extracted \(place)")
        case 5: return (annotated(schema, place, target), "annotated \(place)")
        case 6: return (constant(schema), "enum and const")
        case 7: return (types(schema), "types")
        default: return (numbers(schema), "numbers")
        }
    }

    private mutating func shuffled(_ tree: JSONTree) -> JSONTree {
        if let elements = tree.elements { return .array(elements.map { shuffled($0) }) }
        guard let members = tree.members else { return tree }
        return .object(
            members.map { JSONTree.Member(name: $0.name, value: shuffled($0.value)) }.shuffled(using: &schemas.random)
        )
    }

    private func wrapped(_ schema: JSONTree, _ place: JSONPointer, _ target: JSONTree) -> JSONTree {
        guard !place.tokens.isEmpty else {
            var inner = target
            inner["$defs"] = nil
            var outer: JSONTree = ["allOf": [inner]]
            outer["$defs"] = target["$defs"]
            return outer
        }
        return schema.setting(place, to: ["allOf": [target]])
    }

    /// The first reference replaced by what it names.
    private func inlined(_ schema: JSONTree) -> JSONTree {
        for place in SchemaPlaces.all(of: schema) {
            guard var target = schema[place], let reference = target["$ref"]?.string,
                let named = JSONPointer(String(reference.dropFirst())).flatMap({ schema[$0] })
            else { continue }
            target["$ref"] = nil
            target["allOf"] = .array((target["allOf"]?.elements ?? []) + [named])
            return schema.setting(place, to: target)
        }
        return schema
    }

    private func renamed(_ schema: JSONTree) -> JSONTree {
        guard let definitions = schema["$defs"]?.members else { return schema }
        var renamed = schema
        renamed["$defs"] = .object(definitions.map { .init(name: "other_\($0.name)", value: $0.value) })
        return references(of: renamed)
    }

    private func references(of tree: JSONTree) -> JSONTree {
        if let elements = tree.elements { return .array(elements.map(references)) }
        guard let members = tree.members else { return tree }
        return .object(
            members.map { member in
                guard member.name == "$ref", let text = member.value.string else {
                    return .init(name: member.name, value: references(of: member.value))
                }
                return .init(name: "$ref", value: .string(text.replacing("#/$defs/", with: "#/$defs/other_")))
            }
        )
    }

    private func extracted(_ schema: JSONTree, _ place: JSONPointer, _ target: JSONTree) -> JSONTree {
        guard !place.tokens.isEmpty, place.tokens.first != "$defs" else { return schema }
        let name = "extracted_\(schema["$defs"]?.members?.count ?? 0)"
        var extracted = schema.setting(place, to: ["$ref": "#/$defs/\(name)"])
        var definitions = extracted["$defs"] ?? .object([])
        definitions[name] = target
        extracted["$defs"] = definitions
        return extracted
    }

    private func annotated(_ schema: JSONTree, _ place: JSONPointer, _ target: JSONTree) -> JSONTree {
        guard target.members != nil else { return schema }
        var annotated = target
        annotated["title"] = "A title"
        annotated["$comment"] = "A comment"
        annotated["default"] = ["type": "string"]
        annotated["examples"] = [1]
        return schema.setting(place, to: annotated)
    }

    private func constant(_ schema: JSONTree) -> JSONTree {
        everywhere(schema) { target in
            if let value = target["const"], target["enum"] == nil {
                target["const"] = nil
                target["enum"] = [value]
            } else if let values = target["enum"]?.elements, values.count == 1, target["const"] == nil {
                target["enum"] = nil
                target["const"] = values[0]
            }
        }
    }

    private func types(_ schema: JSONTree) -> JSONTree {
        everywhere(schema) { target in
            guard let type = target["type"] else { return }
            if let list = type.elements {
                target["type"] = list.count == 1 ? list[0] : .array(list.reversed())
            } else {
                target["type"] = [type]
            }
        }
    }

    private func numbers(_ schema: JSONTree) -> JSONTree {
        everywhere(schema) { target in
            for member in target.members ?? [] {
                if let number = member.value.number { target[member.name] = .number(respelled(number)) }
            }
        }
    }

    private func respelled(_ number: JSONNumber) -> JSONNumber {
        JSONNumber(checked: number.literal.contains(".") ? "\(number.literal)0" : "\(number.literal).0")
    }

    private func everywhere(_ schema: JSONTree, _ edit: (inout JSONTree) -> Void) -> JSONTree {
        var edited = schema
        // Inner schemas first: an edit of an outer one may move them.
        for place in SchemaPlaces.all(of: schema).reversed() {
            guard var target = edited[place], target.members != nil else { continue }
            edit(&target)
            edited = edited.setting(place, to: target)
        }
        return edited
    }
}
