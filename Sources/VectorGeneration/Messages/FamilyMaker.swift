import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

/// Makes the cases of all constraints.
struct FamilyMaker {
    /// The most values that are tried for one constraint.
    private static let siteLimit = 16

    private let catalogue: ConstraintCatalogue
    private let judge: Judge
    private let rules: RuleRegister
    private let conditions: ConditionSearch
    private let repair: BodyRepair
    private var attribution: Attribution
    private let echoes: EchoProbes
    private let nullRules: Set<RuleID>
    private let longBodies: [AcceptedBody]
    private var pool: BodyPool
    private var files: CaseFiles = CaseFiles()
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

    /// Adds a short body for each value that only long bodies have, and the long bodies behind all others.
    private mutating func addParts() throws(ContractError) {
        let reduction = BodyReduction(judge: judge)
        for body in longBodies {
            for site in pool.sites(of: body) where site.isPresent && pool.present(site.schema).isEmpty {
                let part = try reduction.reduced(body, keeping: site.instance)
                guard part.byteCount < body.byteCount, !files.contains(part.id) else { continue }
                files.add(record(of: part, from: body), of: part)
                pool.insert(part)
            }
        }
        for body in longBodies { pool.insert(body) }
    }

    private func record(of part: AcceptedBody, from body: AcceptedBody) -> MessageCaseRecord {
        MessageCaseRecord(
            id: part.id,
            title: "The body of \(body.id), without what it need not have",
            rules: [rules.defaultRule(forKeyword: "required")?.id ?? "MEMBER.REQUIRED"],
            level: .must,
            comment: "Nothing that is missing here is required: a check that asks for more is too strict.",
            tags: ["generated", "boundary"] + (part.warnings.isEmpty ? [] : ["advice"]),
            twin: nil,
            body: part.tree,
            expectation: .accept(warnings: part.warnings.sorted)
        )
    }

    /// Gives each listed value and each optional member that no body has to one body, so that what hangs on it can be met.
    private mutating func addMissingMembers() throws(ContractError) {
        // What a value brings with it may have members of its own that no body has.
        for _ in 0..<4 {
            var isDone = true
            for constraint in catalogue.all where constraint.keyword == "enum" && constraint.role == .assertion {
                if try addMissingValues(of: constraint) { isDone = false }
            }
            for place in pool.membersWithoutValue where try addMember(place) { isDone = false }
            for place in catalogue.elementPlaces where try addElement(place) { isDone = false }
            if isDone { return }
        }
    }

    private mutating func addMember(_ place: SchemaPlace) throws(ContractError) -> Bool {
        for meeting in pool.absent(place).prefix(Self.siteLimit) {
            for donor in pool.donors(place).prefix(6) {
                let name = Wording.name(of: meeting.site.instance)
                let isAdded = try add(donor, at: meeting, id: CaseID.of(place, "present"), rules: ruleOfMember(place)) {
                    "\(name) is there\($0)"
                }
                if isAdded { return true }
            }
        }
        return false
    }

    /// Gives a list that has no element in any body one.
    private mutating func addElement(_ place: SchemaPlace) throws(ContractError) -> Bool {
        guard let pointer = place.pointer.parent, pool.present(place).isEmpty else { return false }
        let list = SchemaPlace(uri: place.uri, pointer: pointer)
        for meeting in pool.present(list).prefix(Self.siteLimit) where meeting.value?.elements != nil {
            for donor in pool.donors(place).prefix(6) {
                let name = Wording.name(of: meeting.site.instance)
                let isAdded = try add([donor], at: meeting, id: CaseID.of(place, "present"), rules: ruleOfMember(place))
                {
                    "\(name) has an element\($0)"
                }
                if isAdded { return true }
            }
        }
        return false
    }

    /// Gives each value of an `enum` that no body has to one of the bodies that have another.
    private mutating func addMissingValues(of constraint: Constraint) throws(ContractError) -> Bool {
        let meetings = pool.present(constraint.schema)
        let known = meetings.compactMap(\.value)
        var isAnyAdded = false
        for value in constraint.value.elements ?? [] where !known.contains(value) {
            for meeting in meetings.prefix(Self.siteLimit) {
                let end = Wording.slug(value) ?? "other"
                let name = Wording.name(of: meeting.site.instance)
                let id = "\(constraint.caseID).\(end)"
                let isAdded = try add(value, at: meeting, id: id, rules: constraint.rules) {
                    "\(name) is \(Wording.shown(value))\($0)"
                }
                isAnyAdded = isAnyAdded || isAdded
                if isAdded { break }
            }
        }
        return isAnyAdded
    }

