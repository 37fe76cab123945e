import JSONSchema
import PayoutVectors
import StrictJSON

/// Compares two schemas by what they mean, place by place.
struct SchemaComparison {
    typealias NodeID = SchemaModel.NodeID

    /// Where the comparison stops, and says so.
    struct Limits {
        /// Deeper places are not compared.
        var depth = 40
        /// More changes of one message are not listed.
        var count = 2_000
        /// Definitions that are used several times each lead to more places than can be compared.
        var visitCount = 50_000
    }

    struct Pair: Hashable {
        let old: NodeID
        let new: NodeID
    }

    /// A pair that is being compared, and whether what it narrows narrows the whole.
    private struct Step {
        let pair: Pair
        let isExclusive: Bool
    }

    let old: SchemaModel
    let new: SchemaModel
    private let limits: Limits
    private(set) var differences: [SchemaDifference] = []
    /// What is known of pairs that are compared aside.
    let effects: EffectMemory
    private var open: [Step] = []
    private(set) var visitCount = 0
    /// How many differences were met, the ones that are listed elsewhere or mean the same among them.
    private var metCount = 0
    private var equivalenceCount = 0
    private var isStopped = false
    /// Whether one of several branches alone may hold here: then more in one of them may be less in all.
    private var isExclusive = false
    private var isBlurred = false
    /// What must stand at the place for a branch to apply.
    private var hosts: (old: NodeID, new: NodeID)?

    init(old: SchemaModel, new: SchemaModel, limits: Limits = Limits()) {
        self.init(old: old, new: new, limits: limits, effects: EffectMemory())
        compare(old.root, new.root, at: .root)
        if old.isCutOff || new.isCutOff {
            stop("one of the schemas leads to more than \(SchemaModel.maximumNodeCount) other ones", at: .root)
        }
        guard differences.isEmpty, equivalenceCount == 0, old.digest(of: old.root) != new.digest(of: new.root) else {
            return
        }
        add(.notCompared, at: .root, after: Self.notUnderstood, detail: detail([old.root], [new.root]))
    }

    init(old: SchemaModel, new: SchemaModel, limits: Limits, effects: EffectMemory) {
        self.old = old
        self.new = new
        self.limits = limits
        self.effects = effects
    }

    private static let notUnderstood = "the schemas differ here in a way that is not understood"

    mutating func add(
        _ kind: ChangeKind,
        at pointer: JSONPointer,
        name: String? = nil,
        before: String? = nil,
        after: String? = nil,
        effect: ChangeEffect? = nil,
        text: String? = nil,
        rule: String? = nil,
        detail: String? = nil
    ) {
        metCount += 1
        guard differences.count < limits.count || kind == .notCompared else { return stop(tooMany, at: pointer) }
        differences.append(
            SchemaDifference(
                kind: kind,
                pointer: pointer,
                name: name,
                before: before,
                after: after,
                effect: isCertain(kind) ? effect ?? kind.effect : (effect ?? kind.effect).blurred,
                text: text,
                hosts: hosts,
                rule: rule,
                detail: detail
            )
        )
    }

    /// What the nodes of a change demand, for changes that no text says in full.
    func detail(_ gone: [NodeID?], _ come: [NodeID?]) -> String {
        let digests = (gone.map { $0.map(old.digest) }, come.map { $0.map(new.digest) })
        func text(_ digests: [UInt64?]) -> String {
            digests.map { $0.map { String($0, radix: 16) } ?? "none" }.joined(separator: " ")
        }
        return "\(text(digests.0)) became \(text(digests.1))"
    }

    /// Takes note of a difference in words that means the same on both sides.
    mutating func passEquivalent() {
        metCount += 1
        equivalenceCount += 1
    }

    /// Says once that not everything is compared, at the first place where that is so.
    private mutating func stop(_ reason: String, at pointer: JSONPointer, detail: String? = nil) {
        metCount += 1
        guard !isStopped else { return }
        isStopped = true
        add(.notCompared, at: pointer, after: reason, detail: detail ?? self.detail([old.root], [new.root]))
    }

