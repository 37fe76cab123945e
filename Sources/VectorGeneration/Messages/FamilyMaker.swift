import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

/// Makes the cases of all constraints.
struct FamilyMaker {
    /// The most values that are tried for one constraint.
    static let siteLimit = 16

    let catalogue: ConstraintCatalogue
    let judge: Judge
    let rules: RuleRegister
    let conditions: ConditionSearch
    let repair: BodyRepair
    var attribution: Attribution
    let echoes: EchoProbes
    let nullRules: Set<RuleID>
    let longBodies: [AcceptedBody]
    var pool: BodyPool
    var files: CaseFiles = CaseFiles()
    private(set) var gaps: [MessageFamilies.Gap] = []

    init(_ vectors: VectorSet, rules: RuleRegister, bodies: [AcceptedBody]) throws(ContractError) {
        let library = try SchemaLibrary(vectors)
        catalogue = try ConstraintCatalogue(library, rules: rules)
        let contract = try Contract(vectors: vectors)
        judge = Judge(contract: contract, rules: rules)
        repair = BodyRepair(contract: contract, walk: SchemaWalk(library))
        conditions = try ConditionSearch(library)
        attribution = try Attribution(vectors)
        echoes = EchoProbes(bodies)
        pool = BodyPool(bodies.filter { $0.byteCount <= BodyReduction.byteLimit }, library: library)
        longBodies = bodies.filter { $0.byteCount > BodyReduction.byteLimit }
        self.rules = rules
        nullRules = Set(
            catalogue.all.filter { $0.keyword == "not" && $0.value == ["type": "null"] }.flatMap(\.rules)
        )
    }

    /// The case files, in the order of their paths.
    var generatedFiles: [GeneratedFile] { files.made }

    mutating func run() throws(ContractError) {
        try addParts()
        try addMissingMembers()
        for constraint in catalogue.all { try addCases(of: constraint) }
    }

    mutating func addCases(of constraint: Constraint) throws(ContractError) {
        var isMade = false
        if constraint.keyword == "x-echo" { isMade = try addEcho(of: constraint) }
        if constraint.role == .condition || constraint.role == .alternative || constraint.keyword.hasSuffix("Of") {
            isMade = try addDecisions(of: constraint)
        }
        if constraint.role != .condition { isMade = try addProbes(of: constraint) || isMade }
        if !isMade { gaps.append(MessageFamilies.Gap(constraint: constraint, reason: reason(constraint))) }
    }

    func reason(_ constraint: Constraint) -> String {
        guard pool.reaches(constraint.schema) else { return "no accepted body reaches the schema" }
        guard !pool.present(constraint.schema).isEmpty else { return "no accepted body has a value there" }
        if constraint.role == .condition { return "no accepted body tells it from a changed one" }
        return "no change of a body breaks it and nothing else"
    }
}

/// The ids of generated cases.
enum CaseID {
    static func of(_ place: SchemaPlace, _ end: String) -> String {
        let path = place.pointer.tokens.filter { $0 != "properties" }
        return (["gen", place.family, place.name] + path + [end]).joined(separator: ".")
    }
}