    /// Adds the accepted body that comes of a value in a place, and what it brings with it.
    private mutating func add(
        _ value: JSONTree,
        at meeting: BodyPool.Meeting,
        id: String,
        rules named: [RuleID],
        title: (String) -> String
    ) throws(ContractError) -> Bool {
        let base = meeting.body
        let changed = base.tree.setting(meeting.site.instance, to: value)
        let place = meeting.site.instance
        let pool = pool
        guard let body = try repair.repaired(changed, as: base.type, keeping: place, donors: pool.donors),
            let expectation = try judge.verdict(on: body, as: base.type, beside: Judge.Tolerance(known: base.warnings))
        else { return false }
        let record = MessageCaseRecord(
            id: id,
            title: title(body == changed ? "" : ", with what belongs to it"),
            rules: named,
            level: rules[named[0]]?.level ?? .must,
            comment: "\(named[0]) allows this: a check that refuses it is too strict.",
            tags: ["generated", "boundary"],
            twin: nil,
            body: body,
            expectation: expectation
        )
        files.add(record, of: base)
        let warnings = Set(expectation.findings)
        self.pool.insert(
            AcceptedBody(id: id, type: base.type, message: base.message, tree: body, warnings: warnings)
        )
        return true
    }

    private func ruleOfMember(_ place: SchemaPlace) -> [RuleID] {
        let own = catalogue.constraints(of: place).first?.rules ?? []
        return own.isEmpty ? [rules.defaultRule(forKeyword: "type")?.id ?? "MEMBER.TYPE"] : own
    }

    private mutating func addCases(of constraint: Constraint) throws(ContractError) {
        var isMade = false
        if constraint.keyword == "x-echo" { isMade = try addEcho(of: constraint) }
        if constraint.role == .condition || constraint.role == .alternative || constraint.keyword.hasSuffix("Of") {
            isMade = try addDecisions(of: constraint)
        }
        if constraint.role != .condition { isMade = try addProbes(of: constraint) || isMade }
        if !isMade { gaps.append(MessageFamilies.Gap(constraint: constraint, reason: reason(constraint))) }
    }

    private func reason(_ constraint: Constraint) -> String {
        guard pool.reaches(constraint.schema) else { return "no accepted body reaches the schema" }
        guard !pool.present(constraint.schema).isEmpty else { return "no accepted body has a value there" }
        if constraint.role == .condition { return "no accepted body tells it from a changed one" }
        return "no change of a body breaks it and nothing else"
    }

    /// How much may stand beside what a case is about; the purest cases are looked for first.
    private enum Purity: CaseIterable {
        /// The change breaks or keeps this constraint and is noticed by nothing else.
        case alone
        /// The change also brings advice about the same value.
        case advised
        /// The changed value also breaks another rule.
        case crowded
        /// Another schema object says the same of the value.
        case shared
    }

    /// Adds the first working probe of each kind.
    private mutating func addProbes(of constraint: Constraint) throws(ContractError) -> Bool {
        let sites = meetings(of: constraint).map { ProbeSite(constraint: constraint, meeting: $0, pool: pool) }
        var done: Set<String> = []
        for purity in Purity.allCases {
            var open: Set<String> = []
            for site in sites {
                try addProbes(at: site, purity, done: &done, open: &open)
                if open.isEmpty, !done.isEmpty { break }
            }
            if open.isEmpty { break }
        }
        return !done.isEmpty
    }

    private mutating func addProbes(
        at site: ProbeSite,
        _ purity: Purity,
        done: inout Set<String>,
        open: inout Set<String>
    ) throws(ContractError) {
        for probe in ProbeMaker.probes(site) where !done.contains(probe.suffix) {
            open.insert(probe.suffix)
            if !files.contains(id(of: probe, site.constraint)) {
                guard let expectation = try expectation(of: probe, at: site, purity) else { continue }
                add(probe, expectation, at: site)
            }
            done.insert(probe.suffix)
        }
        open.subtract(done)
    }

