import PayoutContract
import StrictJSON

/// The accepted bodies, and where the schemas meet them.
struct BodyPool {
    /// A schema object meeting a value of one body.
    struct Meeting {
        let body: AcceptedBody
        let site: SchemaSite

        /// The value; nil where the member is absent.
        var value: JSONTree? { site.isPresent ? body.tree[site.instance] : nil }
    }

    private let walk: SchemaWalk
    private let library: SchemaLibrary
    /// The meetings with values, and those with members that are absent: most places have many of one kind.
    private var found: [SchemaPlace: [Meeting]] = [:]
    private var missed: [SchemaPlace: [Meeting]] = [:]

    /// Makes a pool of bodies, the first ones preferred.
    init(_ bodies: [AcceptedBody], library: SchemaLibrary) {
        self.library = library
        walk = SchemaWalk(library)
        for body in bodies { insert(body) }
    }

    /// Where the schemas meet the values of a body.
    func sites(of body: AcceptedBody) -> [SchemaSite] { walk.sites(of: body.tree, schema: body.type.schemaURI) }

    /// Adds a body behind the others.
    mutating func insert(_ body: AcceptedBody) {
        for site in sites(of: body) {
            let meeting = Meeting(body: body, site: site)
            if site.isPresent {
                found[site.schema, default: []].append(meeting)
            } else {
                missed[site.schema, default: []].append(meeting)
            }
        }
    }

    /// The meetings of a schema object with values that are there.
    func present(_ place: SchemaPlace) -> [Meeting] {
        found[place] ?? []
    }

    /// The values of one body that a schema object meets, present or not.
    func meetings(of place: SchemaPlace, in body: AcceptedBody) -> [SchemaSite] {
        (present(place) + absent(place)).filter { $0.body.id == body.id }.map(\.site)
    }

    /// The places where a member could be that the schema object describes.
    func absent(_ place: SchemaPlace) -> [Meeting] {
        missed[place] ?? []
    }

    /// The value of an annotation keyword of a schema object.
    func annotation(_ keyword: String, of place: SchemaPlace) -> JSONTree? { library[place]?[keyword] }

    /// The members that no body has, by the schema objects that describe them.
    var membersWithoutValue: [SchemaPlace] {
        missed.keys
            .filter { place in
                let tokens = place.pointer.tokens
                return tokens.count > 1 && tokens[tokens.count - 2] == "properties" && present(place).isEmpty
                    && Set(tokens).isDisjoint(with: ["if", "not", "then", "else", "x-should"])
                    && library[place]?["not"] != [:]
            }
            .sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
    }

    /// The schema objects of elements that no list of any body has.
    var elementsWithoutValue: [SchemaPlace] {
        found.keys
            .filter { library[$0]?["items"]?.members != nil }
            .map { $0.appending("items") }
            .filter { present($0).isEmpty }
            .sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
    }

    /// Whether any body meets the schema object, with a value or without.
    func reaches(_ place: SchemaPlace) -> Bool { found[place] != nil || missed[place] != nil }

    /// Values that the schema object may have accepted: from bodies that have them, then an example or the simplest one.
    func donors(_ place: SchemaPlace) -> [JSONTree] {
        var values: [JSONTree] = []
        for meeting in present(place).prefix(40) {
            guard let value = meeting.value, value != .null, !values.contains(value) else { continue }
            values.append(value)
        }
        guard let schema = library[place] else { return values }
        if let reference = schema["$ref"]?.string, let target = library.target(of: reference, from: place) {
            values += donors(target)
        }
        return values + SampleValues.valid(for: schema)
    }
}
