import JSONSchema
import PayoutContract
import StrictJSON

/// Looks for messages that tell two versions of one message apart.
package struct Evidence {
    /// How many generated messages a compatible change has to survive.
    package static let survivorCount = 1_000
    /// How many messages are tried for one witness before the pool is.
    private static let trialCount = 400

    /// One version of the message.
    private struct Side {
        let subject: MessageSubject
        var generator: MessageGenerator
        var pool: [[UInt8]]?
        var breaks: [Break]?

        init(_ subject: MessageSubject) {
            self.subject = subject
            generator = MessageGenerator(subject, seed: 131)
        }
    }

    /// How many it has to survive here.
    let survivorCount: Int
    private var old: Side
    private var new: Side

    init(old: MessageSubject, new: MessageSubject, survivorCount: Int) {
        self.survivorCount = survivorCount
        self.old = Side(old)
        self.new = Side(new)
    }

    var oldModel: SchemaModel { old.generator.model }
    var newModel: SchemaModel { new.generator.model }

    /// A message that shows the harm of a difference, or nil where none is found.
    mutating func witness(of difference: SchemaDifference, harm: ChangeEffect) -> ContractChange.Witness? {
        let isNarrowing = harm == .narrows
        var trials = 0
        for candidate in candidates(for: difference, isNarrowing: isNarrowing) {
            trials += 1
            if trials > Self.trialCount { break }
            let bytes = JSONWriter.compact.write(candidate)
            if let witness = confirmed(bytes, difference, isNarrowing: isNarrowing) { return witness }
        }
        return counterexample(of: difference, harm: harm).witness
    }

    /// The first message of the pool that shows the harm, and how many were tried.
    mutating func counterexample(
        of difference: SchemaDifference,
        harm: ChangeEffect
    ) -> (witness: ContractChange.Witness?, count: Int) {
        let isNarrowing = harm == .narrows
        let pool = pool(isOld: isNarrowing)
        for bytes in pool {
            if let witness = confirmed(bytes, difference, isNarrowing: isNarrowing) { return (witness, pool.count) }
        }
        return (nil, pool.count)
    }

    private mutating func pool(isOld: Bool) -> [[UInt8]] {
        var side = isOld ? old : new
        if let known = side.pool { return known }
        var pool: [[UInt8]] = []
        side.generator.forEachValid(count: nil) { sample in
            pool.append(JSONWriter.compact.write(sample.body))
            return pool.count < survivorCount
        }
        var failures = 0
        while pool.count < survivorCount, failures < 20 {
            if let message = side.generator.randomMessage() {
                pool.append(JSONWriter.compact.write(message))
            } else {
                failures += 1
            }
        }
        side.pool = pool
        if isOld { old = side } else { new = side }
        return pool
    }

    private func confirmed(
        _ bytes: [UInt8],
        _ difference: SchemaDifference,
        isNarrowing: Bool
    ) -> ContractChange.Witness? {
        let (source, refuser) = isNarrowing ? (old.subject, new.subject) : (new.subject, old.subject)
        guard !refuser.judge.accepts(bytes), source.judge.accepts(bytes),
            let reason = Attribution(difference).reason(for: bytes, refuser.judge)
        else { return nil }
        return ContractChange.Witness(body: bytes, isRefusedByNew: isNarrowing, reason: reason)
    }

    /// Messages that the source may accept and the refuser may refuse, the likeliest first.
    private mutating func candidates(for difference: SchemaDifference, isNarrowing: Bool) -> [JSONTree] {
        var side = isNarrowing ? old : new
        var other = isNarrowing ? new : old
        defer { if isNarrowing { (old, new) = (side, other) } else { (new, old) = (side, other) } }
        let host = isNarrowing ? difference.hosts?.old : difference.hosts?.new
        let hosts = hosts(at: difference.pointer, host, on: &side)
        var found: [JSONTree] = []
        let places = [difference.name.map(difference.pointer.appending), difference.pointer].compactMap(\.self)
        if let text = difference.text {
            if let message = side.generator.message(with: .string(text), at: difference.pointer) {
                found.append(message)
            }
        }
        let breaks = other.breaks ?? BreakList(model: other.generator.model, random: SeededRandom(seed: 7)).all
        other.breaks = breaks
        let near = breaks.filter { broken in places.contains { Attribution.matches(broken.pointer, $0) } }
        let inside = breaks.filter { broken in
            broken.pointer.parent.map { Attribution.matches($0, difference.pointer) } ?? false
        }
        for broken in near + inside {
            for host in hosts {
                for edit in broken.edits {
                    if let edited = broken.apply(edit, to: host), edited != host { found.append(edited) }
                }
            }
        }
        let sourced = places.flatMap { sourceValues(at: $0, host: host, difference, on: &side) }
        // What the source newly allows shows a widening best, what the refuser newly refuses a narrowing.
        return Array((isNarrowing ? found + sourced : sourced + found).prefix(Self.trialCount * 4))
    }

    private func hosts(at pointer: JSONPointer, _ host: SchemaModel.NodeID?, on side: inout Side) -> [JSONTree] {
        var found: [JSONTree] = []
        if host == nil, let base = side.generator.base(), base[pointer] != nil { found.append(base) }
        let model = side.generator.model
        for fullness in [ValueBuilder.Fullness.typical, .full, .random, .random] where found.count < 3 {
            side.generator.builder.fullness = fullness
            let value = side.generator.builder.value(of: host ?? model.node(at: pointer))
            side.generator.builder.fullness = .typical
            guard let value, let message = side.generator.message(with: value, at: pointer, attempts: 4) else {
                continue
            }
            found.append(message)
        }
        return found
    }

    private func sourceValues(
        at place: JSONPointer,
        host: SchemaModel.NodeID?,
        _ difference: SchemaDifference,
        on side: inout Side
    ) -> [JSONTree] {
        let model = side.generator.model
        var node = model.node(at: place)
        if let host {
            node =
                difference.name == nil || place == difference.pointer
                ? host : model.member(place.tokens.last ?? "", of: host)
        }
        var values = LeafSamples.samples(of: model[node], using: &side.generator.builder.random).map(\.value)
        for fullness in [ValueBuilder.Fullness.minimal, .typical, .full, .random, .random, .random, .random] {
            side.generator.builder.fullness = fullness
            if let value = side.generator.builder.value(of: node) { values.append(value) }
        }
        for choice in model[node].choices {
            for branch in choice.branches {
                if let value = side.generator.builder.value(of: model.node(joining: [node, branch])) {
                    values.append(value)
                }
            }
        }
        side.generator.builder.fullness = .typical
        values += BreakList.zoo
        var found: [JSONTree] = []
        for value in values.unique.prefix(60) {
            if let message = side.generator.message(with: value, at: place, attempts: 2) { found.append(message) }
        }
        return found
    }
}

