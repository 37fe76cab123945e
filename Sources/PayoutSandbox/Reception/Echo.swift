import StrictJSON

/// What the bank sends back of a request.
enum Echo {
    /// An object as it was written, or without its nulls where it has some: the bank never sends null.
    ///
    /// Nil for anything else, such as the empty array that PHP writes for an empty object.
    static func object(_ value: JSONValue) -> [UInt8]? {
        guard value.kind == .object else { return nil }
        guard hasNull(value) else { return value.rawBytes }
        return JSONWriter().write(pruned(JSONTree(value)) { $0.value == .null })
    }

    /// An object without its nulls and without members called `token`, which stand for money and are never shown.
    static func withoutTokens(_ value: JSONValue) -> [UInt8] {
        JSONWriter().write(pruned(JSONTree(value)) { $0.value == .null || $0.name == "token" })
    }

    // The depth of both is that of the document, which the text policy bounds.
    private static func hasNull(_ value: JSONValue) -> Bool {
        switch value.kind {
        case .null: true
        case .object: value.members.contains { hasNull($0.value) }
        case .array: value.elements.contains { hasNull($0) }
        case .boolean, .number, .string: false
        }
    }

    private static func pruned(_ tree: JSONTree, _ isLeftOut: (JSONTree.Member) -> Bool) -> JSONTree {
        switch tree {
        case .object(let members):
            .object(
                members.filter { !isLeftOut($0) }.map { .init(name: $0.name, value: pruned($0.value, isLeftOut)) }
            )
        case .array(let elements):
            .array(elements.filter { $0 != .null }.map { pruned($0, isLeftOut) })
        case .null, .boolean, .number, .string:
            tree
        }
    }
}

extension JSONValue {
    /// The member of that name unless it is null.
    func member(_ name: String) -> JSONValue? {
        guard let value = self[name], !value.isNull else { return nil }
        return value
    }
}