    private mutating func add(_ probe: Probe, _ expectation: Expectation, at site: ProbeSite) {
        let base = site.meeting.body
        if case .keeps = probe.aim, probe.body == base.tree {
            files.show(site.constraint.rules, by: base)
        } else {
            files.add(record(probe, expectation, at: site), of: base)
        }
    }

    /// The values to try, at most some of one place in one message; more where a condition has to hold as well.
    private func meetings(of constraint: Constraint) -> [BodyPool.Meeting] {
        struct Kind: Hashable {
            let type: MessageType
            let pointer: JSONPointer
        }
        let isForbidden = constraint.keyword == "not" && constraint.value == [:]
        let all = isForbidden ? pool.absent(constraint.schema) : pool.present(constraint.schema)
        let isConditional = !Set(constraint.schema.pointer.tokens).isDisjoint(with: ["then", "else"])
        var counts: [Kind: Int] = [:]
        let some = all.filter { meeting in
            let kind = Kind(type: meeting.body.type, pointer: meeting.site.instance)
            counts[kind, default: 0] += 1
            return counts[kind, default: 0] <= (isConditional ? 40 : 3)
        }
        return Array(some.prefix(isConditional ? Self.siteLimit * 10 : Self.siteLimit * 2))
    }

    private mutating func expectation(
        of probe: Probe,
        at site: ProbeSite,
        _ purity: Purity
    ) throws(ContractError) -> Expectation? {
        let base = site.meeting.body
        let place = site.pointer
        var tolerance = Judge.Tolerance(known: base.warnings)
        if purity != .alone { tolerance.advice = { finding in finding.pointer.map(place.isPrefix) ?? false } }
        tolerance.allowsErrorsInPlace = purity == .crowded || purity == .shared
        switch probe.aim {
        case .keeps:
            if probe.body[place] == .null, purity == .alone {
                let nullRules = nullRules
                tolerance.advice = { $0.pointer == place && nullRules.contains($0.rule) }
            }
            return try judge.verdict(on: probe.body, as: base.type, beside: tolerance)
        case .breaks(let findings):
            guard purity == .shared || attribution.isAlone(site.constraint, in: probe.body, as: base.type) else {
                return nil
            }
            for finding in findings {
                if let verdict = try judge.verdict(
                    on: probe.body,
                    as: base.type,
                    breaking: finding,
                    isAdvisory: site.meeting.site.isAdvisory,
                    beside: tolerance
                ) {
                    return verdict
                }
            }
            return nil
        }
    }

    private func record(_ probe: Probe, _ expectation: Expectation, at site: ProbeSite) -> MessageCaseRecord {
        let constraint = site.constraint
        var named = expectation.findings.map(\.rule)
            .filter { rule in
                if case .keeps = probe.aim { return nullRules.contains(rule) }
                return true
            }
        if case .keeps = probe.aim { named = constraint.rules + named }
        if named.isEmpty { named = constraint.rules }
        let isKept = expectation.isAccept
        return MessageCaseRecord(
            id: id(of: probe, constraint),
            title: probe.title,
            rules: Array(named.uniqued.prefix(8)),
            level: rules[named[0]]?.level ?? .must,
            comment: comment(probe, named[0]),
            tags: ["generated"] + (isKept && !expectation.findings.isEmpty ? ["advice"] : isKept ? ["boundary"] : []),
            twin: isKept ? nil : site.meeting.body.id,
            body: probe.body,
            expectation: expectation
        )
    }

    private func id(of probe: Probe, _ constraint: Constraint) -> String {
        probe.suffix.isEmpty ? constraint.caseID : "\(constraint.caseID).\(probe.suffix)"
    }

    private func comment(_ probe: Probe, _ rule: RuleID) -> String {
        if case .keeps = probe.aim { return "\(rule) allows this: a check that refuses it is too strict." }
        return rules[rule]?.why.en ?? "\(rule) forbids this."
    }
}