/// Whether a refusal is because of one difference, where a message has several.
struct Attribution {
    private let difference: SchemaDifference

    init(_ difference: SchemaDifference) {
        self.difference = difference
    }

    /// What the judge says about the difference, or nil where it refuses for something else.
    func reason(for bytes: [UInt8], _ judge: MessageJudge) -> String? {
        guard let document = try? JSONDocument(parsing: bytes) else { return nil }
        let violations = judge.schema.violations(in: document, limit: 200).filter { !$0.isAdvisory }
        guard !violations.isEmpty else {
            // The schema is satisfied: a check or the level of a rule decides.
            let fault = judge.faults(bytes)
                .first { $0.isError && (difference.rule == nil || $0.rule == difference.rule) }
            return fault.map { "\($0.sentence) [\($0.rule)]" }
        }
        let found = violations.first(where: isBecauseOfDifference)
        return found.map { violation in
            let place = violation.instanceLocation.description
            return "\(place.isEmpty ? "the body" : place) \(violation.message)"
        }
    }

    private func isBecauseOfDifference(_ violation: Violation) -> Bool {
        let keywords = difference.kind.keywords
        guard keywords.isEmpty || keywords.contains(violation.keyword) else { return false }
        let place = violation.instanceLocation
        guard let name = difference.name else { return Self.related(place, difference.pointer) }
        if difference.kind.isAboutMember {
            let member = difference.pointer.appending(name)
            return place.tokens.count >= member.tokens.count && Self.related(place, member)
        }
        if let missing = violation.memberName, !keywords.isEmpty, missing != name { return false }
        return Self.related(place, difference.pointer)
    }

    /// Whether two places are the same, or one holds the other; elements are not told apart.
    static func related(_ first: JSONPointer, _ second: JSONPointer) -> Bool {
        zip(first.tokens, second.tokens).allSatisfy(areAlike)
    }

    /// Whether two places are the same but for the positions of elements.
    static func matches(_ first: JSONPointer, _ second: JSONPointer) -> Bool {
        first.tokens.count == second.tokens.count && related(first, second)
    }

    private static func areAlike(_ first: String, _ second: String) -> Bool {
        first == second || (Int(first) != nil && Int(second) != nil) || first == "another_member"
            || second == "another_member"
    }
}
