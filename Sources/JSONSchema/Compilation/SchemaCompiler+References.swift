import StrictJSON

extension SchemaCompiler {
    /// The subschema that a URI leads to.
    struct Target {
        var node: Int32
        var document: Int32
        var resource: SchemaResource
        /// The plain name of the fragment where it is an anchor.
        var anchor: String?
    }

    /// Finds what `reference`, already absolute, leads to; `context` is the keyword that holds it.
    mutating func resolve(
        _ reference: URIReference,
        from context: KeywordContext?
    ) throws(SchemaError) -> Target {
        let uri = reference.withoutFragment.text
        func unknown(_ detail: String) -> SchemaError {
            if let context { return fail(.unknownReference, context.value, of: context.node, detail) }
            return SchemaError(code: .unknownReference, schemaURI: uri, pointer: .root, detail: detail)
        }
        guard let entry = registry.entry(uri) else { throw unknown("the registry holds no schema \(uri)") }
        let document = number(of: entry.document)
        var resource = entry.document.resources[entry.resource]
        guard let fragment = URIReference.percentDecoded(reference.fragment ?? "") else {
            throw unknown("the fragment is not well formed")
        }
        var index = resource.root
        var anchor: String?
        if fragment.utf8.isEmpty {
            // The fragment stands for the whole resource.
        } else if fragment.utf8.first == 0x2F {
            guard let pointer = JSONPointer(fragment) else { throw unknown("the fragment is no JSON Pointer") }
            for token in pointer.tokens {
                let value = JSONValue(document: entry.document.document, index: index)
                guard let next = value.value(at: JSONPointer(tokens: [token])) else {
                    throw unknown("nothing is at \(pointer) of \(uri)")
                }
                index = next.index
                if let embedded = entry.document.resourceAt[index] { resource = entry.document.resources[embedded] }
            }
        } else {
            guard let place = resource.anchors[fragment] else { throw unknown("no anchor has the name \(fragment)") }
            index = place
            anchor = fragment
        }
        let owner = number(of: resource, in: document)
        let node = try self.node(document: document, index: index, resource: owner)
        return Target(node: node, document: document, resource: resource, anchor: anchor)
    }

    /// Finds what the value of `$ref` or `$dynamicRef` leads to.
    mutating func resolve(_ context: KeywordContext) throws(SchemaError) -> Target {
        guard let text = context.value.string else { throw invalid(context, "must be a string") }
        let base = resources[Int(builder.nodes[Int(context.node)].resource)].uri
        return try resolve(URIReference(text).resolved(against: URIReference(base)), from: context)
    }

    /// Gives every dynamic anchor in use a subschema in each resource that defines it (core 8.2.3.2).
    mutating func addDynamicTargets() throws(SchemaError) {
        for (name, number) in dynamicAnchorNumbers {
            var position = 0
            while position < resources.count {
                let resource = resources[position]
                let registered = documents[Int(resource.document)]
                if builder.dynamicAnchors[Int(number)][Int32(position)] == nil,
                    let index = registered.resourceAt[Int(resource.root)],
                    let place = registered.resources[index].dynamicAnchors[name]
                {
                    let node = try self.node(document: resource.document, index: place, resource: Int32(position))
                    builder.dynamicAnchors[Int(number)][Int32(position)] = node
                }
                position += 1
            }
        }
    }
}
