@_spi(Tape) import StrictJSON

/// Turns the schemas that a root can reach into the tables of a program.
///
/// Subschemas are numbered when something refers to them and compiled from a list of those that wait, so that neither
/// deep schemas nor circles of references recurse.
struct SchemaCompiler {
    /// Larger schemas are refused; node numbers are 32 bits wide.
    static let maximumNodeCount = 1_000_000

    let registry: SchemaRegistry
    let options: SchemaOptions
    var builder = ProgramBuilder()
    var documents: [RegisteredDocument] = []
    var resources: [ResourceName] = []
    /// The vocabularies of each resource, and whether `format` is asserted there.
    private var dialects: [Dialect?] = []
    private var documentNumbers: [ObjectIdentifier: Int32] = [:]
    private var resourceNumbers: [Place: Int32] = [:]
    private var nodeNumbers: [Place: Int32] = [:]
    private var waiting: [Int32] = []
    /// The number of each dynamic anchor's name.
    var dynamicAnchorNumbers: [String: Int32] = [:]

    /// A value of a document.
    struct Place: Hashable {
        var document: Int32
        var index: Int32
    }

    init(registry: SchemaRegistry, options: SchemaOptions) {
        self.registry = registry
        self.options = options
    }

    /// Compiles the schema that `entry` stands for, or the one inside it that `fragment` names.
    static func compile(
        _ uri: String,
        in registry: SchemaRegistry,
        options: SchemaOptions
    ) throws(SchemaError) -> Program {
        var compiler = SchemaCompiler(registry: registry, options: options)
        _ = try compiler.resolve(URIReference(uri), from: nil)
        try compiler.compileWaiting()
        let order = try compiler.orderByReference()
        compiler.findTracking()
        var lowering = VerdictLowering(compiler.builder)
        lowering.lower(order: order)
        return Program(
            lowering.builder,
            isPartial: lowering.isPartial,
            documents: compiler.documents,
            resources: compiler.resources
        )
    }

    private mutating func compileWaiting() throws(SchemaError) {
        repeat {
            while let node = waiting.popLast() { try compile(node) }
            try addDynamicTargets()
        } while !waiting.isEmpty
    }

    // MARK: Numbers

    mutating func number(of document: RegisteredDocument) -> Int32 {
        let key = ObjectIdentifier(document)
        if let number = documentNumbers[key] { return number }
        let number = Int32(documents.count)
        documents.append(document)
        documentNumbers[key] = number
        return number
    }

    mutating func number(of resource: SchemaResource, in document: Int32) -> Int32 {
        let place = Place(document: document, index: Int32(resource.root))
        if let number = resourceNumbers[place] { return number }
        let number = Int32(resources.count)
        resources.append(ResourceName(uri: resource.uri, document: document, root: Int32(resource.root)))
        dialects.append(nil)
        resourceNumbers[place] = number
        return number
    }

    /// The number of the subschema at a value of a document, inside a resource unless it starts one of its own.
    mutating func node(document: Int32, index: Int, resource: Int32) throws(SchemaError) -> Int32 {
        let place = Place(document: document, index: Int32(index))
        if let number = nodeNumbers[place] { return number }
        guard builder.nodes.count < SchemaCompiler.maximumNodeCount else {
            throw SchemaError(
                code: .tooLarge,
                schemaURI: resources[Int(resource)].uri,
                pointer: .root,
                detail: "the schema has more than \(SchemaCompiler.maximumNodeCount) subschemas"
            )
        }
        var own = resource
        let registered = documents[Int(document)]
        if let embedded = registered.resourceAt[index] {
            own = number(of: registered.resources[embedded], in: document)
        }
        let number = Int32(builder.nodes.count)
        builder.nodes.append(Node(resource: own, document: document, index: Int32(index)))
        nodeNumbers[place] = number
        waiting.append(number)
        return number
    }

    /// The number of a subschema that stands below the subschema `parent`.
    mutating func child(_ value: JSONValue, of parent: Int32) throws(SchemaError) -> Int32 {
        let node = builder.nodes[Int(parent)]
        return try self.node(document: node.document, index: value.index, resource: node.resource)
    }

    // MARK: Errors

    func fail(_ code: SchemaError.Code, _ value: JSONValue, of node: Int32, _ detail: String) -> SchemaError {
        let owner = builder.nodes[Int(node)]
        let resource = resources[Int(owner.resource)]
        return SchemaError(
            code: code,
            schemaURI: resource.uri,
            pointer: value.document.withTape { $0.pointer(from: Int(resource.root), to: value.index) },
            detail: detail
        )
    }

