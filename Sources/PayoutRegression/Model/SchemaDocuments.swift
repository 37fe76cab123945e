package import PayoutVectors
package import StrictJSON

/// The documents that a schema is spread over, and the way from a reference to what it names.
package struct SchemaDocuments: Sendable {
    /// A schema object: the document that holds it, by its URI, and its place there.
    package struct Place: Hashable, Sendable {
        package let uri: String
        package let pointer: JSONPointer

        func appending(_ tokens: String...) -> Place {
            Place(uri: uri, pointer: JSONPointer(tokens: pointer.tokens + tokens))
        }
    }

    /// The schema of the message.
    package let root: Place
    fileprivate let trees: [String: JSONTree]
    /// Resources and anchors by what a reference to them says.
    private let names: [String: Place]

    /// Takes documents of which the first one holds the schema of the message at its root.
    package init(_ documents: [JSONDocument]) {
        var trees: [String: JSONTree] = [:]
        var names: [String: Place] = [:]
        var root = Place(uri: "", pointer: .root)
        for (position, document) in documents.enumerated() {
            let tree = JSONTree(document.root)
            let uri = tree["$id"]?.string ?? ""
            trees[uri] = tree
            if position == 0 { root = Place(uri: uri, pointer: .root) }
            Self.collect(tree, at: Place(uri: uri, pointer: .root), base: uri, into: &names)
        }
        self.root = root
        self.trees = trees
        self.names = names
    }

    /// The schemas that a message's schema reaches in a set of vectors.
    package init(_ vectors: VectorSet, uri: String) throws(VectorError) {
        self.init(try vectors.schemaDocuments(reachableFrom: uri))
    }

    /// The schema at a place; true, which allows everything, where there is none.
    func schema(at place: Place) -> JSONTree {
        trees[place.uri]?[place.pointer] ?? true
    }

    /// What a `$ref` in a schema leads to, or nil when it leads nowhere.
    func target(of reference: String, from place: Place) -> Place? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let fragment = parts.count > 1 ? String(parts[1]) : ""
        guard let resource = name.isEmpty ? base(of: place) : names[name] ?? names[Self.join(place.uri, name)] else {
            return nil
        }
        if fragment.isEmpty { return resource }
        if fragment.hasPrefix("/") {
            guard let pointer = JSONPointer(Self.percentDecoded(fragment)) else { return nil }
            let target = Place(
                uri: resource.uri,
                pointer: JSONPointer(tokens: resource.pointer.tokens + pointer.tokens)
            )
            return trees[target.uri]?[target.pointer] == nil ? nil : target
        }
        let identifier = trees[resource.uri]?[resource.pointer]?["$id"]?.string ?? resource.uri
        return names["\(identifier)#\(fragment)"]
    }

    /// Keywords that may stand beside a reference without saying anything.
    private static let silent: Set<String> = ["$schema", "$id", "$defs", "$comment", "title", "description"]

    /// Where a schema leads that does nothing but refer to another one; nil for any other.
    func onlyReference(at place: Place) -> Place? {
        var current = place
        // A circle of bare references is refused by the compiler; the bound is for models of what was not compiled.
        for _ in 0..<64 {
            let schema = schema(at: current)
            guard let reference = schema["$ref"]?.string, let target = target(of: reference, from: current),
                schema.members?.allSatisfy({ $0.name == "$ref" || Self.silent.contains($0.name) }) ?? false
            else { break }
            current = target
        }
        return current == place ? nil : current
    }

    /// The innermost resource around a place: references without a URI start there.
    private func base(of place: Place) -> Place {
        var pointer: JSONPointer? = place.pointer
        while let current = pointer {
            if trees[place.uri]?[current]?["$id"] != nil { return Place(uri: place.uri, pointer: current) }
            pointer = current.parent
        }
        return Place(uri: place.uri, pointer: .root)
    }

    private static func collect(
        _ tree: JSONTree,
        at place: Place,
        base: String,
        into names: inout [String: Place]
    ) {
        var base = base
        if let id = tree["$id"]?.string {
            base = place.pointer.tokens.isEmpty ? id : join(base, id)
            names[base] = place
            names[id] = place
        } else if place.pointer.tokens.isEmpty {
            names[base] = place
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let anchor = tree[keyword]?.string { names["\(base)#\(anchor)"] = place }
        }
        for member in tree.members ?? [] where !["enum", "const", "examples", "default"].contains(member.name) {
            collect(member.value, at: place.appending(member.name), base: base, into: &names)
        }
        for (position, element) in (tree.elements ?? []).enumerated() {
            collect(element, at: place.appending(String(position)), base: base, into: &names)
        }
    }

    /// A relative reference beside a URI: the last part of the path is replaced.
    private static func join(_ base: String, _ reference: String) -> String {
        guard !reference.contains(":"), let slash = base.lastIndex(of: "/") else { return reference }
        return String(base[...slash]) + reference
    }

    private static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SchemaDocuments {
    /// Whether any value of any document satisfies a condition.
    func contains(_ condition: (JSONTree) -> Bool) -> Bool {
        var waiting = Array(trees.values)
        while let tree = waiting.popLast() {
            if condition(tree) { return true }
            waiting += tree.elements ?? []
            waiting += (tree.members ?? []).map(\.value)
        }
        return false
    }
}