extension FamilyMaker {
    /// Adds an answer beside the request that it repeats, and beside one that it does not.
    private mutating func addEcho(of constraint: Constraint) throws(ContractError) -> Bool {
        let judge = judge
        let rule = constraint.rules[0]
        func expectation(_ pair: EchoProbes.Pair, isKept: Bool) -> Expectation {
            isKept
                ? .accept(warnings: pair.answer.warnings.sorted)
                : .reject(ExpectedFinding(rule: rule, pointer: pair.place))
        }
        let pair = try echoes.pair(of: constraint, in: pool.present(constraint.schema)) {
            (pair, type) throws(ContractError) in
            for (isKept, request) in [(true, pair.kept), (false, pair.broken)] {
                let any = Judge.Tolerance(known: [], advice: { _ in true })
                let answer = pair.answer
                guard try judge.verdict(on: request, as: type, beside: any) != nil,
                    try judge.agrees(
                        expectation(pair, isKept: isKept),
                        on: answer.tree,
                        as: answer.type,
                        request: request
                    )
                else { return false }
            }
            return true
        }
        guard let pair else { return false }
        let name = Wording.name(of: pair.place)
        let kept = "\(constraint.caseID).kept"
        for (id, twin, request) in [(kept, nil, pair.kept), (constraint.caseID, kept, pair.broken)] {
            let record = MessageCaseRecord(
                id: id,
                title: twin == nil ? "\(name) comes back as it was sent" : "\(name) is not what was sent",
                rules: [rule],
                level: rules[rule]?.level ?? .must,
                comment: rules[rule]?.why.en ?? "\(rule) says so.",
                tags: ["generated", "echo"],
                twin: twin,
                body: pair.answer.tree,
                request: request,
                expectation: expectation(pair, isKept: twin == nil)
            )
            files.add(record, of: pair.answer)
        }
        return true
    }

    /// Finds, for each change of a condition or of a choice, an accepted body that the changed one would refuse.
    private mutating func addDecisions(of constraint: Constraint) throws(ContractError) -> Bool {
        var isMade = false
        for alteration in constraint.alterations {
            guard let body = conditions.body(telling: constraint, from: alteration, in: pool) else {
                isMade = try addDecision(constraint, alteration) || isMade
                continue
            }
            files.show(constraint.rules, by: body)
            isMade = true
        }
        return isMade
    }

    /// Adds a body that tells a condition from a changed one, made from an accepted one by another value in the place
    /// that the condition looks at.
    private mutating func addDecision(
        _ constraint: Constraint,
        _ alteration: Alteration
    ) throws(ContractError) -> Bool {
        for probe in conditions.probes(constraint, alteration, in: pool) {
            let base = probe.base
            var tolerance = Judge.Tolerance(known: base.warnings)
            let expected = nullRules.union(constraint.rules)
            tolerance.advice = { expected.contains($0.rule) }
            guard let expectation = try judge.verdict(on: probe.body, as: base.type, beside: tolerance) else {
                continue
            }
            let record = MessageCaseRecord(
                id: "\(constraint.caseID).\(Wording.slug(alteration.name))",
                title: "\(probe.title), which \(constraint.rules[0]) hangs on",
                rules: (constraint.rules + expectation.findings.map(\.rule)).uniqued,
                level: rules[constraint.rules[0]]?.level ?? .must,
                comment:
                    "A check of \(constraint.rules[0]) that looks at another condition judges this body otherwise.",
                tags: ["generated", expectation.findings.isEmpty ? "boundary" : "advice"],
                twin: nil,
                body: probe.body,
                expectation: expectation
            )
            guard !files.contains(record.id) else { return true }
            files.add(record, of: base)
            return true
        }
        return false
    }
}

extension ConstraintCatalogue {
    /// The schema objects of elements that constraints stand in.
    fileprivate var elementPlaces: [SchemaPlace] {
        all.filter { $0.role == .assertion && $0.schema.pointer.tokens.last == "items" }.map(\.schema).uniqued
    }
}

/// The ids of generated cases.
enum CaseID {
    static func of(_ place: SchemaPlace, _ end: String) -> String {
        let path = place.pointer.tokens.filter { $0 != "properties" }
        return (["gen", place.family, place.name] + path + [end]).joined(separator: ".")
    }
}

extension Array where Element: Hashable {
    /// The elements in their order, each once.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
