import StrictJSON

/// Where the schemas inside a schema stand.
enum SchemaPlaces {
    private static let single: Set<String> = [
        "additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else",
        "unevaluatedProperties",
        "unevaluatedItems",
    ]
    private static let lists: Set<String> = ["prefixItems", "allOf", "anyOf", "oneOf"]
    private static let maps: Set<String> = ["properties", "patternProperties", "dependentSchemas", "$defs"]

    /// The place of each schema, the outermost first.
    static func all(of schema: JSONTree, at place: JSONPointer = .root) -> [JSONPointer] {
        var found = [place]
        for member in schema.members ?? [] {
            let inside = place.appending(member.name)
            if single.contains(member.name) { found += all(of: member.value, at: inside) }
            if lists.contains(member.name) {
                for (index, element) in (member.value.elements ?? []).enumerated() {
                    found += all(of: element, at: inside.appending(index))
                }
            }
            if maps.contains(member.name) {
                for child in member.value.members ?? [] {
                    found += all(of: child.value, at: inside.appending(child.name))
                }
            }
        }
        return found
    }
}