    func invalid(_ context: KeywordContext, _ detail: String) -> SchemaError {
        fail(.invalidKeywordValue, context.value, of: context.node, "\(context.name) \(detail)")
    }

    // MARK: One subschema

    private mutating func compile(_ number: Int32) throws(SchemaError) {
        let node = builder.nodes[Int(number)]
        let schema = JSONValue(document: documents[Int(node.document)].document, index: Int(node.index))
        var draft = NodeDraft()
        switch schema.kind {
        case .boolean:
            if schema.boolean == false {
                draft.add(Instruction(operation: .never), .assertion, Site(node: number, keyword: -1))
            }
        case .object:
            try compile(schema, number: number, into: &draft)
        default:
            throw fail(.notASchema, schema, of: number, "a schema must be an object or a boolean")
        }
        builder.nodes[Int(number)].start = Int32(builder.instructions.count)
        for (instruction, site) in draft.inOrder {
            builder.instructions.append(instruction)
            builder.sites.append(site)
        }
        builder.nodes[Int(number)].end = Int32(builder.instructions.count)
    }

    private mutating func compile(
        _ schema: JSONValue,
        number: Int32,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        let dialect = try dialect(of: builder.nodes[Int(number)].resource)
        for member in schema.members {
            let name = member.name
            var context = KeywordContext(
                name: name,
                value: member.value,
                node: number,
                schema: schema,
                site: Site(node: number, keyword: Int32(member.value.index - 1))
            )
            guard let keyword = Keyword.named[name] else {
                if let advisory = options.advisoryKeyword, advisory == name {
                    try compileAdvisory(context, into: &draft)
                } else if let reason = NearMiss.reason(for: name) {
                    throw fail(.suspiciousKeyword, member.value, of: number, "\(name) \(reason)")
                }
                continue
            }
            context.assertsFormat = dialect.assertsFormat || options.assertsFormat
            guard dialect.vocabularies.contains(keyword.vocabulary) else { continue }
            try compile(keyword, context, into: &draft)
        }
    }

    /// Whether the keywords of the validation vocabulary have a meaning in a subschema.
    mutating func validates(_ node: Int32) throws(SchemaError) -> Bool {
        try dialect(of: builder.nodes[Int(node)].resource).vocabularies.contains(.validation)
    }

    private mutating func dialect(of resource: Int32) throws(SchemaError) -> Dialect {
        if let dialect = dialects[Int(resource)] { return dialect }
        let name = resources[Int(resource)]
        let registered = documents[Int(name.document)]
        var current = registered.resourceAt[Int(name.root)]
        var uri: String?
        while let index = current, uri == nil {
            uri = registered.resources[index].dialect
            current = registered.resources[index].parent
        }
        let dialect = try Dialect(uri: uri, registry: registry, resource: name)
        dialects[Int(resource)] = dialect
        return dialect
    }
}

/// What the compiler of one keyword is given.
struct KeywordContext {
    var name: String
    var value: JSONValue
    var node: Int32
    /// The schema object that the keyword stands in.
    var schema: JSONValue
    var site: Site
    var assertsFormat = false

    /// The same place for another keyword of the same schema object.
    func with(_ name: String, _ value: JSONValue) -> KeywordContext {
        KeywordContext(
            name: name,
            value: value,
            node: node,
            schema: schema,
            site: Site(node: node, keyword: Int32(value.index - 1)),
            assertsFormat: assertsFormat
        )
    }
}

/// The instructions of one subschema while its keywords are compiled.
struct NodeDraft {
    /// When an instruction runs: those that ask what was evaluated come after those that evaluate.
    enum Phase: Int {
        case assertion
        case reference
        case applicator
        case dependentApplicator
        case unevaluated
        case advice
    }

    private var parts: [(phase: Phase, instruction: Instruction, site: Site)] = []

    mutating func add(_ instruction: Instruction, _ phase: Phase, _ site: Site) {
        parts.append((phase, instruction, site))
    }

    /// By phase, and in a phase in the order of the schema.
    var inOrder: [(Instruction, Site)] {
        var result: [(Instruction, Site)] = []
        result.reserveCapacity(parts.count)
        for phase in Phase.assertion.rawValue...Phase.advice.rawValue {
            for part in parts where part.phase.rawValue == phase { result.append((part.instruction, part.site)) }
        }
        return result
    }
}
