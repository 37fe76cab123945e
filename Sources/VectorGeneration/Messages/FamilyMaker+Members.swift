import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

// Bodies for members, values and elements that no body has.
extension FamilyMaker {
    /// Adds a short body for each value that only long bodies have, and the long bodies behind all others.
    mutating func addParts() throws(ContractError) {
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
    mutating func addMissingMembers() throws(ContractError) {
        // What a value brings with it may have members of its own that no body has.
        for _ in 0..<4 {
            var isDone = true
            for constraint in catalogue.all where constraint.keyword == "enum" && constraint.role == .assertion {
                if try addMissingValues(of: constraint) { isDone = false }
            }
            for place in pool.membersWithoutValue where try addMember(place) { isDone = false }
            for place in pool.elementsWithoutValue where try addElement(place) { isDone = false }
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
        guard let pointer = place.pointer.parent else { return false }
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
}