    /// Compares two nodes; equal ones, and pairs that are being compared further out, are passed over.
    mutating func compare(_ oldID: NodeID, _ newID: NodeID, at pointer: JSONPointer) {
        let pair = Pair(old: oldID, new: newID)
        guard old.digest(of: oldID) != new.digest(of: newID) else { return }
        if let outer = open.first(where: { $0.pair == pair }) {
            // What differs is listed where the circle was entered; it counts there, and here.
            if isExclusive, !outer.isExclusive { blur() }
            metCount += 1
            return
        }
        visitCount += 1
        if let reason = limit { return stop(reason, at: pointer, detail: detail([oldID], [newID])) }
        open.append(Step(pair: pair, isExclusive: isExclusive))
        defer { open.removeLast() }
        let count = metCount
        compareDemands(oldID, newID, at: pointer)
        guard metCount == count else { return }
        add(.notCompared, at: pointer, after: Self.notUnderstood, detail: detail([oldID], [newID]))
    }

    private var tooMany: String { "more than \(limits.count) changes of one message are not listed" }

    /// The limit that is reached, as a reason for people.
    private var limit: String? {
        if open.count >= limits.depth { return "differences more than \(limits.depth) places deep are left out" }
        if visitCount > limits.visitCount {
            return "differences are left out after \(limits.visitCount) places that were compared"
        }
        return differences.count >= limits.count ? tooMany : nil
    }

    private mutating func compareDemands(_ oldID: NodeID, _ newID: NodeID, at pointer: JSONPointer) {
        let (before, after) = (old[oldID], new[newID])
        guard !before.isNever, !after.isNever else {
            guard before.isNever != after.isNever else { return compareRules(before, after, at: pointer) }
            let kind: ChangeKind = before.isNever ? .valuePermitted : .valueForbidden
            return add(kind, at: pointer, detail: detail([oldID], [newID]))
        }
        compareTypes(before, after, at: pointer)
        compareNumbers(before, after, at: pointer)
        compareTexts(before, after, at: pointer)
        compareAnnotations(before, after, at: pointer)
        if !before.types.isDisjoint(with: .array), !after.types.isDisjoint(with: .array) {
            compareArrays(before, after, at: pointer)
        }
        if !before.types.isDisjoint(with: .object), !after.types.isDisjoint(with: .object) {
            compareObjects(before, after, oldID, newID, at: pointer)
        }
        compareBranches(before, after, oldID, newID, at: pointer)
    }

    /// Whether the effect of a change at the place is its effect on the whole message.
    private func isCertain(_ kind: ChangeKind) -> Bool {
        if isExclusive || isBlurred { return false }
        switch (old.unevaluatedCount, new.unevaluatedCount) {
        case (0, 0): return true
        // The first such keyword allows less; with others about, each member that is described may allow more.
        case (0, 1): return kind == .unevaluatedDemanded
        case (1, 0): return kind == .unevaluatedDropped
        default: return false
        }
    }

    /// Forgets which way the differences go.
    private mutating func blur() {
        for index in differences.indices { differences[index].effect = differences[index].effect.blurred }
        isBlurred = true
    }

    /// Compares what holds in one of several branches, of which one alone may hold.
    mutating func exclusively(_ isNowExclusive: Bool, _ body: (inout SchemaComparison) -> Void) {
        let outer = isExclusive
        isExclusive = outer || isNowExclusive
        body(&self)
        isExclusive = outer
    }

    /// Compares what holds in a branch alone.
    mutating func compareBranch(
        _ branch: (old: NodeID, new: NodeID),
        hosts inner: (old: [NodeID], new: [NodeID]),
        at pointer: JSONPointer
    ) {
        let outer = hosts
        hosts = (old.node(joining: inner.old), new.node(joining: inner.new))
        compare(branch.old, branch.new, at: pointer)
        hosts = outer
    }
}
