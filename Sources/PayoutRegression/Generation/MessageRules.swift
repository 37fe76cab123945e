package import PayoutContract
package import PayoutVectors
import StrictJSON

/// The rules that a single message of a type can break, as far as its schemas and their checks say.
///
/// A rule about more than one message, about a signature, a header or what a program does is none of them.
package struct MessageRules: Sendable {
    /// The rules, in the order of the register.
    package let all: [Rule]

    /// Reads the schemas of a message.
    ///
    /// - Throws: an error when they or the register can't be read.
    package init(_ type: MessageType, contract: Contract, vectors: VectorSet) throws(ContractError) {
        let library: SchemaLibrary
        do {
            library = SchemaLibrary(try vectors.schemaDocuments(reachableFrom: type.schemaURI))
        } catch {
            throw ContractError(error)
        }
        let register = try contract.rules()
        let places = Self.places(from: SchemaPlace(uri: type.schemaURI, pointer: .root), in: library)
        // An echo compares a message with its request.
        let constraints = try ConstraintCatalogue(library, rules: register).all
            .filter { places.contains($0.schema) && $0.keyword != "x-echo" }
        let named = Set(constraints.flatMap(\.rules))
        all = register.all.filter { named.contains($0.id) || $0.subjects.contains(.text) }
    }

    /// Whether a message can break the rule.
    package func contains(_ rule: RuleID) -> Bool { all.contains { $0.id == rule } }

    /// Every schema that may apply to a part of a message.
    private static func places(from root: SchemaPlace, in library: SchemaLibrary) -> Set<SchemaPlace> {
        var found: Set<SchemaPlace> = []
        var waiting = [root]
        while let place = waiting.popLast() {
            guard let schema = library[place], found.insert(place).inserted else { continue }
            let reference = schema["$ref"]?.string
            if let target = reference.flatMap({ library.target(of: $0, from: place) }) { waiting.append(target) }
            waiting += library.subschemas(of: place)
        }
        return found
    }
}
