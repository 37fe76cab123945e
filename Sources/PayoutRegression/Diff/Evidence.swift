import JSONSchema
import PayoutContract
import StrictJSON

/// Looks for messages that tell two versions of one message apart.
package struct Evidence {
    /// How many generated messages a compatible change has to survive.
    package static let survivorCount = 1_000
    /// How many messages are tried for one witness before the pool is.
    private static let trialCount = 400
    /// With more effort for one message no more evidence is looked for: what is not shown then is undecided.
    static let usualMaximumEffort = MessageGenerator.usualMaximumEffort

    /// One version of the message.
    private struct Side {
        let subject: MessageSubject
        var generator: MessageGenerator
        var pool: Pool?
        var breaks: [Break]?

        init(_ subject: MessageSubject, maximumEffort: Int) {
            self.subject = subject
            generator = MessageGenerator(subject, seed: 131, maximumEffort: maximumEffort)
        }
    }

    /// Messages of one side that were judged by both.
    private struct Pool {
        var count = 0
        /// The messages that the other side refuses.
        var refusals: [Refusal] = []
    }

    /// Whether there is one difference alone, so that whatever changes its verdict does so because of it.
    var isSoleDifference = false
    /// The bytes of messages that were judged, and what was looked through of what was said of them.
    private var effort = 0
    /// How many it has to survive here.
    let survivorCount: Int
    private let maximumEffort: Int
    private var old: Side
    private var new: Side

    init(
        old: MessageSubject,
        new: MessageSubject,
        survivorCount: Int,
        maximumEffort: Int = Self.usualMaximumEffort
    ) {
        self.survivorCount = survivorCount
        self.maximumEffort = maximumEffort
        self.old = Side(old, maximumEffort: maximumEffort)
        self.new = Side(new, maximumEffort: maximumEffort)
    }

    var oldModel: SchemaModel { old.generator.model }
    var newModel: SchemaModel { new.generator.model }

    /// A message that shows the harm of a difference, or nil where none is found.
    mutating func witness(of difference: SchemaDifference, harm: ChangeEffect) -> ContractChange.Witness? {
        if isExhausted { return nil }
        let isNarrowing = harm == .narrows
        for candidate in candidates(for: difference, isNarrowing: isNarrowing) {
            let bytes = JSONWriter.compact.write(candidate)
            guard let refusal = refusal(of: bytes, isNarrowing: isNarrowing),
                let reason = attribution(of: difference).reason(for: refusal)
            else { continue }
            return ContractChange.Witness(body: bytes, isRefusedByNew: isNarrowing, reason: reason)
        }
        return counterexample(of: difference, harm: harm).witness
    }

    /// The first message of the pool that shows the harm, and how many were tried.
    mutating func counterexample(
        of difference: SchemaDifference,
        harm: ChangeEffect
    ) -> (witness: ContractChange.Witness?, count: Int) {
        let pool = pool(isNarrowing: harm == .narrows)
        if isExhausted { return (nil, 0) }
        for refusal in pool.refusals {
            effort += refusal.violations.count * 8
            guard let reason = attribution(of: difference).reason(for: refusal) else { continue }
            return (ContractChange.Witness(refusal, isRefusedByNew: harm == .narrows, reason: reason), pool.count)
        }
        return (nil, pool.count)
    }

    /// A message of the pool that shows a harm, whatever difference it is because of.
    mutating func anyWitness(harm: ChangeEffect) -> ContractChange.Witness? {
        pool(isNarrowing: harm == .narrows).refusals.first
            .map { ContractChange.Witness($0, isRefusedByNew: harm == .narrows, reason: $0.reason) }
    }

    private func attribution(of difference: SchemaDifference) -> Attribution {
        Attribution(difference, isSole: isSoleDifference)
    }

    /// Whether more than is reasonable was tried for this message.
    var isExhausted: Bool { effort + old.generator.effort + new.generator.effort > maximumEffort }

    /// Messages of one side, each judged by both.
    private mutating func pool(isNarrowing: Bool) -> Pool {
        if let known = isNarrowing ? old.pool : new.pool { return known }
        var side = isNarrowing ? old : new
        var pool = Pool()
        func take(_ message: JSONTree) {
            pool.count += 1
            let bytes = JSONWriter.compact.write(message)
            if let refusal = refusal(of: bytes, isNarrowing: isNarrowing) { pool.refusals.append(refusal) }
        }
        side.generator.forEachValid(count: nil) { sample in
            take(sample.body)
            return pool.count < survivorCount && effort < maximumEffort
        }
        var failures = 0
        while pool.count < survivorCount, failures < 20,
            effort + side.generator.effort < maximumEffort
        {
            if let message = side.generator.randomMessage() { take(message) } else { failures += 1 }
        }
        side.pool = pool
        if isNarrowing { old = side } else { new = side }
        return pool
    }

    /// What the refusing side says of a message that the other one accepts; nil where they agree.
    private mutating func refusal(of bytes: [UInt8], isNarrowing: Bool) -> Refusal? {
        effort += bytes.count + max(oldModel.judgingEffort, newModel.judgingEffort)
        let (source, refuser) = isNarrowing ? (old.subject, new.subject) : (new.subject, old.subject)
        guard !refuser.judge.accepts(bytes), source.judge.accepts(bytes) else { return nil }
        return Refusal(of: bytes, by: refuser.judge)
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
        edits: for broken in near + inside {
            for host in hosts {
                for edit in broken.edits {
                    if let edited = broken.apply(edit, to: host), edited != host { found.append(edited) }
                    if found.count >= Self.trialCount * 2 || isExhausted { break edits }
                }
            }
        }
        let sourced = places.flatMap { sourceValues(at: $0, host: host, difference, on: &side) }
        // What the source newly allows shows a widening best, what the refuser newly refuses a narrowing.
        return Array((isNarrowing ? found + sourced : sourced + found).prefix(Self.trialCount))
    }

    private func hosts(at pointer: JSONPointer, _ host: SchemaModel.NodeID?, on side: inout Side) -> [JSONTree] {
        var found: [JSONTree] = []
        if host == nil, let base = side.generator.base(), base[pointer] != nil { found.append(base) }
        let model = side.generator.model
        for fullness in [ValueBuilder.Fullness.typical, .full, .random, .random]
        where found.count < 3 && side.generator.effort < maximumEffort {
            side.generator.builder.fullness = fullness
            let value = side.generator.built(host ?? model.node(at: pointer))
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
            if let value = side.generator.built(node) { values.append(value) }
        }
        for choice in model[node].choices {
            for branch in choice.branches {
                if let value = side.generator.built(model.node(joining: [node, branch])) {
                    values.append(value)
                }
            }
        }
        side.generator.builder.fullness = .typical
        values += BreakList.zoo
        var found: [JSONTree] = []
        for value in values.unique.prefix(60) where side.generator.effort < maximumEffort {
            if let message = side.generator.message(with: value, at: place, attempts: 2) { found.append(message) }
        }
        return found
    }
}
