@_spi(Tape) import StrictJSON
import Synchronization

/// A compiled schema: flat tables, written once by the compiler and read by any number of threads.
final class Program: Sendable {
    /// Subschemas by number; 0 is the one that was compiled.
    let nodes: [Node]
    let sites: [Site]
    let documents: [RegisteredDocument]
    /// The URIs of the resources, by the numbers in `Node.resource`.
    let resources: [ResourceName]
    let numbers: [JSONNumber]
    let valueSets: [ValueSet]
    let patterns: [Pattern]
    /// The nodes that a dynamic anchor leads to, by anchor number and resource number.
    let dynamicAnchors: [[Int32: Int32]]
    /// Whether the way that led to a subschema may decide what a reference means.
    let usesDynamicScope: Bool
    /// Whether a subschema asks what others have evaluated.
    let usesAnnotations: Bool
    /// Whether any subschema gives advice.
    let usesAdvice: Bool
    let storage: ProgramStorage
    /// What violations say about an instruction; made when the first of them does.
    private let places = Mutex<[Int32: KeywordPlace]>([:])

    /// Whether verdict code leaves some subschemas to the evaluator.
    let isPartial: Bool

    init(_ builder: ProgramBuilder, isPartial: Bool, documents: [RegisteredDocument], resources: [ResourceName]) {
        nodes = builder.nodes
        sites = builder.sites
        numbers = builder.numbers
        valueSets = builder.valueSets
        patterns = builder.patterns
        dynamicAnchors = builder.dynamicAnchors
        usesDynamicScope = builder.dynamicAnchors.contains { !$0.isEmpty }
        usesAnnotations = builder.nodes.contains { $0.tracks }
        usesAdvice = builder.instructions.contains { $0.operation == .advisory }
        storage = ProgramStorage(builder)
        self.isPartial = isPartial
        self.documents = documents
        self.resources = resources
    }

    /// The bytes of a name.
    func name(_ number: Int32) -> String {
        let record = storage.view.names[Int(number)]
        return String(
            decoding: UnsafeBufferPointer(start: storage.view.bytes + Int(record.offset), count: Int(record.count)),
            as: UTF8.self
        )
    }
}

extension Program {
    /// The keyword that an instruction comes from, and where it stands.
    func place(ofInstruction number: Int32) -> KeywordPlace {
        if let known = places.withLock({ $0[number] }) { return known }
        let site = sites[Int(number)]
        let node = nodes[Int(site.node)]
        let resource = resources[Int(node.resource)]
        let place = documents[Int(node.document)].document
            .withTape { tape in
                let isKeyword = site.keyword >= 0
                return KeywordPlace(
                    keyword: isKeyword ? tape.string(Int(site.keyword)) : "",
                    uri: resource.uri,
                    pointer: tape.pointer(
                        from: Int(resource.root),
                        to: isKeyword ? Int(site.keyword) + 1 : Int(node.index)
                    )
                )
            }
        places.withLock { $0[number] = place }
        return place
    }
}

/// Where a keyword stands.
struct KeywordPlace: Sendable {
    /// The keyword's name, empty for the schema `false`.
    var keyword: String
    /// The URI of the resource.
    var uri: String
    /// The place inside the resource.
    var pointer: JSONPointer
}

/// One subschema.
struct Node: Sendable {
    /// Its instructions, in the order of evaluation.
    var start: Int32 = 0
    var end: Int32 = 0
    var resource: Int32
    var document: Int32
    /// The schema itself, as an index of its document's tape.
    var index: Int32
    /// Whether it asks what was evaluated at its location, so that this has to be recorded.
    var tracks = false
}

/// Where an instruction comes from.
struct Site: Sendable {
    var node: Int32
    /// The keyword's name as an index of the document's tape, or -1 for the schema `false`.
    var keyword: Int32
}

/// The identity of a schema resource.
struct ResourceName: Sendable {
    var uri: String
    var document: Int32
    var root: Int32
}

/// The values of `enum` or `const`.
struct ValueSet: Sendable {
    /// The values as written in the schema.
    var values: [JSONValue]
    /// The kinds of instances among the values.
    var kinds: UInt8
    /// The strings, as a plan whose candidates are the values.
    var strings: Int32
    /// The integers in ascending order, where all numbers are integers of 64 bits.
    var integers: [Int64]?
    /// What it costs to compare a value with all of them.
    var cost: Int
}
